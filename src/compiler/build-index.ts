import { buildMatcher } from '../core/build-matcher.ts';
import { encodeIndex, type IndexParts } from '../core/index-bytes.ts';
import type { Rule, Sense } from '../core/mention-index.ts';
import type { TermKey } from '../core/types.ts';
import type { AliasFields, AuthoredWording } from './alias-file.ts';
import { aliasForms, alternatives } from './alias-forms.ts';
import type { AuthoredTerm } from './authored.ts';
import type { Corpus, Entry } from './corpus.ts';
import { type CueReader, type Cues, createCues } from './cue-lists.ts';
import { type BuiltAlias, createIndexTable, type IndexTable } from './index-table.ts';
import type { Problem } from './problem.ts';
import { parseAlias, personOf, ruleOf } from './sense-rules.ts';

/** What came of a corpus' names: the bytes that a page matches with, or the Problems in its rules. */
export interface BuiltIndex {
  readonly index?: Uint8Array;
  readonly problems: readonly Problem[];
}

/** Expands every alias and cue, and packs them for `createMentionFinder`. */
export function buildIndex(corpus: Corpus): BuiltIndex {
  const { parts, problems } = buildIndexParts(corpus);
  return problems.length > 0 ? { problems } : { index: encodeIndex(parts), problems };
}

/** The same before packing, for reports and tests. */
export function buildIndexParts(corpus: Corpus): {
  readonly parts: IndexParts;
  readonly problems: readonly Problem[];
} {
  const table = createIndexTable();
  const ids = new Map(corpus.terms.map(({ id }, ordinal) => [id, ordinal]));
  const cues = createCues(table, corpus.wording, ids);
  for (const [ordinal, term] of corpus.terms.entries()) addTerm(table, cues, corpus.wording, term, ordinal);
  for (const phrase of corpus.wording.notBeside ?? []) addDecoy(table, corpus.wording, phrase);
  const parts: IndexParts = {
    terms: corpus.terms.map(({ id, value }) => ({
      key: `${corpus.id}/${id}` as TermKey,
      label: value.label,
      priority: value.priority,
    })),
    senses: table.aliases.map(sensesOf),
    inside: insideOf(table, cues.all()),
    pageCues: [...cues.onPage()],
    matcher: buildMatcher(table.aliases.map(({ text }) => text)),
  };
  return { parts, problems: cues.problems };
}

function addTerm(
  table: IndexTable,
  cues: Cues,
  wording: AuthoredWording,
  entry: Entry<AuthoredTerm>,
  term: number,
): void {
  const { value } = entry;
  value.aliases.forEach((alias, at) => {
    const fields: AliasFields = typeof alias === 'string' ? { text: alias } : alias;
    const read = cues.reader(term, entry.at('aliases', at));
    const listed = alternatives(fields.text, wording.lists ?? {});
    const spellings = listed.length > 1 ? {} : (wording.spellings ?? {});
    for (const text of listed) addAlias(table, { ...fields, text }, value, { term, read, spellings });
  });
  for (const phrase of value.notBeside ?? []) addDecoy(table, wording, phrase);
}

interface Context {
  readonly term: number;
  readonly read: CueReader;
  readonly spellings: Readonly<Record<string, readonly string[]>>;
}

function addAlias(table: IndexTable, fields: AliasFields, value: AuthoredTerm, context: Context): void {
  const { text, cut } = parseAlias(fields.text);
  const exact = fields.case === 'exact';
  const asked = ruleOf(fields, value, context.read);
  for (const form of aliasForms(text, value.kind, exact, context.spellings)) {
    const rule: Rule = {
      ...asked,
      ...(cut && { cut }),
      ...(exact && { letters: form.text }),
      ...personOf(value, form.text, fields, context.spellings),
    };
    table.entry(form.text)?.senses.push({ term: context.term, rule, derived: form.derived });
  }
}

function addDecoy(table: IndexTable, wording: AuthoredWording, phrase: string): void {
  for (const { text } of aliasForms(phrase, 'concept', false, wording.spellings ?? {})) {
    const alias = table.entry(text);
    if (alias !== undefined) alias.decoy = true;
  }
}

/** What was written beats what was derived; the most demanding reading comes first. */
function sensesOf({ senses, cueLetters }: BuiltAlias): readonly Sense[] {
  const written = senses.some(({ derived }) => !derived);
  const kept = senses.filter(({ derived }) => !(written && derived));
  const sorted = [...kept].sort((a, b) => demandsOf(b.rule) - demandsOf(a.rule));
  const unique = sorted.filter(
    (one, at) =>
      sorted.findIndex(
        (two) => JSON.stringify([two.term, two.rule]) === JSON.stringify([one.term, one.rule]),
      ) === at,
  );
  const read = unique.map(
    ({ term, rule }): Sense => (Object.keys(rule).length > 0 ? { term, rule } : { term }),
  );
  const isCue =
    cueLetters !== undefined && cueLetters !== '' && !read.some(({ rule }) => rule?.letters === undefined);
  return isCue || (cueLetters !== undefined && read.length === 0) ? [...read, cueSense(cueLetters)] : read;
}

function cueSense(letters: string): Sense {
  return letters === '' ? {} : { rule: { letters } };
}

function demandsOf(rule: Rule): number {
  return (rule.needs ? 2 : 0) + (rule.home || rule.not || rule.letters ? 1 : 0);
}

/** Cues that stand inside longer aliases, which would hide them. */
function insideOf(table: IndexTable, cues: ReadonlySet<number>): ReadonlyMap<number, readonly number[]> {
  const asked = new Map(
    table.aliases.filter(({ ordinal }) => cues.has(ordinal)).map((one) => [one.key, one.ordinal]),
  );
  const pairs = table.aliases
    .filter(({ decoy, senses, key }) => key.includes(' ') && (!decoy || senses.length > 0))
    .map(({ ordinal, key }): [number, number[]] => [
      ordinal,
      partsOf(key).flatMap((part) => (part === key ? [] : (asked.get(part) ?? []))),
    ]);
  return new Map(pairs.filter(([, inside]) => inside.length > 0));
}

/** Every run of whole words of a key. */
function partsOf(key: string): readonly string[] {
  const words = key.split(' ');
  return words.flatMap((_, from) =>
    words.slice(from).map((__, length) => words.slice(from, from + length + 1).join(' ')),
  );
}
