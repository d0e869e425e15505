import { ask } from '../browser/page-api.ts';
import type { Turn } from '../browser/turn.ts';
import type { DecidedPassage } from '../core/decide-passages.ts';
import { NO_MEMORY, type PageMemory } from '../core/page-memory.ts';
import type { PageStart } from './page-door.ts';

/** Of each text what came of it, in their order. */
export interface DecidedTexts {
  readonly passages: readonly DecidedPassage[];
  /** To ask again is worth it. */
  readonly isLate: boolean;
}

/**
 * Has the passages of one page decided, which the background does: no page brings the code and the tables for it. What
 * the page has told is kept here and goes along with each question, so that nothing is lost with a worker that stops.
 */
export class Decider {
  readonly #start: Pick<PageStart, 'settings' | 'added' | 'signal' | 'meter'>;
  #memory: PageMemory = NO_MEMORY;
  readonly #known = new Set<string>();
  /** Short forms such as "the Act" that the page has introduced; another list when there are more. */
  forms: readonly string[] = [];
  #newForms: string[] = [];
  /** Grows when the page has told something by which passages decided before may have to be decided again. */
  version = 0;

  constructor(start: Pick<PageStart, 'settings' | 'added' | 'signal' | 'meter'>) {
    this.#start = start;
  }

  /** Those that it has introduced since the last call. */
  takeNewForms(): readonly string[] {
    const taken = this.#newForms;
    this.#newForms = [];
    return taken;
  }

  /** What came of these passages, in their order; nothing when nobody answers or the page has ended meanwhile. */
  async decide(texts: readonly string[], turn: Turn): Promise<DecidedTexts | undefined> {
    const { settings, added, signal, meter } = this.#start;
    const decision = await turn.wait(
      ask({
        type: 'passages.decide',
        texts,
        memory: this.#memory,
        packsOff: settings.packsOff,
        ...(added && { stamp: added.stamp }),
      }),
    );
    if (!decision || signal.aborted) return undefined;
    const { passages, memory, grew, forms, workedMs, isLate } = decision;
    // The page's, too, since it is worked for the page.
    meter(workedMs);
    this.#memory = memory;
    if (grew) this.version += 1;
    const fresh = forms.filter((form) => !this.#known.has(form));
    if (fresh.length > 0) this.forms = [...this.forms, ...fresh];
    for (const form of fresh) this.#known.add(form);
    this.#newForms.push(...fresh);
    return { passages, isLate };
  }
}
