import type { CueGroup, IndexParts } from './encode-index.ts';
import {
  cueFields,
  MAX_RULES,
  NO_TERM,
  type PackedList,
  type PackedRule,
  type PackedRules,
  wordFields,
} from './sense-reader.ts';

/** Senses as numbers and the rules they name; throws a RangeError when there are too many terms or rules. */
export function encodeSenses({ senses, terms, subject }: Pick<IndexParts, 'senses' | 'terms' | 'subject'>): {
  readonly senses: number[];
  readonly rules: PackedRules;
} {
  if (terms.length >= NO_TERM) throw new RangeError(`more than ${NO_TERM - 1} terms`);
  const lists = createPool<PackedList>();
  const rules = createPool<PackedRule>();
  rules.add({});
  const packed = senses.flat().map(({ term = NO_TERM, rule }) => {
    const ordinal = rule === undefined ? 0 : rules.add(packRule(rule, lists.add));
    if (ordinal > MAX_RULES) throw new RangeError(`more than ${MAX_RULES} different rules`);
    return term + ordinal * (NO_TERM + 1);
  });
  return { senses: packed, rules: { lists: lists.all, rules: rules.all, ...(subject && { subject }) } };
}

function packRule(rule: object, list: (items: PackedList) => number): PackedRule {
  return Object.fromEntries(
    Object.entries(rule).map(([name, value]) => {
      if (cueFields.has(name)) return [name, list(packGroup(value, list))];
      if (wordFields.has(name)) return [name, list(value)];
      return [name, name === 'person' ? packRule(value, list) : value];
    }),
  );
}

/** Fewer take no more bytes as they are. */
const FEWEST_IN_ROW = 3;

function packGroup(group: CueGroup, list: (items: PackedList) => number): PackedList {
  return inRows(group.map((item) => (typeof item === 'number' ? item : ([list(inRows(item))] as const))));
}

/** Three cues or more in a row, as their first and last; "any term" is one row where they go down. */
function inRows(cues: PackedList): PackedList {
  const isDown = cues.every((cue, at) => typeof cue === 'number' && cue + at === cues[0]);
  const items = isDown ? cues.toReversed() : cues;
  const packed: PackedList[number][] = [];
  for (let at = 0; at < items.length; ) {
    const first = items[at];
    let end = at + 1;
    while (typeof first === 'number' && items[end] === first + end - at) end += 1;
    if (typeof first === 'number' && end - at >= FEWEST_IN_ROW) packed.push([first, first + end - at - 1]);
    else packed.push(...items.slice(at, end));
    at = end;
  }
  return packed;
}

/** Different values, numbered in the order of their coming. */
export function createPool<T>(): { readonly all: T[]; readonly add: (value: T) => number } {
  const all: T[] = [];
  const known = new Map<string, number>();
  const add = (value: T) => {
    const key = JSON.stringify(value);
    const at = known.get(key) ?? all.push(value) - 1;
    known.set(key, at);
    return at;
  };
  return { all, add };
}
