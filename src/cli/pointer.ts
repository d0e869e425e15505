import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame, Page } from 'puppeteer-core';
import { readMarks, type SeenMark } from './page-view.ts';
import { waitFor } from './wait-for.ts';

/** Between two moves of the hand, as a screen of 60 Hz reports them. */
const stepMs = 16;

/** The `nth` Mark (from 0) whose words are `text`, once it is painted. */
export function waitForMark(frame: Page | Frame, text: string, nth = 0): Promise<SeenMark> {
  return waitFor(`a mark on "${text}"`, async () => {
    const marks = await readMarks(frame);
    return marks.filter((mark) => mark.text === text)[nth];
  });
}

/** Brings the Mark into view, moves the pointer to it at a hand's speed, slows down and rests on it. */
export async function restPointerOn(page: Page, text: string, options: { frame?: Frame; nth?: number } = {}) {
  const { frame = page.mainFrame(), nth = 0 } = options;
  await waitForMark(frame, text, nth);
  await scrollMarkIntoView(frame, text, nth);
  const mark = await waitForMark(frame, text, nth);
  const offset = await frameOffset(page, frame);
  const x = offset.x + mark.x + mark.width / 2;
  const y = offset.y + mark.y + mark.height / 2;
  await movePointer(page, { x: x + 60, y: y + 40 }, { x, y });
  return { x, y };
}

/** A straight move that eases out: the last steps are a pixel or two, as when a hand arrives. */
export async function movePointer(page: Page, from: Point, to: Point, steps = 12): Promise<void> {
  for (let step = 0; step <= steps; step++) {
    const rest = (1 - step / steps) ** 2;
    await page.mouse.move(to.x + (from.x - to.x) * rest, to.y + (from.y - to.y) * rest);
    await sleep(stepMs);
  }
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

async function scrollMarkIntoView(frame: Frame, text: string, nth: number): Promise<void> {
  await frame.evaluate(
    (words, index) => {
      const ranges = [...CSS.highlights.values()]
        .flatMap((highlight) => [...highlight])
        .map((seen) => {
          const range = new Range();
          range.setStart(seen.startContainer, seen.startOffset);
          range.setEnd(seen.endContainer, seen.endOffset);
          return range;
        });
      const found = ranges
        .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
        .filter((range) => range.toString() === words)[index];
      const element = found?.startContainer.parentElement;
      element?.scrollIntoView({ block: 'center', behavior: 'instant' });
    },
    text,
    nth,
  );
}

/** Where a frame's viewport begins in the page's. */
async function frameOffset(page: Page, frame: Frame): Promise<Point> {
  if (frame === page.mainFrame()) return { x: 0, y: 0 };
  const element = await frame.frameElement();
  const box = await element?.evaluate((node) => {
    const rect = node.getBoundingClientRect();
    return { x: rect.x + node.clientLeft, y: rect.y + node.clientTop };
  });
  const parent = frame.parentFrame();
  if (!box || !parent) throw new Error(`the frame ${frame.url()} has no place in its page`);
  const outer = await frameOffset(page, parent);
  return { x: outer.x + box.x, y: outer.y + box.y };
}
