import { isEnglish } from '../core/alias-fitness.ts';
import type { DraftRule, DraftSense } from '../core/encode-index.ts';
import { SMALL } from '../core/mention-rules.ts';
import { buildPackIndex, indexPartsOf, type NamedPack, namesOf } from '../core/pack-index.ts';
import type { PackNames } from '../core/pack-names.ts';
import type { ScriptIndex } from '../core/script-index.ts';
import { ASKED, LIKELY, PRESUMED, TOLD } from '../core/subject-rule.ts';
import { writeScriptIndex } from '../core/write-script-index.ts';
import type { AliasFields, AuthoredWording } from './alias-file.ts';
import { aliasForms, alternatives } from './alias-forms.ts';
import type { AuthoredTerm } from './authored.ts';
import type { Corpus, Entry } from './corpus.ts';
import { type CueReader, type Cues, createCues } from './cue-lists.ts';
import { type BuiltAlias, createIndexTable, type IndexTable } from './index-table.ts';
import type { Problem } from './problem.ts';
import { bearerRule, parseAlias, personOf, ruleOf } from './sense-rules.ts';
import { lettersOf } from './word-forms.ts';

/** What came of a corpus' names: the bytes that a page matches with, or the Problems in its rules. */
export interface BuiltIndex {
  readonly index?: Uint8Array;
  /** The same as a pack file carries it. */
  readonly names?: PackNames;
  readonly problems: readonly Problem[];
}

/** Expands every alias and cue, and packs them for `createMentionFinder`. */
export function buildIndex(corpus: Corpus): BuiltIndex {
  const { names, problems } = buildNames(corpus);
  if (problems.length > 0) return { problems };
  const terms = corpus.terms.map(({ id, value: { label, priority } }) => ({ id, label, priority }));
  return { index: buildPackIndex({ id: corpus.id, terms }, names), names, problems };
}

/** The same index as the bundled Packs' script carries it. Throws a RangeError for a pack too large for that. */
export function buildScriptIndex(pack: NamedPack, names: PackNames): ScriptIndex {
  return writeScriptIndex(indexPartsOf(pack, names));
}

/** Every way in which pages name the corpus' terms, with its rules, before it becomes tables. */
export function buildNames(corpus: Corpus): {
  readonly names: PackNames;
  readonly problems: readonly Problem[];
} {
  const table = createIndexTable();
  const ids = new Map(corpus.terms.map(({ id }, ordinal) => [id, ordinal]));
  const cues = createCues(table, corpus.wording, ids);
  readPageCues(corpus, cues);
  const pageCues = table.aliases.length;
  const problems = cues.problems.splice(0);
  const { language } = corpus.pack.value;
  const shared = { cues, wording: corpus.wording, language };
  for (const [ordinal, term] of corpus.terms.entries()) addTerm(table, shared, term, ordinal);
  for (const phrase of corpus.wording.notBeside ?? []) addDecoy(table, phrase, language);
  const senses = [...table.aliases.map(sensesOf), ...spellingSenses(table, corpus.wording)];
  const texts = table.aliases.map(({ text }) => text);
  const subject = corpus.wording.subject?.join(' ');
  return {
    names: namesOf(texts, senses, { pageCues, ...(subject && { subject }) }),
    problems: [...problems, ...cues.problems],
  };
}

const fieldsOf = (alias: AuthoredTerm['aliases'][number]): AliasFields =>
  typeof alias === 'string' ? { text: alias } : alias;

/** Words that may stand anywhere on a page come first in the table, so that their number tells them. */
function readPageCues({ terms }: Corpus, cues: Cues): void {
  for (const [term, { value, at }] of terms.entries()) {
    for (const [place, alias] of value.aliases.entries()) {
      const { needs, within } = fieldsOf(alias);
      if (needs !== undefined && within === 'page') cues.reader(term, at('aliases', place))(needs);
    }
  }
}

/** What the names of all terms share. */
interface Shared {
  readonly cues: Cues;
  readonly wording: AuthoredWording;
  readonly language: string;
}

