import type { AliasFields, AuthoredWording } from '../../src/compiler/alias-file.ts';
import type { AuthoredTerm } from '../../src/compiler/authored.ts';
import { buildIndex } from '../../src/compiler/build-index.ts';
import type { Corpus, Entry } from '../../src/compiler/corpus.ts';
import { decodeIndex } from '../../src/core/decode-index.ts';
import { createMentionFinder, findMentions, type MentionFinder } from '../../src/core/mentions.ts';

/** A term as these tests write it: a kind, aliases, and what else its names need. */
export interface NamedTerm extends Partial<Omit<AuthoredTerm, 'aliases'>> {
  readonly kind: AuthoredTerm['kind'];
  readonly aliases: (string | AliasFields)[];
}

/** A corpus of names only. */
export function corpusOf(terms: Readonly<Record<string, NamedTerm>>, wording: AuthoredWording = {}): Corpus {
  const entries = Object.entries(terms).map(
    ([id, term]): Entry<AuthoredTerm> => ({
      id,
      value: { label: id, kindLine: '', priority: 1, gloss: '', ...term },
      at: () => ({ file: `${id}.yaml`, line: 1 }),
    }),
  );
  const pack = { title: '', version: '1', language: 'en', licence: '', publisher: '' };
  const place = () => ({ file: 'pack.yaml', line: 1 });
  const rest = { sources: [], questions: [], claims: [], notes: [], events: [], broken: new Set<string>() };
  return { id: 'p', pack: { id: 'p', value: pack, at: place }, wording, terms: entries, ...rest };
}

/** A finder over names only; throws what the rules' Problems say. */
export function finderOf(
  terms: Readonly<Record<string, NamedTerm>>,
  wording?: AuthoredWording,
): MentionFinder {
  const { index, problems } = buildIndex(corpusOf(terms, wording));
  if (index === undefined) throw new Error(problems.map(({ message }) => message).join('; '));
  return createMentionFinder(decodeIndex(index));
}

/** The text with its Mentions as `[[term|words]]`. */
export function marked(finder: MentionFinder, text: string): string {
  let at = 0;
  const parts = findMentions(finder, text).map(({ term, start, end }) => {
    const part = `${text.slice(at, start)}[[${term.split('/')[1]}|${text.slice(start, end)}]]`;
    at = end;
    return part;
  });
  return parts.join('') + text.slice(at);
}
