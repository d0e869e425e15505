import type { DraftRule } from '../core/encode-index.ts';
import { foldText } from '../core/normalize.ts';

/** One reading of an alias while the index is being built. */
export interface BuiltSense {
  readonly term: number;
  readonly rule: DraftRule;
  readonly derived: boolean;
}

/** An alias of the index: what it may mean, and whether rules ask for it. */
export interface BuiltAlias {
  readonly ordinal: number;
  readonly text: string;
  /** Its folded words. */
  readonly key: string;
  readonly senses: BuiltSense[];
  /** Capitals that it must have when it is asked for; undefined when it is no cue. */
  cueLetters: string | undefined;
}

/** Aliases by folded writing, in the order of their first coming. */
export interface IndexTable {
  readonly aliases: readonly BuiltAlias[];
  /** The alias of this writing, added when it is new; undefined for a text without any word. */
  entry(text: string): BuiltAlias | undefined;
}

/** An empty table. */
export function createIndexTable(): IndexTable {
  const byKey = new Map<string, BuiltAlias>();
  const aliases: BuiltAlias[] = [];
  const entry = (text: string) => {
    const key = foldText(text).text;
    if (key === '') return undefined;
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const fresh = { ordinal: aliases.length, text, key, senses: [], cueLetters: undefined };
    byKey.set(key, fresh);
    aliases.push(fresh);
    return fresh;
  };
  return { aliases, entry };
}
