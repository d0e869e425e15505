import { setTimeout as sleep } from 'node:timers/promises';

/** A browser answers within milliseconds; asking more often only slows it. */
const pollMs = 50;

/** Long enough for a cold background worker on a busy two-core machine. */
const patienceMs = 15_000;

type Answer<T> = T | undefined | null | false;

/** Asks until the answer is something; says `what` was waited for when time is up. */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<Answer<T>> | Answer<T>,
  timeoutMs = patienceMs,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  let lastError: unknown;
  while (Date.now() < deadline) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== null && answer !== false) return answer;
    } catch (error) {
      lastError = error;
    }
    await sleep(pollMs);
  }
  throw new Error(`waited ${timeoutMs} ms for ${what}`, { cause: lastError });
}
