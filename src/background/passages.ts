import { packContents, packKeeper } from '../browser/added-packs.ts';
import type { Sender } from '../browser/api.ts';
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
import { createOpenQuestions } from './open-questions.ts';

/** The worker has no frames to paint: it gives way to cards and other pages so often, ms. */
const SLICE_MS = 20;
/** No page of honest text takes a tenth of it, ms; what is left then is taken to mention nothing. */
const MOST_WORK_MS = 10_000;

/**
 * Names of added Packs are waited for so long, ms: a large one is read in a tenth of a second, and a store that a browser
 * never opens must not keep the bundled ones from deciding.
 */
const NAMES_WAIT_MS = 3_000;

/** Where what decides is found. */
export interface DecideParts {
  /** Of the bundled Packs, switched off or not. */
  readonly loadFinders: () => Promise<readonly PackFinder[]>;
  readonly list: () => Promise<PackList>;
  /** Of an added Pack, by its content; nothing when it is not kept. */
  readonly findNames: (content: string) => Promise<NameKeys | undefined>;
  /** Told of a page that knows of another list: a change may have broken off before pages heard of it. */
  readonly mend: () => void;
}

/**
 * What decides passages of a page, and forgets them with the answer. Here rather than in the page: the code and the
 * tables are brought and warmed once for all pages. In turns, so that a card that is asked for meanwhile does not wait.
 */
export function createDecide({ loadFinders, ...parts }: DecideParts, namesWaitMs = NAMES_WAIT_MS) {
  const loadNames = createNamesLoader(parts);
  const cutFinder = createFinderCutter();
  return async ({ texts, memory, packsOff, stamp }: Undecided): Promise<Decided> => {
    const bundled = (await loadFinders()).filter(({ id }) => !packsOff.includes(id));
    // Under another list than the page knows of the bundled Packs decide alone, until the page begins anew.
    const found = stamp === undefined ? [] : await within(namesWaitMs, loadNames(stamp));
    const names = found ?? [];
    let workedMs = 0;
    const turn = createTurn((ms) => {
      workedMs += ms;
    }, SLICE_MS);
    const keys = await turn.finish(
      noteKeys(
        names.map((one) => one.names),
        texts,
        memory.keys,
      ),
    );
    const added = names.flatMap((one) => cutFinder(one, keys));
    const finders = { bundled, added };
    const isEnough = (): boolean => workedMs > MOST_WORK_MS;
    const decision = await turn.finish(decidePassages(finders, texts, { ...memory, keys }, isEnough));
    turn.pause();
    return { ...decision, workedMs, isLate: found === undefined };
  };
}

/** By the Packs of this browser. */
const decideByPacks = createDecide({
  loadFinders,
  list: () => packKeeper.list(),
  findNames: (content) => packContents.findNames(content),
  mend,
});
const answerFrame = createOpenQuestions();

/** What comes of passages by the Packs of this browser; fails where the frame that asks has too many questions open. */
export function decide(question: Undecided, sender?: Sender): Promise<Decided> {
  return sender ? answerFrame(sender, () => decideByPacks(question)) : decideByPacks(question);
}

let isMending = false;

/** Once for all pages that ask meanwhile. */
function mend(): void {
  if (isMending) return;
  isMending = true;
  void packKeeper
    .sweep()
    .catch(() => undefined)
    .finally(() => {
      isMending = false;
    });
}

interface PackNames {
  readonly id: string;
  readonly names: NameKeys;
}

/** The names of the added Packs that are on; none under another list than the page knows. */
function createNamesLoader({ list: findList, findNames, mend }: Omit<DecideParts, 'loadFinders'>) {
  /** A large one takes a tenth of a second to read, so it stays as long as the worker lives. */
  const kept = new Map<string, Promise<NameKeys | undefined>>();
  /** A damaged Pack that is added again has the same content. */
  const placeOf = ({ now }: AddedPack): string => `${now.content} ${now.at}`;
  const read = async (pack: AddedPack): Promise<NameKeys | undefined> => {
    try {
      const names = await findNames(pack.now.content);
      // A Pack that is taken out while it is read may be added once more.
      if (!names) kept.delete(placeOf(pack));
      return names;
    } catch {
      kept.delete(placeOf(pack));
      return undefined;
    }
  };
  const load = async (pack: AddedPack): Promise<readonly PackNames[]> => {
    const loading = kept.get(placeOf(pack)) ?? read(pack);
    kept.set(placeOf(pack), loading);
    const names = await loading;
    return names && ArrayBuffer.isView(names.keys) ? [{ id: pack.id, names }] : [];
  };
  return async (stamp: string): Promise<readonly PackNames[]> => {
    const list = await findList();
    if (list.stamp !== stamp) {
      mend();
      return [];
    }
    const on = list.packs.filter((pack) => pack.on);
    const places = new Set(on.map(placeOf));
    for (const place of kept.keys()) if (!places.has(place)) kept.delete(place);
    return (await Promise.all(on.map(load))).flat();
  };
}

/** What this comes to; nothing when it takes longer. */
async function within<Result>(mostMs: number, work: Promise<Result>): Promise<Result | undefined> {
  let stop = (): void => {};
  const late = new Promise<undefined>((resolve) => {
    const timer = setTimeout(() => resolve(undefined), mostMs);
    stop = () => clearTimeout(timer);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    stop();
  }
}

/** Finders that were cut out of a Pack for the keys of a page: as many as pages are read at a time. */
const MOST_FINDERS = 16;

interface CutFinder {
  readonly content: NameKeys;
  readonly keys: readonly number[];
  readonly finders: readonly PackFinder[];
}

/** A page asks again with the same keys, and to cut a large Pack takes long: what was cut last is kept for a while. */
function createFinderCutter() {
  let kept: readonly CutFinder[] = [];
  return ({ id, names }: PackNames, keys: readonly number[]): readonly PackFinder[] => {
    const isSame = (one: CutFinder) => one.content === names && isSameList(one.keys, keys);
    const found = kept.find(isSame) ?? { content: names, keys, finders: cutFinder(id, names, keys) };
    kept = [found, ...kept.filter((one) => one !== found)].slice(0, MOST_FINDERS);
    return found.finders;
  };
}

function isSameList(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((key, at) => key === other[at]);
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
