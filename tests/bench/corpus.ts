/**
 * Text and terms to measure on, the same on every machine: words of English sounds in Zipf's proportions, in
 * sentences with capitals, commas, curly quotes, possessives, dashes and years; terms of two to six words.
 */

/** A repeatable source of numbers in [0, 1). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const COMMON =
  'the of to and in is it you that he was for on are with as his they be at one have this from or had by hot but some what there we can out other were all your when up use word how said an each she which do their time if will way about many then them would write like so these her long make thing see him two has look more day could go come did my sound no most number who over know water than call first people may down side been now find';
const SOUNDS =
  'ba be bi bo bu ca ce ci co cu da de di do du fa fe fi ga ge gi go gra ha he hi ja ka la le li lo ma me mi mo mu na ne ni no pa pe pi po pra ra re ri ro sa se si so sta ta te ti to tra va ve vi vo wa we wi za con ter men tion ing al er ly ed est ous ive ment ness able ic is at an en in on or ar';

export function createVocabulary(size: number, seed = 1): string[] {
  const random = createRandom(seed);
  const sounds = SOUNDS.split(' ');
  const words = new Set(COMMON.split(' '));
  while (words.size < size) {
    let word = '';
    for (let left = 1 + Math.floor(random() * 3 + random()); left > 0; left -= 1) {
      word += sounds[Math.floor(random() * sounds.length)];
    }
    if (word.length > 1) words.add(word);
  }
  return [...words];
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Distinct terms of two to six words, now and then with a common word inside. */
export function createTerms(count: number, vocabulary: readonly string[], seed = 2): string[] {
  const random = createRandom(seed);
  const pick = (from: number, to: number) => vocabulary[from + Math.floor(random() * (to - from))] ?? '';
  const terms = new Map<string, string>();
  while (terms.size < count) {
    const words: string[] = [];
    const length = 2 + Math.floor(random() * 5);
    while (words.length < length) {
      const isCommon = words.length > 0 && words.length < length - 1 && random() < 0.2;
      words.push(isCommon ? pick(0, 20) : capital(pick(100, vocabulary.length)));
    }
    const term = words.join(' ');
    terms.set(term.toLowerCase(), term);
  }
  return [...terms.values()];
}

export interface TextOptions {
  readonly length: number;
  readonly vocabulary: readonly string[];
  readonly terms: readonly string[];
  /** Of the words, how many are the start of a term. */
  readonly density?: number;
  readonly seed?: number;
}

/** English-like text of that length, flat in memory as a page's text is. */
export function createText({ length, vocabulary, terms, density = 0.01, seed = 3 }: TextOptions): string {
  const random = createRandom(seed);
  const logSize = Math.log(vocabulary.length);
  const word = () => {
    if (random() < density) return terms[Math.floor(random() * terms.length)] ?? '';
    if (random() < 0.005) return String(1900 + Math.floor(random() * 120));
    const common = vocabulary[Math.floor(Math.exp(random() * logSize) - 1)] ?? '';
    return (random() < 0.06 ? capital(common) : common) + (random() < 0.01 ? '’s' : '');
  };
  const parts: string[] = [];
  for (let size = 0, sentences = 1; size < length; sentences += 1) {
    const sentence = createSentence(8 + Math.floor(random() * 18), word, random);
    const text = sentence + (sentences % 6 === 0 ? '\n' : ' ');
    parts.push(text);
    size += text.length;
  }
  return flat(parts.join('').slice(0, length));
}

function createSentence(words: number, word: () => string, random: () => number): string {
  let text = capital(word());
  for (let left = words - 1; left > 0; left -= 1) {
    const chance = random();
    text += chance < 0.06 ? ', ' : chance < 0.07 ? ' — ' : chance < 0.075 ? ' (1) ' : ' ';
    text += word();
  }
  const end = random() < 0.9 ? '.' : '?';
  return random() < 0.1 ? `“${text}${end}”` : text + end;
}

/** The same text as one string in memory, not as a tree of parts. */
export function flat(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

/** The same text without the few characters beyond ASCII, one byte a character in memory. */
export function ascii(text: string): string {
  return Buffer.from(
    text.replaceAll('’', "'").replaceAll(/[“”]/g, '"').replaceAll('—', '-'),
    'latin1',
  ).toString('latin1');
}