function addTerm(table: IndexTable, shared: Shared, entry: Entry<AuthoredTerm>, term: number): void {
  const { cues, wording, language } = shared;
  const { value } = entry;
  for (const [place, alias] of value.aliases.entries()) {
    const fields = fieldsOf(alias);
    const read = cues.reader(term, entry.at('aliases', place));
    const listed = alternatives(fields.text, wording.lists ?? {});
    for (const text of listed) addAlias(table, { ...fields, text }, value, { term, read, wording, language });
  }
  for (const phrase of value.notBeside ?? []) addDecoy(table, phrase, language);
}

interface Context extends Omit<Shared, 'cues'> {
  readonly term: number;
  readonly read: CueReader;
}

function addAlias(table: IndexTable, fields: AliasFields, value: AuthoredTerm, context: Context): void {
  const { language, wording } = context;
  const { text, cut } = parseAlias(fields.text);
  const exact = fields.case === 'exact';
  const asked = ruleOf(fields, value, context.read, wording.lists ?? {});
  for (const form of aliasForms(text, { kind: value.kind, exact, language })) {
    const rule: DraftRule = {
      ...asked,
      ...(cut && { cut }),
      ...lettersRule(form.text, exact, value.kind !== 'person' && isEnglish(language)),
      ...(wording.subject && subjectRule(fields, value, form.text)),
      ...(isEnglish(language)
        ? personOf(value, form.text, fields, wording.spellings ?? {})
        : bearerRule(value, form.text, asked)),
    };
    table.entry(form.text)?.senses.push({ term: context.term, rule, derived: form.derived });
  }
}

/** Capitals as written; of a common term in English, that any will do save those of a longer name. */
function lettersRule(text: string, exact: boolean, common: boolean): Pick<DraftRule, 'letters'> {
  if (exact) return { letters: lettersOf(text) };
  const small = /\p{Ll}/u.test(text) && text === text.toLowerCase();
  return common && small ? { letters: SMALL } : {};
}

const levels = { likely: LIKELY, presumed: PRESUMED, asked: ASKED, told: TOLD } as const;

/** Ideas are called by ordinary words: unless their authors know better, no other matter may prevail around them. */
function subjectRule({ subject, case: letters }: AliasFields, term: AuthoredTerm, text: string): DraftRule {
  const usual = term.kind === 'concept' && letters !== 'exact' && text === text.toLowerCase();
  const asked = subject ?? term.subject ?? (usual ? 'presumed' : 'any');
  if (asked === 'any') return {};
  return { subject: levels[asked] };
}

function addDecoy(table: IndexTable, phrase: string, language: string): void {
  for (const { text } of aliasForms(phrase, { kind: 'concept', exact: false, language })) table.entry(text);
}

/** Other spellings of a word: aliases that only say which word they stand for. */
function spellingSenses(table: IndexTable, { spellings = {} }: AuthoredWording): DraftSense[][] {
  const senses: DraftSense[][] = [];
  for (const [usual, others] of Object.entries(spellings)) {
    for (const other of others) {
      const known = table.aliases.length;
      table.entry(other);
      if (table.aliases.length > known) senses.push([{ rule: { spells: usual } }]);
    }
  }
  return senses;
}

/** What was written beats what was derived; the most demanding reading comes first. */
function sensesOf({ senses, cueLetters }: BuiltAlias): readonly DraftSense[] {
  const written = senses.some(({ derived }) => !derived);
  const kept = senses.filter(({ derived }) => !(written && derived));
  const sorted = [...kept].sort((a, b) => demandsOf(b.rule) - demandsOf(a.rule));
  const distinct = new Map(sorted.map(({ term, rule }) => [JSON.stringify([term, rule]), { term, rule }]));
  const read = [...distinct.values()].map(({ term, rule }): DraftSense => {
    return Object.keys(rule).length > 0 ? { term, rule } : { term };
  });
  const hidden = cueLetters !== undefined && !read.some(({ rule }) => !asksLetters(rule));
  return hidden && !read.some(({ rule }) => rule?.letters === cueLetters)
    ? [...read, cueSense(cueLetters)]
    : read;
}

function cueSense(letters: string): DraftSense {
  return letters === '' ? {} : { rule: { letters } };
}

function demandsOf(rule: DraftRule): number {
  const beside = rule.after ?? rule.joins;
  return (rule.needs ? 2 : 0) + (beside ? 4 : 0) + (rule.home || rule.not || asksLetters(rule) ? 1 : 0);
}

function asksLetters(rule: DraftRule | undefined): boolean {
  return rule?.letters !== undefined && rule.letters !== SMALL;
}
