import { buildMatcher } from './build-matcher.ts';
import { type CueGroup, type DraftRule, type DraftSense, encodeIndex } from './encode-index.ts';
import { aliasAt, findKey, type NameKeys, termAt } from './name-keys.ts';
import { foldText } from './normalize.ts';

/**
 * Cuts out of the names of a Pack what one page needs: an index of the aliases with these keys, or nothing when there
 * is none. On a text that has no other key it finds just what an index of all names would. More keys at the end of the
 * list leave the numbers of aliases and Terms as they were, so what a page has been read for stays true.
 */
export function cutIndex(names: NameKeys, keys: readonly number[]): Uint8Array | undefined {
  const chosen = [...aliasesOf(names, keys)];
  if (chosen.length === 0) return undefined;
  const aliases = chosen.map((alias) => aliasAt(names, alias));
  const terms = new Map<number, number>();
  for (const [term] of aliases.flatMap(({ readings }) => readings))
    if (term >= 0 && !terms.has(term)) terms.set(term, terms.size);
  const renumber = { aliases: new Map(chosen.map((alias, at) => [alias, at])), terms };
  return encodeIndex({
    terms: [...terms.keys()].map((term) => termAt(names, term)),
    senses: aliases.map(({ readings }) =>
      readings.map(([term, rule]) => draft(terms.get(term), names.rules[rule - 1], renumber)),
    ),
    // More cues than rules ask for anywhere on a page do no harm, and so their numbers need no order.
    pageCues: names.hasPageCues ? chosen.length : 0,
    ...(names.subject && { subject: names.subject }),
    matcher: buildMatcher(aliases.map(({ text }) => text)),
  });
}

function aliasesOf(names: NameKeys, keys: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const key of keys) {
    for (let at = findKey(names.keys, key); names.keys[at] === key; at += 1) {
      const alias = names.aliases[at] ?? 0;
      found.add(alias);
      for (const [, rule] of aliasAt(names, alias).readings) {
        const usual = names.rules[rule - 1]?.spells;
        if (usual === undefined) continue;
        // The text is read again with the usual spelling, whose keys do not stand in it.
        for (const other of names.spelled.get(foldText(usual).text) ?? []) found.add(other);
      }
    }
  }
  return found;
}

interface Renumber {
  readonly aliases: ReadonlyMap<number, number>;
  readonly terms: ReadonlyMap<number, number>;
}

function draft(term: number | undefined, rule: DraftRule | undefined, renumber: Renumber): DraftSense {
  return { ...(term !== undefined && { term }), ...(rule && { rule: draftRule(rule, renumber) }) };
}

/** Cues that the page does not have are left out; a rule that needs one of none stays, and never holds. */
function draftRule({ needs, not, ...rule }: DraftRule, renumber: Renumber): DraftRule {
  return {
    ...rule,
    ...(needs && { needs: cues(needs, renumber) }),
    ...(not && { not: cues(not, renumber) }),
  };
}

function cues(from: CueGroup, { aliases, terms }: Renumber): readonly number[] {
  return from.flat().flatMap((cue) => {
    const number = cue < 0 ? terms.get(-1 - cue) : aliases.get(cue);
    return number === undefined ? [] : [cue < 0 ? -1 - number : number];
  });
}
