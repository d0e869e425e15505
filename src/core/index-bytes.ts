import type { IndexedTerm, MentionIndex, Rule, Sense } from './mention-index.ts';
import type { Priority, TermKey } from './types.ts';

/** A MentionIndex as the compiler has it, before packing. */
export interface IndexParts {
  readonly terms: readonly IndexedTerm[];
  /** By alias of the matcher. */
  readonly senses: readonly (readonly Sense[])[];
  readonly inside: ReadonlyMap<number, readonly number[]>;
  readonly pageCues: readonly number[];
  readonly matcher: Uint8Array;
}

/*
 * Layout: eight 32-bit numbers (mark, lengths of the parts), then, each padded to four bytes: offsets of the terms'
 * text, first sense by alias, senses (term and rule in 20 + 12 bits), the terms' text, rules as JSON, the matcher.
 */
const MARK = 0x31495353;
const HEAD_BYTES = 32;
const NO_TERM = 0xfffff;
const MAX_RULES = 0xfff;
type Numbers = readonly number[];
/** Rules name their lists by number, so that a list which many share is written once. */
type PackedRule = Record<string, unknown>;
interface Tables {
  readonly lists: readonly (readonly (number | string)[])[];
  readonly rules: readonly PackedRule[];
  readonly inside: readonly (readonly [number, Numbers])[];
  readonly pageCues: Numbers;
}
const LISTED = ['needs', 'not', 'notBefore', 'notAfter', 'home', 'given', 'others'];

/** The index as bytes; the same bytes for the same parts. Throws a RangeError when it has too many terms or rules. */
export function encodeIndex(parts: IndexParts): Uint8Array {
  const packed = packRules(parts);
  const terms = parts.terms.map(({ key, label, priority }) => jsonBytes([key, label, priority]));
  const offsets = [
    0,
    ...terms.map(
      (
        (end) => (term: Uint8Array) =>
          (end += term.length)
      )(0),
    ),
  ];
  const firsts = [
    0,
    ...parts.senses.map(
      (
        (end) => (senses: readonly Sense[]) =>
          (end += senses.length)
      )(0),
    ),
  ];
  const sections = [
    bytesOf(offsets),
    bytesOf(firsts),
    bytesOf(packed.senses),
    joined(terms),
    jsonBytes(packed.tables),
    parts.matcher,
  ];
  const head = bytesOf([MARK, parts.terms.length, ...sections.map(({ length }) => length)]);
  return joined([head, ...sections].map(padded));
}

function packRules(parts: IndexParts): { readonly senses: number[]; readonly tables: Tables } {
  const lists = createPool<readonly (number | string)[]>();
  const rules = createPool<PackedRule>();
  rules.add({});
  const senses = parts.senses.flat().map(({ term = NO_TERM, rule }) => {
    const ordinal = rule === undefined ? 0 : rules.add(packRule(rule, lists.add));
    if (ordinal > MAX_RULES) throw new RangeError(`more than ${MAX_RULES} different rules`);
    if (term > NO_TERM) throw new RangeError(`more than ${NO_TERM} terms`);
    return term + ordinal * 0x100000;
  });
  const tables = { lists: lists.all, rules: rules.all, inside: [...parts.inside], pageCues: parts.pageCues };
  return { senses, tables };
}

function packRule(rule: object, list: (words: readonly (number | string)[]) => number): PackedRule {
  return Object.fromEntries(
    Object.entries(rule).map(([name, value]) => {
      if (LISTED.includes(name)) return [name, list(value)];
      return [name, name === 'person' ? packRule(value, list) : value];
    }),
  );
}

function createPool<T>(): { readonly all: T[]; readonly add: (value: T) => number } {
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

function bytesOf(numbers: Numbers): Uint8Array {
  return new Uint8Array(Uint32Array.from(numbers).buffer);
}

/** JSON in ASCII, so that a byte is a character. */
function jsonBytes(value: unknown): Uint8Array {
  const ascii = JSON.stringify(value).replace(/[^ -~]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return Uint8Array.from(ascii, (unit) => unit.charCodeAt(0));
}

/** More arguments than this are too many for one call in some browsers. */
const CHUNK = 8192;

function parseJson<T>(bytes: Uint8Array): T {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return JSON.parse(text);
}

function padded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  whole.set(bytes);
  return whole;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => {
    whole.set(part, at);
    return at + part.length;
  }, 0);
  return whole;
}

/** Views on the bytes; only the rules are parsed. Throws a RangeError for anything but an index of this version. */
export function decodeIndex(bytes: Uint8Array): MentionIndex {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const head = whole.length < HEAD_BYTES ? [] : numbersAt(whole, 0, HEAD_BYTES);
  if (head[0] !== MARK) throw new RangeError('not an index of this version');
  let at = HEAD_BYTES;
  const [offsets, firsts, senses, text, tables, matcher] = Array.from(head.slice(2), (length) => {
    const start = at;
    at += Math.ceil(length / 4) * 4;
    return whole.subarray(start, start + length);
  });
  if (!offsets || !firsts || !senses || !text || !tables || !matcher || at > whole.length) {
    throw new RangeError('the index is cut short');
  }
  const rules = readTables(parseJson<Tables>(tables));
  return {
    ...rules,
    ...readSenses(firsts, senses, rules.ruleAt),
    termAt: termReader(offsets, text),
    matcher,
  };
}

function numbersAt(bytes: Uint8Array, start: number, length: number): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset + start, length / 4);
}

function readTables({ lists, rules, inside, pageCues }: Tables) {
  const insides = new Map(inside);
  const paged = new Set(pageCues);
  const unpack = (packed: PackedRule): object =>
    Object.fromEntries(
      Object.entries(packed).map(([name, value]) => {
        if (LISTED.includes(name)) return [name, lists[value as number]];
        return [name, name === 'person' ? unpack(value as PackedRule) : value];
      }),
    );
  const unpacked: (Rule | undefined)[] = [];
  return {
    ruleAt: (ordinal: number): Rule | undefined => {
      const packed = rules[ordinal];
      if (ordinal === 0 || packed === undefined) return undefined;
      unpacked[ordinal] ??= unpack(packed) as Rule;
      return unpacked[ordinal];
    },
    insideOf: (alias: number) => insides.get(alias) ?? [],
    isPageCue: (alias: number) => paged.has(alias),
  };
}

function readSenses(firsts: Uint8Array, senses: Uint8Array, ruleAt: (ordinal: number) => Rule | undefined) {
  const starts = numbersAt(firsts, 0, firsts.length);
  const packed = numbersAt(senses, 0, senses.length);
  return {
    sensesOf: (alias: number): readonly Sense[] =>
      Array.from(packed.subarray(starts[alias] ?? 0, starts[alias + 1] ?? 0), (value) => {
        const term = value & NO_TERM;
        const rule = ruleAt(value >>> 20);
        return { ...(term !== NO_TERM && { term }), ...(rule && { rule }) };
      }),
  };
}

function termReader(offsets: Uint8Array, text: Uint8Array) {
  const starts = numbersAt(offsets, 0, offsets.length);
  return (ordinal: number): IndexedTerm | undefined => {
    const start = starts[ordinal];
    const end = starts[ordinal + 1];
    if (start === undefined || end === undefined) return undefined;
    const [key, label, priority] = parseJson<[TermKey, string, Priority]>(text.subarray(start, end));
    return { key, label, priority };
  };
}
