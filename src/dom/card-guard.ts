import { findBody, findElementAt, findRootElement } from './safe-document.ts';
import { rootOf } from './safe-dom.ts';

/** Properties by which a page can hide or move what a reader believes to click on. */
const telling = ['opacity', 'transform', 'filter', 'clipPath', 'visibility'] as const;

type Look = readonly string[];

function readLook(elements: readonly Element[]): Look {
  return elements.flatMap((element) => {
    const style = getComputedStyle(element);
    return telling.map((name) => style[name]);
  });
}

function findWatched(host: Element): readonly Element[] {
  return [findRootElement(), findBody(), host].filter((element) => element !== undefined);
}

/** How the card and what it stands in look; compare it later with `isLookUnchanged`. */
function findLook(host: Element): Look {
  return readLook(findWatched(host));
}

/** Whether the page still shows the card as it did when the look was taken, and shows it at all. */
function isLookUnchanged(host: Element, look: Look): boolean {
  const watched = findWatched(host);
  const isSeen = watched.every((element) => Number(getComputedStyle(element).opacity) > 0.9);
  return isSeen && readLook(watched).every((value, i) => value === look[i]);
}

/** Whether the topmost element at the place of the click is the card; always so for a click made by a key. */
export function isOnTop(host: Element, event: MouseEvent): boolean {
  const isByKey = event.detail === 0 && event.clientX === 0 && event.clientY === 0;
  if (isByKey) return true;
  const root = rootOf(host);
  const { clientX: x, clientY: y } = event;
  return (root instanceof ShadowRoot ? root.elementFromPoint(x, y) : findElementAt(x, y)) === host;
}

/** All that something in a card listens to. */
const acting = ['click', 'auxclick', 'pointerdown', 'pointerup', 'keydown', 'keyup'];

/**
 * Lets only a reader's own, unobscured clicks and keys into the card: a page can neither click in it by script nor
 * put something over it and have the reader click through.
 */
export function guardCard(host: HTMLElement, shadow: ShadowRoot, signal: AbortSignal): void {
  const look = findLook(host);
  let cover: Element | undefined;

  const isCovered = () => cover?.matches(':popover-open, :modal') ?? false;
  const isGenuine = (event: Event) => {
    if (!event.isTrusted) return false;
    if (!(event instanceof MouseEvent) || !event.type.endsWith('click')) return true;
    return !isCovered() && isOnTop(host, event) && isLookUnchanged(host, look);
  };
  const check = (event: Event) => {
    if (isGenuine(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isCovered()) raise(host);
  };
  for (const type of acting) shadow.addEventListener(type, check, { capture: true, signal });

  const notice = (event: Event) => {
    // What opens after the card lies over it in the top layer, even where it lets clicks through.
    if (event.target instanceof Element && event.target !== host) cover = event.target;
  };
  addEventListener('beforetoggle', notice, { capture: true, signal });
}

/** Puts the card over everything else in the top layer again. */
function raise(host: HTMLElement): void {
  host.hidePopover();
  host.showPopover();
}
