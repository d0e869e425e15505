/** Forms that one word or phrase takes in running text. All are guesses that do no harm where they are no words. */

const BRITISH: readonly (readonly [string, string])[] = [
  ['ization', 'isation'],
  ['alizing', 'alising'],
  ['alized', 'alised'],
  ['alize', 'alise'],
  ['color', 'colour'],
  ['favor', 'favour'],
  ['labor', 'labour'],
  ['center', 'centre'],
  ['defense', 'defence'],
  ['program', 'programme'],
];
const HEADS_WITH_CAPITAL = /^(?:Act|Law|Bill|List|Amendment|Sanction)s?$/;
const LINKS = /\s(?:of|on|over|for|with|against|from|in|by|to|and|at)\s/;

/** The spelling of the other side of the Atlantic where it differs: "democratisation". */
export function otherEnglish(text: string): readonly string[] {
  for (const [american, british] of BRITISH) {
    if (text.includes(american) && !text.includes(british)) {
      return [text.replaceAll(american, british)];
    }
    if (text.includes(british)) return [text.replaceAll(british, american)];
  }
  return [];
}

/** Singular and plural of a phrase whose last word is its head; nothing for names and for "… of …". */
export function otherNumber(text: string): readonly string[] {
  if (LINKS.test(text)) return [];
  const last = /[A-Za-z]+$/.exec(text)?.[0] ?? '';
  if (!/^[a-z]{3,}$/.test(last) && !HEADS_WITH_CAPITAL.test(last)) return [];
  const stem = text.slice(0, text.length - last.length);
  if (/(?:ss|us|is)$/.test(last)) return [];
  if (/ies$/.test(last)) return [`${stem}${last.slice(0, -3)}y`];
  if (last.endsWith('s')) return [`${stem}${last.slice(0, -1)}`];
  if (/men$/.test(last)) return [`${stem}${last.slice(0, -3)}man`];
  if (/[^aeiou]y$/.test(last)) return [`${stem}${last.slice(0, -1)}ies`];
  return /(?:x|ch|sh)$/.test(last) ? [`${stem}${last}es`] : [`${stem}${last}s`];
}

/** The capitals of a text in short: `A` all letters, `Aa` the first of each word, else the text itself. */
export function lettersOf(text: string): string {
  if (text === text.toUpperCase()) return 'A';
  const words = text.split(/[^\p{L}\p{N}'’]+/u).filter((word) => word !== '');
  return words.every((word) => /^[\p{Lu}\p{N}][^\p{Lu}]*$/u.test(word)) ? 'Aa' : text;
}

/** The text with every listed spelling of every word that has some. */
export function otherSpellings(
  text: string,
  spellings: Readonly<Record<string, readonly string[]>>,
): string[] {
  return text
    .split(/(?<=[\s\u2013-])/)
    .reduce<string[]>(
      (heads, piece) => heads.flatMap((head) => spellingsOf(piece, spellings).map((tail) => head + tail)),
      [''],
    );
}

function spellingsOf(piece: string, spellings: Readonly<Record<string, readonly string[]>>): string[] {
  const [, open = '', word = '', rest = ''] = /^(\W*)([\p{L}]*)(.*)$/su.exec(piece) ?? [];
  const others = Object.hasOwn(spellings, word) ? (spellings[word] ?? []) : [];
  return [piece, ...others.map((other) => open + other + rest)];
}
