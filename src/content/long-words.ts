/** Of four letters and more; of what is longer than any word, parts. By what no word holds: engines look the letters of all alphabets up at length. */
const longWords = /[^\s!-/:-@[-`{-\xbf\u2010-\u206f\u3000-\u303f]{4,40}/g;
/** More would tell no more of what a text is about. */
const MOST_WORDS = 200;

/** The long words of a text in small letters, each once. */
export function findLongWords(text: string): readonly string[] {
  return [...new Set(text.toLowerCase().match(longWords) ?? [])].slice(0, MOST_WORDS);
}
