import type { PassageReading, ShortForm } from './passage-reading.ts';

/** What the page has told so far that rules may ask for; grows passage by passage, in any order. */
export interface PageEvidence {
  /** Cues by alias, with the words as the page has them. */
  readonly cues: Map<number, string>;
  /** Terms named in full, with the words as the page has them. */
  readonly named: Map<number, string>;
  /** Surnames (folded) that somebody else on this page bears. */
  readonly rivals: Set<string>;
  /** What short forms stand for; `undefined` for something that is none of our Terms. */
  readonly shorts: Map<string, Set<number | undefined>>;
}

/** Each short form is looked for in each passage, and no text introduces as many: a page that does teaches no more. */
export const MOST_FORMS = 1_000;

/** Nor are they as long. */
const MAX_FORM_UNITS = 200;

/** A page of which nothing has been read yet. */
export const createPageEvidence = (): PageEvidence => ({
  cues: new Map(),
  named: new Map(),
  rivals: new Set(),
  shorts: new Map(),
});

/**
 * Adds what a passage tells; true when passages read before may have to be decided again: for a finder that asks the page
 * by anything new, else by a short form.
 */
export const addEvidence = (page: PageEvidence, reading: PassageReading, asksPage = true): boolean => {
  const sizeOf = asksPage ? sizeOfAll : sizeOfShorts;
  const sizeBefore = sizeOf(page);
  for (const cue of reading.pageCues) if (!page.cues.has(cue.alias)) page.cues.set(cue.alias, cue.surface);
  for (const name of reading.names) {
    if (name.term !== undefined && !page.named.has(name.term)) page.named.set(name.term, name.surface);
    if (name.term === undefined) page.rivals.add(name.surname);
  }
  for (const short of reading.shorts) addShort(page, short);
  return sizeOf(page) !== sizeBefore;
};

const addShort = (page: PageEvidence, short: ShortForm): void => {
  const known = page.shorts.get(short.text);
  if (known === undefined && (page.shorts.size >= MOST_FORMS || short.text.length > MAX_FORM_UNITS)) return;
  const meanings = known ?? new Set();
  page.shorts.set(short.text, meanings.add(short.term));
};

const sizeOfAll = (page: PageEvidence): number =>
  page.cues.size + page.named.size + page.rivals.size + sizeOfShorts(page);

const sizeOfShorts = (page: PageEvidence): number => {
  let size = 0;
  for (const meanings of page.shorts.values()) size += meanings.size;
  return size;
};
