import { packContents, packKeeper } from '../browser/added-packs.ts';
import { loadFinders } from '../browser/bundled-finders.ts';
import { createTurn } from '../browser/turn.ts';
import type { AddedPack, PackList } from '../core/added-packs.ts';
import { cutIndex } from '../core/cut-index.ts';
import { decidePassages, type PackFinder } from '../core/decide-passages.ts';
import { decodeIndex } from '../core/decode-index.ts';
import { createMentionFinder } from '../core/mentions.ts';
import type { Decided, Undecided } from '../core/messages.ts';
import type { NameKeys } from '../core/name-keys.ts';
import { noteKeys } from '../core/note-keys.ts';

/** Where what decides is found. */
export interface DecideParts {
  /** Of the bundled Packs, switched off or not. */
  readonly loadFinders: () => Promise<readonly PackFinder[]>;
  readonly list: () => Promise<PackList>;
  /** Of an added Pack, by its content; nothing when it is not kept. */
  readonly findNames: (content: string) => Promise<NameKeys | undefined>;
}

/**
 * What decides passages of a page, and forgets them with the answer. Here rather than in the page: the code and the
 * tables are brought and warmed once for all pages. In turns, so that a card that is asked for meanwhile does not wait.
 */
export function createDecide({ loadFinders, list, findNames }: DecideParts) {
  const loadNames = createNamesLoader({ list, findNames });
  return async ({ texts, memory, packsOff, stamp }: Undecided): Promise<Decided | undefined> => {
    const bundled = (await loadFinders()).filter(({ id }) => !packsOff.includes(id));
    const names = stamp === undefined ? [] : await loadNames(stamp);
    if (!names) return undefined;
    let workedMs = 0;
    const turn = createTurn((ms) => {
      workedMs += ms;
    });
    const keys = noteKeys(
      names.map((one) => one.names),
      texts,
      memory.keys,
    );
    const added = names.flatMap(({ id, names }) => cutFinder(id, names, keys));
    const decision = await turn.finish(decidePassages({ bundled, added }, texts, { ...memory, keys }));
    turn.pause();
    return { ...decision, workedMs };
  };
}

/** By the Packs of this browser. */
export const decide = createDecide({
  loadFinders,
  list: () => packKeeper.list(),
  findNames: (content) => packContents.findNames(content),
});

interface PackNames {
  readonly id: string;
  readonly names: NameKeys;
}

/** The names of the added Packs that are on; nothing under another list than the page knows. */
function createNamesLoader({ list: findList, findNames }: Pick<DecideParts, 'list' | 'findNames'>) {
  /** By content; a large one takes a tenth of a second to read, so it stays as long as the worker lives. */
  const kept = new Map<string, Promise<NameKeys | undefined>>();
  const read = async (content: string): Promise<NameKeys | undefined> => {
    try {
      return await findNames(content);
    } catch {
      kept.delete(content);
      return undefined;
    }
  };
  const load = async ({ id, now }: AddedPack): Promise<readonly PackNames[]> => {
    const loading = kept.get(now.content) ?? read(now.content);
    kept.set(now.content, loading);
    const names = await loading;
    return names && ArrayBuffer.isView(names.keys) ? [{ id, names }] : [];
  };
  return async (stamp: string): Promise<readonly PackNames[] | undefined> => {
    const list = await findList();
    if (list.stamp !== stamp) return undefined;
    const on = list.packs.filter((pack) => pack.on);
    const contents = new Set(on.map(({ now }) => now.content));
    for (const content of kept.keys()) if (!contents.has(content)) kept.delete(content);
    return (await Promise.all(on.map(load))).flat();
  };
}

/** None without such names; a Pack whose kept names are damaged is as if it had none, and the others work on. */
function cutFinder(id: string, names: NameKeys, keys: readonly number[]): readonly PackFinder[] {
  try {
    const index = cutIndex(names, keys);
    return index ? [{ id, finder: createMentionFinder(decodeIndex(index)) }] : [];
  } catch {
    return [];
  }
}
