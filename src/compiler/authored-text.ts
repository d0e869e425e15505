import * as v from 'valibot';
import { textFault } from '../core/text-fault.ts';

/** Text as people write it in a pack's files: not empty, not too long, nothing in it that cannot be seen. */
export function authoredText(most: number) {
  return v.pipe(
    v.string('must be text'),
    v.trim(),
    v.minLength(1, 'must not be empty'),
    v.maxLength(most, ({ received }) => `has ${received} characters; at most ${most}`),
    v.check(
      (text) => textFault(text) === undefined,
      ({ input }) => textFault(input) ?? '',
    ),
  );
}
