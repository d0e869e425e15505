import { type AliasTree, readAliasTree } from './alias-tree.ts';
import { buildMatcher } from './build-matcher.ts';
import { type DraftRule, type DraftSense, encodeIndex } from './encode-index.ts';
import { decodeIndex } from './index-bytes.ts';
import type { IndexedTerm, MentionIndex, Rule, Sense } from './mention-index.ts';
import { findKey, type NameKeys } from './name-keys.ts';

/**
 * Cuts out of a large index what one page needs: the index of the aliases with these keys, or nothing when there is
 * none. On a text that has no other key it finds just what the whole would. More keys at the end of the list leave
 * the numbers of aliases and Terms as they were, so what a page has been read for stays true.
 */
export type CutIndex = (keys: readonly number[]) => Uint8Array | undefined;

/** A cutter over a Pack's names; keeps its tables while it lives. */
export function createIndexCutter(names: NameKeys): CutIndex {
  const index = decodeIndex(names.index);
  const tree = readAliasTree(index.matcher);
  return (keys) => {
    const aliases = aliasesOf(keys, names, index, tree);
    if (aliases.size === 0) return undefined;
    return encode([...aliases], index, tree);
  };
}

function aliasesOf(
  keys: readonly number[],
  names: NameKeys,
  index: MentionIndex,
  tree: AliasTree,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const key of keys) {
    for (let at = findKey(names.keys, key); names.keys[at] === key; at += 1) {
      const alias = names.aliases[at] ?? 0;
      found.add(alias);
      for (const sense of index.sensesOf(alias)) {
        const usual = sense.rule?.spells;
        // The text is read again with the usual spelling, whose keys do not stand in it.
        if (usual !== undefined) for (const other of aliasesWith(usual, tree)) found.add(other);
      }
    }
  }
  return found;
}

function aliasesWith(word: string, tree: AliasTree): readonly number[] {
  const wanted = ` ${word.toLowerCase()} `;
  return Array.from({ length: tree.count }, (_, alias) => alias).filter((alias) =>
    ` ${tree.textOf(alias)?.replaceAll('-', ' ')} `.includes(wanted),
  );
}

function encode(aliases: readonly number[], index: MentionIndex, tree: AliasTree): Uint8Array {
  const terms = new Map<number, number>();
  const senses = aliases.map((alias) => index.sensesOf(alias));
  for (const { term } of senses.flat())
    if (term !== undefined && !terms.has(term)) terms.set(term, terms.size);
  const renumber = { aliases: new Map(aliases.map((alias, at) => [alias, at])), terms };
  return encodeIndex({
    terms: [...terms.keys()].map((term) => termAt(index, term)),
    senses: senses.map((each) => each.map((sense) => draft(sense, renumber))),
    // More cues than rules ask for anywhere on a page do no harm, and so their numbers need no order.
    pageCues: index.isPageCue(0) ? aliases.length : 0,
    matcher: buildMatcher(aliases.map((alias) => tree.textOf(alias) ?? '')),
  });
}

function termAt(index: MentionIndex, ordinal: number): IndexedTerm {
  const term = index.termAt(ordinal);
  if (!term) throw new RangeError(`the index has no term ${ordinal}`);
  return term;
}

interface Renumber {
  readonly aliases: ReadonlyMap<number, number>;
  readonly terms: ReadonlyMap<number, number>;
}

function draft({ term, rule }: Sense, renumber: Renumber): DraftSense {
  const number = term === undefined ? undefined : renumber.terms.get(term);
  return { ...(number !== undefined && { term: number }), ...(rule && { rule: draftRule(rule, renumber) }) };
}

/** Cues that the page does not have are left out; a rule that needs one of none stays, and never holds. */
function draftRule({ needs, not, ...rule }: Rule, renumber: Renumber): DraftRule {
  return {
    ...rule,
    ...(needs && { needs: cues(needs, renumber) }),
    ...(not && { not: cues(not, renumber) }),
  };
}

function cues(from: ReadonlySet<number>, { aliases, terms }: Renumber): readonly number[] {
  return [...from].flatMap((cue) => {
    const number = cue < 0 ? terms.get(-1 - cue) : aliases.get(cue);
    return number === undefined ? [] : [cue < 0 ? -1 - number : number];
  });
}
