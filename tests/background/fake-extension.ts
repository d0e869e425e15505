/** One call of the extension API, such as `storage.local.set`, with what it was given. */
export interface ApiCall {
  readonly name: string;
  readonly args: readonly unknown[];
}

type Listener = (data: unknown, sender: object) => Promise<unknown> | undefined;

/** An extension API that answers like a browser and writes down every call that changes something. */
export interface FakeExtension {
  readonly calls: ApiCall[];
  /** Sends a message as the browser would; nothing when nobody answers. */
  send(data: unknown, sender: object): Promise<unknown> | undefined;
  stored(): Readonly<Record<string, unknown>>;
  /** From now on every read and write fails, as on a broken disk. */
  breakStorage(): void;
  /** Empties what was stored and written down. */
  forget(): void;
}

export const ownId = 'abcdefgh';
export const ownUrl = `chrome-extension://${ownId}/`;

/** Puts the fake where the background looks for the API; import the background after it. */
export function installFakeExtension(files: ReadonlyMap<string, unknown>): FakeExtension {
  const calls: ApiCall[] = [];
  const listeners: Listener[] = [];
  const stored: Record<string, unknown> = {};
  const session: Record<string, unknown> = {};
  const note =
    (name: string, answer: unknown = undefined) =>
    async (...args: unknown[]) => {
      calls.push({ name, args: structuredClone(args) });
      return answer;
    };
  let isBroken = false;
  const touch = () => {
    if (isBroken) throw new Error('the disk is broken');
  };
  const area = (name: string, values: Record<string, unknown>) => ({
    async get(key: string) {
      touch();
      return Object.hasOwn(values, key) ? { [key]: values[key] } : {};
    },
    async set(fresh: object) {
      touch();
      await note(`storage.${name}.set`)(fresh);
      Object.assign(values, structuredClone(fresh));
    },
    remove: note(`storage.${name}.remove`),
  });
  const event = { addListener() {}, removeListener() {} };
  const api = {
    runtime: {
      id: ownId,
      getURL: (path: string) => `${ownUrl}${path}`,
      getManifest: () => ({ content_scripts: [] }),
      onMessage: { addListener: (listener: Listener) => void listeners.push(listener) },
      onInstalled: event,
      onStartup: event,
    },
    storage: { local: area('local', stored), session: area('session', session), onChanged: event },
    scripting: { executeScript: note('scripting.executeScript'), insertCSS: note('scripting.insertCSS') },
    action: { setBadgeText: note('badge'), setBadgeBackgroundColor: note('badge') },
    tabs: {
      query: async () => [],
      create: note('tabs.create'),
      sendMessage: note('tabs.sendMessage'),
      onRemoved: event,
    },
    sidePanel: { open: note('sidePanel.open') },
    commands: { onCommand: event },
    permissions: { onAdded: event },
    contextMenus: { create() {}, onClicked: event },
    omnibox: { onInputChanged: event, onInputEntered: event },
    alarms: { create: note('alarms.create'), onAlarm: event },
    i18n: { getMessage: () => '' },
  };
  Object.assign(globalThis, {
    browser: api,
    chrome: api,
    fetch: async (url: string) => {
      const file = files.get(url.slice(ownUrl.length));
      if (file === undefined) throw new Error(`the package holds no ${url}`);
      return new Response(JSON.stringify(file));
    },
  });
  return {
    calls,
    send: (data, sender) => {
      for (const listener of listeners) {
        const answer = listener(data, sender);
        if (answer !== undefined) return answer;
      }
      return undefined;
    },
    stored: () => stored,
    breakStorage() {
      isBroken = true;
    },
    forget() {
      calls.length = 0;
      for (const values of [stored, session]) for (const key of Object.keys(values)) delete values[key];
    },
  };
}
