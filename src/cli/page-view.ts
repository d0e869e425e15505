import type { Frame, Page } from 'puppeteer-core';
import type { Session } from './session.ts';

/** A Mark as the page paints it: its words and its first rectangle, in the frame's viewport. */
export interface SeenMark {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An open card as a reader meets it. Rectangles in CSS pixels of its frame's viewport. */
export interface SeenCard {
  readonly frameUrl: string;
  /** All words in it, in order, whether folded or not. */
  readonly text: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly html: string;
}

/** The ranges of every highlight of a frame's document, in document order. */
export function readMarks(frame: Page | Frame): Promise<SeenMark[]> {
  return frame.evaluate(() =>
    [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight])
      .map((seen) => {
        const range = new Range();
        range.setStart(seen.startContainer, seen.startOffset);
        range.setEnd(seen.endContainer, seen.endOffset);
        return range;
      })
      .sort((a, b) => {
        // Places in different trees have no order.
        const isOneTree = a.startContainer.getRootNode() === b.startContainer.getRootNode();
        return isOneTree ? a.compareBoundaryPoints(Range.START_TO_START, b) : 0;
      })
      .map((range) => {
        const rect = range.getClientRects()[0] ?? range.getBoundingClientRect();
        return { text: range.toString(), x: rect.x, y: rect.y, width: rect.width, height: rect.height };
      }),
  );
}

/** The open cards of a page, over all its frames; the closed shadow root is read from outside the page. */
export async function readCards(session: Session, page: Page): Promise<SeenCard[]> {
  const answers = await inCard(session, page, (root) => ({
    frameUrl: location.href,
    text: [...root.children].map((child) => (child.tagName === 'STYLE' ? '' : child.textContent)).join(' '),
    links: [...root.querySelectorAll('a')].map((a) => ({ text: a.textContent ?? '', href: a.href })),
    html: [...root.children].map((child) => child.outerHTML).join(''),
  }));
  return answers;
}

/** Runs `fn` on the shadow root of every open card of the page; an empty list when none is open. */
export async function inCard<T, A extends readonly unknown[]>(
  session: Session,
  page: Page,
  fn: (root: ShadowRoot, ...args: A) => T,
  ...args: A
): Promise<NonNullable<Awaited<T>>[]> {
  const source = `(...args) => { const root = (${findCardRoot})(); return root ? (${fn})(root, ...args) : null; }`;
  const answers = await session.inContent(page, new TextFunction(source) as never, ...args);
  return answers.flatMap(({ result }) => (result === null ? [] : [result as NonNullable<Awaited<T>>]));
}

/** A function known only by its text. */
class TextFunction {
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  toString(): string {
    return this.source;
  }
}

// Only the content scripts' world may look into a closed root: `chrome.dom` there, a method in Firefox.
function findCardRoot(): ShadowRoot | undefined {
  type Opener = (element: Element) => ShadowRoot | null;
  const { chrome } = globalThis as { chrome?: { dom?: { openOrClosedShadowRoot?: Opener } } };
  const open: Opener = (element) =>
    chrome?.dom?.openOrClosedShadowRoot
      ? chrome.dom.openOrClosedShadowRoot(element)
      : (element as Element & { readonly openOrClosedShadowRoot: ShadowRoot | null }).openOrClosedShadowRoot;
  for (const element of Document.prototype.querySelectorAll.call(document, ':popover-open')) {
    const root = element.shadowRoot ? null : open(element);
    if (root) return root;
  }
  return undefined;
}
