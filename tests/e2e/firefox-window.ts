import type { Session } from '../../src/cli/session.ts';

// Firefox's own window, where the address bar, menus, keys and the sidebar are. Its driver may run script there.

interface BidiConnection {
  send(method: string, params: object): Promise<{ readonly result: never }>;
}

interface Tree {
  readonly contexts: readonly { readonly context: string; readonly url: string }[];
}

interface Evaluated {
  readonly result?: { readonly type: string; readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

/** Runs in the browser's window itself; a function given here sees only its arguments, and gives what JSON can hold. */
export async function inFirefoxWindow<T, A extends readonly unknown[]>(
  { browser }: Session,
  fn: (...args: A) => T,
  ...args: A
): Promise<Awaited<T>> {
  const { connection } = browser as unknown as { readonly connection: BidiConnection };
  const tree: Tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result;
  const [window] = tree.contexts.filter(({ url }) => url.endsWith('browser.xhtml'));
  if (!window) throw new Error('Firefox shows no window');
  const done: Evaluated = (
    await connection.send('script.evaluate', {
      expression: `(async () => JSON.stringify((await (${fn})(...${JSON.stringify(args)})) ?? null))()`,
      target: { context: window.context },
      awaitPromise: true,
    })
  ).result;
  if (done.exceptionDetails) throw new Error(done.exceptionDetails.text);
  return JSON.parse(done.result?.value ?? 'null') as Awaited<T>;
}

/** What of the window the functions below touch. */
interface FirefoxWindow {
  readonly gURLBar: {
    focus(): void;
    search(text: string): void;
    handleCommand(): void;
    readonly view: { selectedRowIndex: number };
  };
}

/** Types into the address bar; the suggestions come a little later. */
export function typeAddress(session: Session, text: string): Promise<null> {
  return inFirefoxWindow(
    session,
    (words) => {
      const { gURLBar } = globalThis as unknown as FirefoxWindow;
      gURLBar.focus();
      gURLBar.search(words);
      return null;
    },
    text,
  );
}

/** The lines under the address bar. */
export function readSuggestions(session: Session): Promise<string[]> {
  return inFirefoxWindow(session, () =>
    [...document.querySelectorAll<HTMLElement>('.urlbarView-row')].map((row) =>
      row.innerText.replace(/\s+/g, ' '),
    ),
  );
}

/** Takes the line at this place, from 0. */
export function takeSuggestion(session: Session, at: number): Promise<null> {
  return inFirefoxWindow(
    session,
    (row) => {
      const { gURLBar } = globalThis as unknown as FirefoxWindow;
      gURLBar.view.selectedRowIndex = row;
      gURLBar.handleCommand();
      return null;
    },
    at,
  );
}

interface PopupMenu extends HTMLElement {
  readonly state: string;
  activateItem(item: Element): void;
  hidePopup(): void;
}

/** Clicks our line of the context menu once it is open; gives all its lines where ours is missing. */
export function clickMenuItem(session: Session, label: string): Promise<string | null> {
  return inFirefoxWindow(
    session,
    (wanted) => {
      const menu = document.getElementById('contentAreaContextMenu') as PopupMenu | null;
      if (menu?.state !== 'open') return 'not open';
      const lines = [...menu.children].filter((line) => !(line as HTMLElement).hidden);
      const found = lines.find((line) => line.getAttribute('label') === wanted);
      if (!found) return lines.map((line) => line.getAttribute('label')).join();
      menu.activateItem(found);
      return null;
    },
    label,
  );
}

/** Presses a key in the window, as the keyboard's driver would: shortcuts of extensions hear it. */
export function pressInWindow(session: Session, key: string, code: string, keyCode: number): Promise<null> {
  return inFirefoxWindow(
    session,
    (...pressed) => {
      type Processor = {
        beginInputTransactionForTests(window: unknown): boolean;
        keydown(event: KeyboardEvent): void;
        keyup(event: KeyboardEvent): void;
      };
      const { Cc, Ci } = globalThis as unknown as {
        Cc: Record<string, { createInstance(kind: unknown): Processor }>;
        Ci: Record<string, unknown>;
      };
      const processor = Cc['@mozilla.org/text-input-processor;1']?.createInstance(
        Ci['nsITextInputProcessor'],
      );
      processor?.beginInputTransactionForTests(globalThis);
      const held = pressed[0].split('+');
      const last = held.pop() ?? '';
      const names: Record<string, number> = { Alt: 18, Shift: 16, Control: 17 };
      const modifiers = held.map(
        (name) => new KeyboardEvent('', { key: name, code: `${name}Left`, keyCode: names[name] ?? 0 }),
      );
      const event = new KeyboardEvent('', { key: last, code: pressed[1], keyCode: pressed[2] });
      for (const each of modifiers) processor?.keydown(each);
      processor?.keydown(event);
      processor?.keyup(event);
      for (const each of modifiers) processor?.keyup(each);
      return null;
    },
    key,
    code,
    keyCode,
  );
}

/** Address of what the sidebar shows; empty when it is closed. */
export function readSidebar(session: Session): Promise<string> {
  return inFirefoxWindow(session, () => {
    type Sidebar = { isOpen: boolean; currentID: string };
    const { isOpen, currentID } = (globalThis as unknown as { SidebarController: Sidebar }).SidebarController;
    return isOpen ? currentID : '';
  });
}

/** Closes it again. */
export function closeSidebar(session: Session): Promise<null> {
  return inFirefoxWindow(session, () => {
    (globalThis as unknown as { SidebarController: { hide(): void } }).SidebarController.hide();
    return null;
  });
}

/** Address of the tab in front, also where the driver may not look. */
export function readFrontAddress(session: Session): Promise<string> {
  return inFirefoxWindow(session, () => {
    type Tabs = { selectedBrowser: { currentURI: { spec: string } } };
    return (globalThis as unknown as { gBrowser: Tabs }).gBrowser.selectedBrowser.currentURI.spec;
  });
}
