import { decodeTables, encodeTables, type MatcherTables } from './matcher-tables.ts';
import {
  ESCAPE,
  MOST_SHARED,
  NONE_SHARED,
  readScriptTables,
  type ScriptTables,
  ZERO,
} from './script-tables.ts';

// The last character before the halves of pairs.
const LAST = 0xd7ff;
const TWELVE_BITS = 0xfff;

/** The tables that `buildMatcher` made, as text; throws a RangeError where they are too large or made otherwise. */
export function writeScriptTables(matcher: Uint8Array): ScriptTables {
  const tables = decodeTables(matcher);
  const { tokenStarts, units, firstTokens, pairs, alones } = tables;
  const tokens = tokensOf(tables);
  const written: ScriptTables = {
    sizes: [
      tokenStarts.length - 1,
      firstTokens,
      units.length,
      units.BYTES_PER_ELEMENT,
      pairs.length,
      alones.length,
      tables.wides.length / 2,
      tables.signs,
    ],
    tokens: tokens.map((token, id) => writeToken(token, tokens[id - 1] ?? '')).join(''),
    nodes: writeNumbers(nodesOf(tables)),
    labels: writeNumbers(labelsOf(tables)),
    aliases: writeNumbers(
      Array.from(
        tables.aliases.filter((number) => number > 0),
        (number) => number - 1,
      ),
    ),
    wides: writeNumbers(widesOf(tables)),
  };
  const again = encodeTables(readScriptTables(written));
  if (again.length !== matcher.length || again.some((byte, at) => byte !== matcher[at])) {
    throw new RangeError('these matching tables were not made by buildMatcher');
  }
  return written;
}

/** Numbers as one character each; throws a RangeError naming one that is too large. */
export function writeNumbers(numbers: readonly number[]): string {
  const large = numbers.find((number) => number > LAST - ZERO);
  if (large !== undefined) throw new RangeError(`an index for a script cannot number ${large} things`);
  return numbers.map((number) => String.fromCharCode(number + ZERO)).join('');
}

function tokensOf({ units, tokenStarts }: MatcherTables): string[] {
  return Array.from(tokenStarts.subarray(1), (end, id) =>
    String.fromCharCode(...units.subarray(tokenStarts[id], end)),
  );
}

function writeToken(token: string, before: string): string {
  let shared = 0;
  while (shared < MOST_SHARED && shared < token.length && token[shared] === before[shared]) shared += 1;
  const own = token.slice(shared).replace(/[A-Z]/g, (unit) => String.fromCharCode(ESCAPE) + unit);
  return String.fromCharCode(NONE_SHARED + shared) + own;
}

function nodesOf({ children, aliases }: MatcherTables): number[] {
  return Array.from(aliases, (alias, node) => {
    const size = (children[node + 1] ?? 0) - (children[node] ?? 0);
    return size * 2 + (alias === 0 ? 0 : 1);
  });
}

function labelsOf({ children, labels }: MatcherTables): number[] {
  return Array.from(labels).flatMap((_, node) => {
    const own = labels.subarray(children[node], children[node + 1]);
    return stepsOf([...own]);
  });
}

function widesOf({ wides }: MatcherTables): number[] {
  const steps = stepsOf([...wides].filter((_, at) => at % 2 === 0));
  return steps.flatMap((step, at) => {
    const gaps = (wides[at * 2 + 1] ?? 0) >>> 1;
    return [step, gaps & TWELVE_BITS, gaps >>> 12];
  });
}

/** How far each number is from the one before, less one. */
function stepsOf(sorted: readonly number[]): number[] {
  return sorted.map((number, at) => number - (sorted[at - 1] ?? -1) - 1);
}
