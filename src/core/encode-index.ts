import { HEAD_NUMBERS, INDEX_MARK } from './decode-index.ts';
import { encodeSenses } from './encode-senses.ts';
import type { IndexedTerm, Rule } from './mention-index.ts';

/** Cues by alias, and lists of them that several rules share. */
export type CueGroup = readonly (number | readonly number[])[];

/** A Rule before packing. */
export interface DraftRule extends Omit<Rule, 'needs' | 'not'> {
  readonly needs?: CueGroup;
  readonly not?: CueGroup;
}

/** One reading of an alias before packing. */
export interface DraftSense {
  readonly term?: number;
  readonly rule?: DraftRule;
}

/** A MentionIndex as the compiler has it. */
export interface IndexParts {
  readonly terms: readonly IndexedTerm[];
  /** By alias of the matcher. */
  readonly senses: readonly (readonly DraftSense[])[];
  /** Aliases below this number may be asked for anywhere on a page. */
  readonly pageCues: number;
  /** Words that tell the Pack's subject, a space between each two. */
  readonly subject?: string;
  readonly matcher: Uint8Array;
}

/** The index as bytes; the same bytes for the same parts. Throws a RangeError when it has too many terms or rules. */
export function encodeIndex(parts: IndexParts): Uint8Array {
  const { senses, rules } = encodeSenses(parts);
  const terms = parts.terms.map(({ key, label, priority }) => jsonBytes([key, label, priority]));
  const sections = [
    bytesOf(runningSum(terms)),
    bytesOf(runningSum(parts.senses)),
    bytesOf(senses),
    joined(terms),
    jsonBytes(rules),
    parts.matcher,
  ];
  const head = [INDEX_MARK, parts.pageCues, ...sections.map(({ length }) => length)];
  return joined([bytesOf(head.slice(0, HEAD_NUMBERS)), ...sections].map(padded));
}

function runningSum(parts: readonly { readonly length: number }[]): number[] {
  let sum = 0;
  return parts.map(({ length }) => {
    sum += length;
    return sum;
  });
}

function jsonBytes(value: unknown): Uint8Array {
  const ascii = JSON.stringify(value).replace(/[^ -~]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return Uint8Array.from(ascii, (unit) => unit.charCodeAt(0));
}

function bytesOf(numbers: readonly number[]): Uint8Array {
  return new Uint8Array(Uint32Array.from(numbers).buffer);
}

function padded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  whole.set(bytes);
  return whole;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
