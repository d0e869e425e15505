import { bracketsIn } from '../core/prose.ts';
import type { ClaimEntry, Corpus, Entry } from './corpus.ts';
import { type Place, type Problem, problemAt } from './problem.ts';
import { pointOf, SHARED_WORDS } from './rules/claims.ts';
import type { SourceText } from './source-text.ts';
import { wordRuns, wordsOf } from './words.ts';

/** The texts of the sources by source id. */
export type SourceTexts = ReadonlyMap<string, SourceText>;

/** Holds the corpus against the texts that it speaks of: fixity, quotes in their place, own words. */
export function verifyTexts(corpus: Corpus, texts: SourceTexts): Problem[] {
  return [
    ...corpus.sources.flatMap((source) => checkFixity(source, texts.get(source.id))),
    ...corpus.claims.flatMap((claim) => checkQuote(claim, texts)),
    ...checkOwnWords(corpus, texts),
  ];
}

function checkFixity(source: Corpus['sources'][number], text: SourceText | undefined): Problem[] {
  if (text === undefined)
    return [problemAt(source.at(), `there is no text ${source.id}.txt to check against`)];
  const { sha256, paragraphCount } = source.value;
  const faults: Problem[] = [];
  if (text.sha256 !== sha256) {
    faults.push(problemAt(source.at('sha256'), `the text has changed: its sha256 is ${text.sha256}`));
  }
  if (text.paragraphs.length !== paragraphCount) {
    const message = `the text has ${text.paragraphs.length} paragraphs, not ${paragraphCount}`;
    faults.push(problemAt(source.at('paragraphCount'), message));
  }
  return faults;
}

/** The quote stands in its paragraph between word edges, and nowhere before it: browsers land on the first. */
function checkQuote(claim: ClaimEntry, texts: SourceTexts): Problem[] {
  const point = pointOf(claim);
  const text = point && texts.get(point.source);
  if (point === undefined || text === undefined) return [];
  const { quote } = claim.value;
  const here = claim.at('quote');
  const stands = text.paragraphs.findIndex((paragraph) => holds(paragraph, quote));
  const first = text.paragraphs.findIndex((p) => p.toLowerCase().includes(quote.toLowerCase()));
  if (!holds(text.paragraphs[point.paragraph - 1] ?? '', quote)) {
    const where = stands < 0 ? 'nowhere in it' : `in ¶${stands + 1}`;
    return [problemAt(here, `"${quote}" is not in ${point.source} ¶${point.paragraph}; it stands ${where}`)];
  }
  if (first === point.paragraph - 1) return [];
  return [problemAt(here, `"${quote}" stands first in ${point.source} ¶${first + 1}; choose other words`)];
}

function holds(paragraph: string, quote: string): boolean {
  const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);
  for (let at = paragraph.indexOf(quote); at >= 0; at = paragraph.indexOf(quote, at + 1)) {
    if (!isWord(paragraph[at - 1]) && !isWord(paragraph[at + quote.length])) return true;
  }
  return false;
}

/** No text of ours takes five words in a row from a source; the names of terms and titles are no prose. */
function checkOwnWords(corpus: Corpus, texts: SourceTexts): Problem[] {
  const owners = new Map<string, string>();
  for (const [id, { paragraphs }] of texts) {
    for (const [index, paragraph] of paragraphs.entries()) {
      for (const run of wordRuns(paragraph, SHARED_WORDS)) {
        if (!owners.has(run)) owners.set(run, `${id} ¶${index + 1}`);
      }
    }
  }
  const names = namesOf(corpus);
  return ownTexts(corpus).flatMap(({ text, place }) => {
    const shared = stretchesWithout(names, text)
      .flatMap((stretch) => wordRuns(stretch, SHARED_WORDS))
      .find((run) => owners.has(run));
    return shared === undefined
      ? []
      : problemAt(place, `takes "${shared}" from ${owners.get(shared)}; reword it`);
  });
}

/** Names of so many words are cut out of a text before its runs are looked at. */
const NAME_WORDS = 3;

interface Names {
  /** Words joined by blanks. */
  readonly all: ReadonlySet<string>;
  readonly mostWords: number;
}

function namesOf({ terms, sources }: Corpus): Names {
  const names = [
    ...terms.flatMap(({ value }) =>
      value.aliases.map((alias) => (typeof alias === 'string' ? alias : alias.text)),
    ),
    ...sources.flatMap(({ value }) => [value.title, value.outlet]),
  ].map((name) => wordsOf(name));
  const long = names.filter((words) => words.length >= NAME_WORDS);
  const mostWords = long.reduce((most, words) => Math.max(most, words.length), 0);
  return { all: new Set(long.map((words) => words.join(' '))), mostWords };
}

/** What is left of a text beside citations in brackets and the longest names. */
function stretchesWithout(names: Names, text: string): string[] {
  const prose = bracketsIn(text).reduce((rest, brackets) => rest.replace(brackets, '\n'), text);
  return prose.split('\n').flatMap((line) => {
    const words = wordsOf(line);
    const kept: string[] = [];
    for (let at = 0; at < words.length; ) {
      const length = nameLengthAt(names, words, at);
      kept.push(length > 0 ? '\n' : (words[at] ?? ''));
      at += Math.max(1, length);
    }
    return kept.join(' ').split('\n');
  });
}

function nameLengthAt({ all, mostWords }: Names, words: readonly string[], at: number): number {
  for (let length = Math.min(mostWords, words.length - at); length >= NAME_WORDS; length -= 1)
    if (all.has(words.slice(at, at + length).join(' '))) return length;
  return 0;
}

interface OwnText {
  readonly text: string;
  readonly place: Place;
}

function ownTexts({ sources, terms, questions, claims, notes, events }: Corpus): OwnText[] {
  return [
    ...sources.flatMap(({ value, at }) => [
      { text: value.position, place: at('position') },
      { text: value.reception?.text ?? '', place: at('reception') },
      ...value.remarks.map((text, i) => ({ text, place: at('remarks', i) })),
    ]),
    ...terms.map(({ value, at }) => ({ text: value.gloss, place: at('gloss') })),
    ...questions.flatMap(questionTexts),
    ...claims.map(({ value, at }) => ({ text: value.says, place: at('says') })),
    ...notes.flatMap(({ value, at }) => [
      { text: value.says, place: at('says') },
      { text: value.fact, place: at('fact') },
    ]),
    ...events.map(({ value, at }) => ({ text: value.text, place: at('text') })),
  ];
}

function questionTexts({ value, at }: Entry<Corpus['questions'][number]['value']>): OwnText[] {
  return [
    ...(['text', 'forMeans', 'lone', 'remark'] as const).map((key) => ({
      text: value[key] ?? '',
      place: at(key),
    })),
    ...value.positions.map(({ answer }, i) => ({ text: answer, place: at('positions', i, 'answer') })),
  ];
}
