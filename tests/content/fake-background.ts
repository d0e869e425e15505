import { type Decision, decidePassages, type PackFinder } from '../../src/core/decide-passages.ts';
import { finish } from '../../src/core/in-turns.ts';
import type { FromPage, Undecided } from '../../src/core/messages.ts';
import { createWordFinder } from '../core/word-finder.ts';

/** What answers a page's questions, as each of them reached it: by JSON, and nothing kept between two. */
export interface FakeBackground {
  readonly asked: Undecided[];
  /** Stands in for the answer where it is set; may throw, as for a worker that was stopped. */
  instead: ((asked: Undecided) => unknown) | undefined;
}

/** Puts it where pages look for the extension; its one Pack `a` has these words. */
export function installFakeBackground(words: readonly string[]): FakeBackground {
  const background: FakeBackground = { asked: [], instead: undefined };
  const bundled: readonly PackFinder[] = [{ id: 'a', finder: createWordFinder('a', words) }];
  const decide = ({ texts, memory }: Undecided): Decision =>
    finish(decidePassages({ bundled, added: [] }, texts, memory));
  const sendMessage = async (message: FromPage): Promise<unknown> => {
    if (message.type !== 'passages.decide') return undefined;
    const asked = JSON.parse(JSON.stringify(message));
    background.asked.push(asked);
    const answer = background.instead ? await background.instead(asked) : decide(asked);
    return answer === undefined ? undefined : JSON.parse(JSON.stringify(answer));
  };
  Object.assign(globalThis, { chrome: { runtime: { id: 'own', sendMessage } } });
  return background;
}
