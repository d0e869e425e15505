import { writeCues } from './cue-text.ts';
import type { IndexParts } from './encode-index.ts';
import { createPool, encodeSenses } from './encode-senses.ts';
import { FIELD_DIGITS, SCRIPT_MARK, type ScriptIndex, type WrittenRule } from './script-index.ts';
import { NO_TERM, type PackedList, type PackedRule } from './sense-reader.ts';
import { writeNumbers, writeScriptTables } from './write-script-tables.ts';

const ROW_END = '\n';

/** The index as data for a script; the same for the same parts. Throws a RangeError where it is too large for one. */
export function writeScriptIndex(parts: IndexParts): ScriptIndex {
  const { senses, rules } = encodeSenses(parts);
  const prefix = sharedStart(parts.terms.map(({ key }) => key));
  const [fields, shapes] = [createPool<string>(), createPool<string>()];
  const known = { field: fields.add, add: shapes.add };
  return {
    mark: SCRIPT_MARK,
    prefix,
    terms: parts.terms
      .map(({ key, label, priority }) => `${priority}${key.slice(prefix.length)} ${label}`)
      .join(ROW_END),
    pageCues: parts.pageCues,
    ...(parts.subject && { subject: parts.subject }),
    ...writeReadings(parts, senses),
    lists: rules.lists.map(writeList),
    rules: rules.rules.map((rule) => JSON.stringify(writeRule(rule, known))).join(ROW_END),
    fields: fields.all,
    shapes: shapes.all,
    ...writeScriptTables(parts.matcher),
  };
}

function sharedStart(keys: readonly string[]): string {
  const [first = ''] = keys;
  let size = first.length;
  for (const key of keys) while (!key.startsWith(first.slice(0, size))) size -= 1;
  return first.slice(0, size);
}

function writeReadings({ senses: byAlias }: IndexParts, encoded: readonly number[]) {
  const pool = createPool<string>();
  let at = 0;
  const numbers = byAlias.map(({ length }) => {
    at += length;
    return pool.add(
      encoded
        .slice(at - length, at)
        .map(writeSense)
        .join(';'),
    );
  });
  return { senses: writeNumbers(numbers), readings: pool.all.join(ROW_END) };
}

function writeSense(sense: number): string {
  const rule = Math.floor(sense / (NO_TERM + 1));
  return rule === 0 ? `${sense}` : `${sense % (NO_TERM + 1)},${rule}`;
}

/** Lists of cues, and of words that hold no space, become one text. */
function writeList(list: PackedList): string | PackedList {
  const isPlain = list.length > 0 && list.every((word) => typeof word === 'string' && /^[^ ]+$/.test(word));
  return isPlain ? list.join(' ') : (writeCues(list) ?? list);
}

/** The numbers of a field's name and of a shape. */
interface Shapes {
  readonly field: (name: string) => number;
  readonly add: (shape: string) => number;
}

function writeRule(rule: PackedRule, shapes: Shapes): WrittenRule {
  const values = Object.entries(rule).map(([name, value]) =>
    name === 'person' ? writeRule(value as PackedRule, shapes) : value,
  );
  const shape = Object.keys(rule).map((name) => shapes.field(name).toString(FIELD_DIGITS));
  return [shapes.add(shape.join('')), ...values];
}
