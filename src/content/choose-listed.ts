import { chooseMarks, type MarkCandidate } from '../core/density.ts';
import type { Settings } from '../core/settings.ts';
import type { MarkPlace } from '../dom/marks.ts';
import { type Heading, isInHeading } from '../dom/sections.ts';
import { findLink, rangeOf } from '../dom/text-runs.ts';
import type { PlacedMention } from './placed-mentions.ts';

/** A Mention as lists show it. */
export interface Listed extends PlacedMention {
  readonly isMarked: boolean;
}

/** All Mentions of a page with those that are to be marked, and whether there were more than are marked at most. */
export function chooseListed(
  placed: readonly PlacedMention[],
  settings: Settings,
): { readonly listed: readonly Listed[]; readonly capped: boolean } {
  const { marked, capped } = chooseMarks(placed.map(toCandidate(numberHeadings())), settings);
  return { listed: placed.map((item, at) => ({ ...item, isMarked: marked[at] ?? false })), capped };
}

/** Where a listed Mention is to be marked; an empty list when its text has changed or is not to be read any more. */
export function placesOf({ mention, passage }: PlacedMention): readonly MarkPlace[] {
  const range = rangeOf(passage, mention.start, mention.end);
  if (!range) return [];
  return [{ mention, range, inLink: findLink(range.startContainer) !== undefined }];
}

/** One number for each heading, in any order; only whether two are the same counts. */
function numberHeadings(): (heading: Heading) => number {
  const numbers = new Map<Heading, number>();
  return (heading) => {
    const number = numbers.get(heading) ?? numbers.size;
    numbers.set(heading, number);
    return number;
  };
}

function toCandidate(numberOf: (heading: Heading) => number) {
  return ({ mention, passage, heading }: PlacedMention): MarkCandidate => ({
    mention,
    surface: passage.text.slice(mention.start, mention.end),
    section: numberOf(heading),
    isHeading: isInHeading(passage.block, heading),
  });
}
