import type { Box, Point } from '../core/geometry.ts';
import type { Side } from '../core/place-card.ts';
import { placeFirstPart } from './card-first-frame.ts';
import { cardHostStyle } from './card-host-style.ts';
import {
  findAnchorBox,
  findNearestLine,
  findShape,
  placeBeside,
  placeSheet,
  type Shape,
} from './card-place.ts';
import { findBoxes } from './hit-test.ts';
import type { PaintedMention } from './painted.ts';
import { createDiv, findRootElement } from './safe-document.ts';
import { findClosest, isAttached, parentElementOf, parentOf, rootOf } from './safe-dom.ts';
import { createSheet } from './style-sheet.ts';
import { type OwnChange, watchTampering } from './tamper-watch.ts';

/** Fades, ms: long enough not to flash, too short to wait for. Opacity only. */
const fadeInMs = 90;
/** A line that comes with its words is often not heard: screen readers have this long to meet it empty, ms. */
const sayAfterMs = 100;
/** A closing card fades for so long, ms. */
const fadeOutMs = 120;

/** What a card is opened with. */
export interface CardHostOptions {
  /** Style sheets of what is rendered into the card. */
  readonly styles: string;
  /** Id of the element in the card that names the dialog; left out, it is a mere line and no dialog. */
  readonly titleId?: string;
  /** The page changed the card's own tree: it must go at once. */
  readonly onTampered: () => void;
  /** The card has a new place, CSS px of the viewport. */
  readonly onPlaced?: (box: Box) => void;
}

/** The one element that is ever added to a page, for one stay of a card. */
export interface CardHost {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  readonly frame: HTMLElement;
  /** What is rendered goes in here. */
  readonly body: HTMLElement;
  readonly shape: Shape;
  /** Every change of the card's tree runs through here. */
  readonly change: OwnChange;
  /** Puts the card on the page beside this term, or moves it there. */
  readonly open: (painted: PaintedMention, near: Point | undefined) => void;
  /** Places it again after scrolling, resizing or growing; false when the term is no longer to be seen. */
  readonly follow: (isGrowth: boolean) => boolean;
  /** Moves it into or out of a modal dialog or fullscreen element, where alone it can be used. */
  readonly rehome: () => void;
  /** A line for screen readers, once they know where it will stand. */
  readonly say: (findText: () => string) => void;
  /** Takes it off the page; faded unless at once. */
  readonly close: (atOnce: boolean) => void;
}

function isMotionReduced(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** The modal dialog or fullscreen element around a node, else `<html>`: everything else is inert beside a modal. */
function findHome(node: Node): Element | undefined {
  const element = node instanceof Element ? node : parentElementOf(node);
  const modal = element && findClosest(element, ':modal');
  if (modal !== undefined) return modal;
  const root = rootOf(node);
  return root instanceof ShadowRoot ? findHome(root.host) : findRootElement();
}

const place = { beside: placeBeside, sheet: placeSheet };

function isInView(box: Box): boolean {
  return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
}

function part(name: string): HTMLDivElement {
  const element = createDiv();
  element.className = name;
  return element;
}

const sheets = new Map<string, CSSStyleSheet>();

/** One sheet for every card of the page: the browser indexes its rules once, not at each opening. */
function findSheet(text: string): CSSStyleSheet {
  const sheet = sheets.get(text) ?? createSheet(text);
  sheets.set(text, sheet);
  return sheet;
}

/** The card's elements, off the page. */
function createParts(styles: string, titleId: string | undefined) {
  const host = createDiv();
  host.popover = 'manual';
  const shadow = host.attachShadow({ mode: 'closed' });
  shadow.adoptedStyleSheets = [cardHostStyle, styles].map(findSheet);
  const frame = part('frame');
  if (titleId !== undefined) {
    frame.setAttribute('role', 'dialog');
    frame.setAttribute('aria-labelledby', titleId);
  }
  frame.tabIndex = -1;
  // A mere line has room beside its term on any screen.
  const shape = titleId === undefined ? 'beside' : findShape();
  frame.dataset.shape = shape;
  const body = part('body');
  frame.append(body);
  const said = part('said');
  said.setAttribute('role', 'status');
  shadow.append(frame, said);
  return { host, shadow, frame, body, said, shape };
}

/** Puts the host into its home, open; keeps it open where the browser can move an open one. */
function enter(home: Element, host: HTMLElement): void {
  if (isAttached(host) && 'moveBefore' in Element.prototype)
    Element.prototype.moveBefore.call(home, host, null);
  else Node.prototype.appendChild.call(home, host);
}

/** Takes the host off the page once the card has faded; nothing in it can be used meanwhile. */
function leave(host: HTMLElement, frame: HTMLElement, atOnce: boolean): void {
  const remove = () => host.remove();
  if (atOnce || !isAttached(host)) {
    remove();
    return;
  }
  frame.style.pointerEvents = 'none';
  frame.inert = true;
  const fade = frame.animate({ opacity: [1, 0] }, { duration: fadeOutMs, fill: 'forwards' });
  fade.finished.then(remove, remove);
}

/** Changes what is heard, unless the card has gone by then. */
function sayLater(said: Element, findText: () => string, change: OwnChange, signal: AbortSignal): void {
  const write = () => said.replaceChildren(findText());
  setTimeout(() => signal.aborted || change(write), sayAfterMs);
}

/** Creates the card off the page; nothing of it is in the document until `open`. */
export function createCardHost({ styles, titleId, onTampered, onPlaced }: CardHostOptions): CardHost {
  const { said, ...parts } = createParts(styles, titleId);
  const { host, shadow, frame, shape } = parts;
  const life = new AbortController();
  const change = watchTampering(host, shadow, onTampered, life.signal);
  let shown: PaintedMention | undefined;
  let line = 0;
  let side: Side | undefined;

  const follow = (isGrowth: boolean): boolean => {
    const anchor = shown && findAnchorBox(findBoxes(shown.range), line);
    if (anchor === undefined || !isInView(anchor)) return false;
    if (!isGrowth && shape === 'beside') side = undefined;
    const placed = change(() => place[shape](frame, anchor, side));
    side = placed.side;
    onPlaced?.(placed.box);
    return true;
  };
  const rehome = () => {
    const home = shown && findHome(shown.range.startContainer);
    if (home === undefined || parentOf(host) === home) return;
    change(() => enter(home, host));
    if (!host.matches(':popover-open')) host.showPopover();
  };
  const open = (painted: PaintedMention, near: Point | undefined) => {
    const isFirst = shown === undefined;
    shown = painted;
    side = undefined;
    line = findNearestLine(findBoxes(painted.range), near);
    placeFirstPart(frame, () => [rehome(), follow(false)], change, life.signal);
    if (isFirst && !isMotionReduced()) frame.animate({ opacity: [0, 1] }, { duration: fadeInMs });
  };
  const close = (atOnce: boolean) => {
    life.abort();
    leave(host, frame, atOnce || isMotionReduced());
  };
  const say = (findText: () => string) => sayLater(said, findText, change, life.signal);
  return { ...parts, change, open, follow, rehome, say, close };
}
