import { packContents, packKeeper } from '../browser/added-packs.ts';
import { loadFinders } from '../browser/bundled-finders.ts';
import { createTurn } from '../browser/turn.ts';
import type { AddedPack } from '../core/added-packs.ts';
import { cutIndex } from '../core/cut-index.ts';
import { type Decision, decidePassages, type PackFinder } from '../core/decide-passages.ts';
import { decodeIndex } from '../core/decode-index.ts';
import { createMentionFinder } from '../core/mentions.ts';
import type { Undecided } from '../core/messages.ts';
import type { NameKeys } from '../core/name-keys.ts';
import { noteKeys } from '../core/note-keys.ts';

/**
 * Decides passages of a page, and forgets them with the answer. Here rather than in the page: the code and the tables
 * are brought and warmed once for all pages. In turns, so that a card that is asked for meanwhile does not wait.
 */
export async function decide({ texts, memory, packsOff, stamp }: Undecided): Promise<Decision | undefined> {
  const bundled = (await loadFinders()).filter(({ id }) => !packsOff.includes(id));
  const names = stamp === undefined ? [] : await loadNames(stamp);
  if (!names) return undefined;
  const keys = noteKeys(
    names.map((one) => one.names),
    texts,
    memory.keys,
  );
  const added = names.flatMap(({ id, names }) => cutFinder(id, names, keys));
  return createTurn().finish(decidePassages({ bundled, added }, texts, { ...memory, keys }));
}

interface PackNames {
  readonly id: string;
  readonly names: NameKeys;
}

/** By content; a large one takes a tenth of a second to read, so it stays as long as the worker lives. */
const kept = new Map<string, Promise<NameKeys | undefined>>();

/** The names of the added Packs that are on; nothing under another list than the page knows. */
async function loadNames(stamp: string): Promise<readonly PackNames[] | undefined> {
  const list = await packKeeper.list();
  if (list.stamp !== stamp) return undefined;
  const on = list.packs.filter((pack) => pack.on);
  forgetAllBut(new Set(on.map(({ now }) => now.content)));
  const loaded = await Promise.all(on.map(loadPackNames));
  return loaded.flatMap((one) => one ?? []);
}

async function loadPackNames({ id, now }: AddedPack): Promise<PackNames | undefined> {
  const loading = kept.get(now.content) ?? readNames(now.content);
  kept.set(now.content, loading);
  const names = await loading;
  return names && { id, names };
}

async function readNames(content: string): Promise<NameKeys | undefined> {
  try {
    return await packContents.findNames(content);
  } catch {
    kept.delete(content);
    return undefined;
  }
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

function forgetAllBut(contents: ReadonlySet<string>): void {
  for (const content of kept.keys()) if (!contents.has(content)) kept.delete(content);
}
