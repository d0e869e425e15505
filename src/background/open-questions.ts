import type { Sender } from '../browser/api.ts';

/** A page asks one question after the other, and once more when it was left meanwhile; those of pages before it may be open, too. */
export const MOST_OPEN = 6;

/**
 * Works for so many questions of one frame at a time; more are refused, of which an honest page learns that nobody has
 * answered. Each may take seconds of work, and a page must not have the background busy for others' share.
 */
export function createOpenQuestions() {
  const open = new Map<string, number>();
  return async <Answer>(sender: Sender, work: () => Promise<Answer>): Promise<Answer> => {
    const frame = `${sender.tab?.id} ${sender.frameId}`;
    const before = open.get(frame) ?? 0;
    if (before >= MOST_OPEN) throw new Error(`more than ${MOST_OPEN} questions of one frame are open`);
    open.set(frame, before + 1);
    try {
      return await work();
    } finally {
      const left = (open.get(frame) ?? 0) - 1;
      if (left > 0) open.set(frame, left);
      else open.delete(frame);
    }
  };
}
