import type { Mention } from './mention.ts';
import type { Settings } from './settings.ts';

/** More Marks than this help nobody; the rest stay in the lists, and the page's state says so. */
export const MAX_MARKS = 1_000;

/** A Mention that may be marked, with where it stands on the page. */
export interface MarkCandidate {
  readonly mention: Mention;
  /** The words as the page has them. */
  readonly surface: string;
  /** Ordinal of the section: how many headings stand before. */
  readonly section: number;
  readonly isHeading: boolean;
}

/** Which candidates to mark, one answer for each, and whether there were more than `MAX_MARKS`. */
export interface Choice {
  readonly marked: readonly boolean[];
  readonly capped: boolean;
}

type Rules = Pick<Settings, 'density' | 'showMinor' | 'markHeadings' | 'muted' | 'notThis'>;

/**
 * Chooses what to mark, in document order: by default the first Mention of a Term in each section. Terms of
 * priority 2 are marked once a page, of priority 3 only when asked for; muted ones never.
 */
export function chooseMarks(candidates: readonly MarkCandidate[], rules: Rules): Choice {
  const muted = new Set<string>(rules.muted);
  const notThis = new Set(rules.notThis);
  const seen = new Set<string>();
  let count = 0;
  let capped = false;
  const marked = candidates.map((candidate) => {
    if (!isWanted(candidate, rules, muted, notThis)) return false;
    const scope = scopeOf(candidate, rules);
    if (scope !== undefined && seen.has(scope)) return false;
    if (scope !== undefined) seen.add(scope);
    capped ||= count >= MAX_MARKS;
    count += 1;
    return count <= MAX_MARKS;
  });
  return { marked, capped };
}

function isWanted(
  { mention, surface, isHeading }: MarkCandidate,
  rules: Rules,
  muted: ReadonlySet<string>,
  notThis: ReadonlySet<string>,
): boolean {
  if (muted.has(mention.term) || notThis.has(`${mention.term}|${surface.toLowerCase()}`)) return false;
  if (mention.priority === 3 && !rules.showMinor) return false;
  return rules.markHeadings || !isHeading;
}

/** Within one scope only the first Mention is marked; nothing when every one is. */
function scopeOf({ mention, section }: MarkCandidate, { density }: Rules): string | undefined {
  if (density === 'all') return undefined;
  const isOnceAPage = density === 'page' || mention.priority > 1;
  return isOnceAPage ? mention.term : `${mention.term} ${section}`;
}
