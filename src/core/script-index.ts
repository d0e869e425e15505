import { CUES, readCues } from './cue-text.ts';
import type { TermKey } from './ids.ts';
import { finish, type InTurns } from './in-turns.ts';
import { keepWeakly } from './keep-weakly.ts';
import { encodeTables } from './matcher-tables.ts';
import type { MentionIndex } from './mention-index.ts';
import { damaged, readScriptTablesInTurns, type ScriptTables, ZERO } from './script-tables.ts';
import { createRuleReader, NO_TERM, type PackedList, type PackedRule, senseOf } from './sense-reader.ts';
import type { Priority } from './types.ts';

/**
 * An index as a script carries it, a quarter of the bytes of `encodeIndex`; all but the tables is read when asked for.
 * What a page asks little of is one text of rows, which weighs a quarter of so many small lists.
 */
export interface ScriptIndex extends ScriptTables {
  readonly mark: typeof SCRIPT_MARK;
  /** What all keys of terms start with, and by row each term's priority, rest of the key, a space, label. */
  readonly prefix: string;
  readonly terms: string;
  readonly pageCues: number;
  /** Words that tell the Pack's subject. */
  readonly subject?: string;
  /** By alias the number of its senses in `readings`, one character each. */
  readonly senses: string;
  /** By row the senses of an alias, each as "term" or "term,rule", a semicolon between each two. */
  readonly readings: string;
  /** Lists of words as one text, a space between each two; lists of cues as `writeCues` writes them. */
  readonly lists: readonly (string | PackedList)[];
  /** Names of fields; of each shape the numbers of its fields, a digit of base FIELD_DIGITS each; and by row the JSON of a rule. */
  readonly fields: readonly string[];
  readonly shapes: readonly string[];
  readonly rules: string;
}

/** A rule by the number of its shape, and its fields' values in that shape's order; what it says of a person likewise. */
export type WrittenRule = readonly [shape: number, ...values: unknown[]];

/** More than rules have fields. */
export const FIELD_DIGITS = 36;

/** First entry of an index of this version. */
export const SCRIPT_MARK = 'sidelight index 7';

/** The index that was written; throws a RangeError for other data and where its text is not as it was written. */
export function readScriptIndex(written: ScriptIndex): MentionIndex {
  return finish(readScriptIndexInTurns(written));
}

/** The same, in turns of a few milliseconds where nothing has warmed up. */
export function* readScriptIndexInTurns(written: ScriptIndex): InTurns<MentionIndex> {
  if (written?.mark !== SCRIPT_MARK) throw new RangeError('not a script index of this version');
  // The texts of the tables are not kept with the rest.
  const { prefix, pageCues, subject, senses, lists, fields, shapes } = written;
  const kept = { fields, shapes };
  const [terms, readings, rules] = [written.terms, written.readings, written.rules].map(createRows);
  if (!terms || !readings || !rules) throw damaged();
  checkReadings(senses, readings);
  yield;
  const tables = yield* readScriptTablesInTurns(written);
  yield;
  const ruleAt = createRuleReader(
    (list) => wordsOf(lists[list]),
    (rule) => {
      const row = rules(rule);
      return row ? named(kept, JSON.parse(row) as WrittenRule) : undefined;
    },
  );
  return {
    termAt(ordinal) {
      const row = terms(ordinal);
      if (!row) return undefined;
      const space = row.indexOf(' ');
      const [key, label] = [`${prefix}${row.slice(1, space)}` as TermKey, row.slice(space + 1)];
      return { key, label, priority: Number(row[0]) as Priority };
    },
    sensesOf: (alias) =>
      (readings(senses.charCodeAt(alias) - ZERO) || undefined)?.split(';').map((sense) => {
        const [term, rule = 0] = sense.split(',').map(Number);
        return senseOf(term ?? NO_TERM, ruleAt(rule));
      }) ?? [],
    isPageCue: (alias) => alias < pageCues,
    asksPage: true,
    ...(subject && { subject }),
    matcher: encodeTables(tables),
  };
}

type Rows = (row: number) => string | undefined;

/** The rows of a text by number. */
function createRows(text: string): Rows {
  const rows = keepWeakly(() => text.split('\n'));
  return (row) => rows()[row];
}

function checkReadings(senses: string, readings: Rows): void {
  for (let at = 0; at < senses.length; at += 1)
    if (readings(senses.charCodeAt(at) - ZERO) === undefined) throw damaged();
}

function wordsOf(list: string | PackedList | undefined): PackedList | undefined {
  if (typeof list !== 'string') return list;
  return list.startsWith(CUES) ? readCues(list) : list.split(' ');
}

/** A rule with the names of its fields. */
function named(written: Pick<ScriptIndex, 'fields' | 'shapes'>, [shape, ...values]: WrittenRule): PackedRule {
  const names = [...(written.shapes[shape] ?? '')].map(
    (digit) => written.fields[Number.parseInt(digit, FIELD_DIGITS)] ?? '',
  );
  return Object.fromEntries(
    names.map((name, at) => [
      name,
      name === 'person' ? named(written, values[at] as WrittenRule) : values[at],
    ]),
  );
}
