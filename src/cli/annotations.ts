import type { Mention } from '../core/mention.ts';
import { plain } from '../core/neighbours.ts';
import type { InputText } from './annotate-input.ts';

/** A Mention as it is printed: the term without its pack, the reason in words. */
export interface Annotation {
  readonly id: string | number;
  readonly term: string;
  readonly label: string;
  readonly surface: string;
  /** UTF-16 units of the given text, half-open. */
  readonly start: number;
  readonly end: number;
  readonly why: string;
}

/** The interface's texts, as `_locales` has them. */
export type WhyTexts = Readonly<Record<string, { readonly message: string }>>;

/** The Mentions of one text as they are printed. */
export function annotationsOf(
  { id, text }: InputText,
  mentions: readonly Mention[],
  texts: WhyTexts,
): readonly Annotation[] {
  return mentions.map(({ term, label, start, end, why }) => {
    const surface = text.slice(start, end);
    const words = [surface, ...why.evidence].map((each) => plain(each));
    const message = texts[`why_${why.rule}`]?.message ?? why.rule;
    const reason = message.replace(/\$(\d)/g, (_, digit: string) => words[Number(digit) - 1] ?? '');
    return { id, term: term.slice(term.indexOf('/') + 1), label, surface, start, end, why: reason };
  });
}

/** One line for each annotation: where it stands, the words, the term, the reason. */
export function readableLines(
  { id, text }: InputText,
  annotations: readonly Annotation[],
): readonly string[] {
  let line = 1;
  let lineStart = 0;
  let read = 0;
  return annotations.map(({ start, surface, label, why }) => {
    // Annotations come in order: each line end is counted once.
    for (let at = text.indexOf('\n', read); at !== -1 && at < start; at = text.indexOf('\n', at + 1)) {
      line += 1;
      lineStart = at + 1;
    }
    read = start;
    return `${id}:${line}:${start - lineStart + 1}  ${plain(surface)}  →  ${label}  (${why})`;
  });
}
