import type { MentionSummary } from './messages.ts';

/** The Terms of one section of a page, each where it is first mentioned there. */
export interface OutlineSection {
  /** The heading; empty before the first. */
  readonly title: string;
  readonly mentions: readonly MentionSummary[];
}

/** The first Mention of every Term, in page order; the marked one where a Term has one. */
export function firstMentions(mentions: readonly MentionSummary[]): readonly MentionSummary[] {
  const firsts = new Map<string, MentionSummary>();
  for (const mention of mentions) {
    const known = firsts.get(mention.term);
    if (!known || (mention.marked && !known.marked)) firsts.set(mention.term, mention);
  }
  const order = new Map(mentions.map(({ id }, at) => [id, at]));
  return [...firsts.values()].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

/** The page's Terms in order, under the heading where each comes first. Two sections of one name stay two. */
export function outlinePage(mentions: readonly MentionSummary[]): readonly OutlineSection[] {
  const sections: { title: string; mentions: MentionSummary[] }[] = [];
  for (const mention of firstMentions(mentions)) {
    const last = sections.at(-1);
    if (last?.title === mention.section) last.mentions.push(mention);
    else sections.push({ title: mention.section, mentions: [mention] });
  }
  return sections;
}
