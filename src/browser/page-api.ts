import type { Browser } from 'webextension-polyfill';
import type { Answer, FromPage, ToPage } from '../core/messages.ts';
import { decodeSettings, type Settings } from '../core/settings.ts';
import { findApi } from './find-api.ts';

/**
 * The few calls that run inside pages. Both browsers give promises here by themselves, and the polyfill would
 * weigh 10 KB in every frame of every page.
 */
type PageApi = Pick<Browser, 'runtime' | 'storage'>;

const api = findApi as () => PageApi;

/** False once the extension was updated, switched off or removed under this page's feet. */
export function isConnectedToExtension(): boolean {
  try {
    return api().runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/**
 * Asks the background, once more when its worker died under the question or the page was kept for "back" meanwhile, since
 * what is answered then never comes; nothing when it is gone for good.
 */
export async function ask<M extends FromPage>(message: M): Promise<Answer<M> | undefined> {
  for (let left = 2; left > 0 && isConnectedToExtension(); left -= 1) {
    try {
      const answer = await new Promise<Answer<M>>((resolve, reject) => {
        const asking = new AbortController();
        // As `isBack`, in fewer bytes of the card, which are counted.
        addEventListener('pageshow', (event) => event.isTrusted && event.persisted && reject(), asking);
        const asked = api().runtime.sendMessage(message) as Promise<Answer<M>>;
        asked.then(resolve, reject).finally(() => asking.abort());
      });
      // Chromium makes `null` of nothing.
      return answer ?? undefined;
    } catch {
      // The worker was stopped between waking and answering: it starts again with the next message.
    }
  }
  return undefined;
}

/** Whether the browser shows a page again that it had kept for "back"; a page's script may send such events itself. */
export function isBack({ isTrusted, persisted }: PageTransitionEvent): boolean {
  return isTrusted && persisted;
}

/** Settings as stored; defaults where nothing or nonsense is, and where the store itself fails. */
export async function readSettings(): Promise<Settings> {
  try {
    const stored = await api().storage.local.get('settings');
    return decodeSettings(stored['settings']);
  } catch {
    return decodeSettings(undefined);
  }
}

/** What pages are looked through with for the names of added Packs. */
export interface AddedLook {
  /** Of the list of Packs that it was made of. */
  readonly stamp: string;
  /** Filters in base64: of names that may mean a Term, and of others. */
  readonly telling: string;
  readonly other: string;
}

/** Settings and, where a reader has added Packs, what pages are looked through with: one read for both. */
export async function readStart(): Promise<{ readonly settings: Settings; readonly added?: AddedLook }> {
  try {
    const stored = await api().storage.local.get(['settings', 'packsLook']);
    const added = decodeLook(stored['packsLook']);
    return { settings: decodeSettings(stored['settings']), ...(added && { added }) };
  } catch {
    return { settings: decodeSettings(undefined) };
  }
}

/** No honest list is looked for with so much, in letters of base64. */
const MOST_LOOK_LETTERS = 10_000_000;

/** What is stored for pages, which they may have written themselves; nothing where it does not hold. */
export function decodeLook(data: unknown): AddedLook | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { stamp, telling, other } = data as Record<string, unknown>;
  const isWhole = typeof stamp === 'string' && typeof telling === 'string' && typeof other === 'string';
  return isWhole && telling.length + other.length <= MOST_LOOK_LETTERS
    ? { stamp, telling, other }
    : undefined;
}

/** Calls back when the reader's Packs change, until the signal aborts. */
export function watchAddedLook(onChange: () => void, signal: AbortSignal): void {
  watchLocal('packsLook', onChange, signal);
}

/** Calls back whenever a reader changes a setting, until the signal aborts. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  watchLocal('settings', (settings) => onChange(decodeSettings(settings)), signal);
}

/** The same for those who ask elsewhere what the settings are: what reads them weighs a kilobyte. */
export function watchSettingsChange(onChange: () => void, signal: AbortSignal): void {
  watchLocal('settings', onChange, signal);
}

function watchLocal(key: string, onChange: (value: unknown) => void, signal: AbortSignal): void {
  const { onChanged } = api().storage;
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && changes[key]) onChange(changes[key].newValue);
  };
  onChanged.addListener(listener);
  signal.addEventListener('abort', () => {
    if (isConnectedToExtension()) onChanged.removeListener(listener);
  });
}

/**
 * Answers the extension's own questions to this page, at once or later, until the signal aborts; what it answers
 * nothing is left to others.
 */
export function watchMessages(answer: (message: ToPage) => unknown, signal: AbortSignal): void {
  const { id, onMessage } = api().runtime;
  const listener = (
    message: unknown,
    sender: { id?: string },
    reply: (value: unknown) => void,
  ): true | undefined => {
    if (sender.id !== id) return undefined;
    const answered = answer(message as ToPage);
    if (answered === undefined) return undefined;
    // One who asked and has gone meanwhile is told nothing.
    Promise.resolve(answered)
      .then(reply)
      .catch(() => undefined);
    return true;
  };
  onMessage.addListener(listener as never);
  signal.addEventListener('abort', () => {
    if (isConnectedToExtension()) onMessage.removeListener(listener as never);
  });
}
