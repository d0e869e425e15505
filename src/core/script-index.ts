import type { TermKey } from './ids.ts';
import { finish, type InTurns } from './in-turns.ts';
import { encodeTables } from './matcher-tables.ts';
import type { MentionIndex } from './mention-index.ts';
import { damaged, readScriptTablesInTurns, type ScriptTables, ZERO } from './script-tables.ts';
import { createRuleReader, type PackedList, type PackedRule, senseOf } from './sense-reader.ts';
import type { Priority } from './types.ts';

/** An index as a script carries it, a quarter of the bytes of `encodeIndex`; all but the tables is read when asked for. */
export interface ScriptIndex extends ScriptTables {
  readonly mark: typeof SCRIPT_MARK;
  /** What all keys of terms start with, and each term's rest of the key, label and priority. */
  readonly prefix: string;
  readonly terms: readonly (readonly [rest: string, label: string, priority: Priority])[];
  readonly pageCues: number;
  /** By alias the number of its senses in `readings`, one character each. */
  readonly senses: string;
  readonly readings: readonly (readonly WrittenSense[])[];
  /** Lists of words as one text, a space between each two. */
  readonly lists: readonly (string | PackedList)[];
  /** Names of fields, a space between each two; and rules as the number of their names and the values. */
  readonly shapes: readonly string[];
  readonly rules: readonly WrittenRule[];
}

/** NO_TERM and rule 0 are none. */
export type WrittenSense = readonly [term: number, rule?: number];
/** A rule by the number of its shape, and its fields' values in that shape's order. */
export type WrittenRule = readonly [shape: number, ...values: unknown[]];

/** First entry of an index of this version. */
export const SCRIPT_MARK = 'sidelight index 4';

/** The index that was written; throws a RangeError for other data and where its text is not as it was written. */
export function readScriptIndex(written: ScriptIndex): MentionIndex {
  return finish(readScriptIndexInTurns(written));
}

/** The same, in turns of a few milliseconds where nothing has warmed up. */
export function* readScriptIndexInTurns(written: ScriptIndex): InTurns<MentionIndex> {
  if (written?.mark !== SCRIPT_MARK) throw new RangeError('not a script index of this version');
  // The texts of the tables are not kept with the rest.
  const { prefix, terms, pageCues, senses, readings, lists, shapes, rules } = written;
  checkReadings(senses, readings.length);
  yield;
  const tables = yield* readScriptTablesInTurns(written);
  yield;
  const ruleAt = createRuleReader(
    (list) => wordsOf(lists[list]),
    (rule) => named(shapes, rules[rule]),
  );
  return {
    termAt(ordinal) {
      const term = terms[ordinal];
      return term && { key: `${prefix}${term[0]}` as TermKey, label: term[1], priority: term[2] };
    },
    sensesOf: (alias) =>
      (readings[senses.charCodeAt(alias) - ZERO] ?? []).map(([term, rule = 0]) =>
        senseOf(term, ruleAt(rule)),
      ),
    isPageCue: (alias) => alias < pageCues,
    asksPage: true,
    matcher: encodeTables(tables),
  };
}

function checkReadings(senses: string, readings: number): void {
  for (let at = 0; at < senses.length; at += 1) {
    const reading = senses.charCodeAt(at) - ZERO;
    if (reading < 0 || reading >= readings) throw damaged();
  }
}

function wordsOf(list: string | PackedList | undefined): PackedList | undefined {
  return typeof list === 'string' ? list.split(' ') : list;
}

/** A rule with the names of its fields. */
function named(shapes: readonly string[], rule: WrittenRule | undefined): PackedRule | undefined {
  if (rule === undefined) return undefined;
  const [shape, ...values] = rule;
  const names = (shapes[shape] ?? '').split(' ').filter(Boolean);
  return Object.fromEntries(names.map((name, at) => [name, values[at]]));
}
