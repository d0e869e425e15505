// Loaded into a frame when its text has a first candidate: reads with care, decides, marks, opens cards.

import { decodeIndex } from '../core/decode-index.ts';
import { createMentionFinder } from '../core/mentions.ts';
import { createPageFinder } from '../core/page-finder.ts';
import { Annotator } from './annotator.ts';
import { loadIndexes } from './bundled-data.ts';
import { CardOpener } from './card-opener.ts';
import { findAddedDoor, openPageDoor, shareMarks } from './page-door.ts';
import { waitForTurn } from './turn.ts';

openPageDoor(async (start) => {
  const { settings, added, signal, onError } = start;
  const createFinder = (index: Uint8Array) => createMentionFinder(decodeIndex(index));
  // In turns: none of this code has run before, and at once it would be one long task of the page.
  const indexes = loadIndexes(settings.packsOff);
  await waitForTurn();
  const finder = createPageFinder(
    indexes.map(createMentionFinder),
    added && findAddedDoor()?.(added, createFinder),
  );
  await waitForTurn();
  if (signal.aborted) return undefined;
  const annotator = new Annotator(finder, start);
  shareMarks(annotator.marks);
  const opener = new CardOpener({
    marks: annotator.marks,
    contextOf: (painted) => annotator.contextOf(painted),
    findSettings: () => annotator.settings,
    onShown: (term) => void annotator.markRead(term),
    signal,
  });
  annotator.start().catch(onError);
  return {
    get state() {
      return annotator.state;
    },
    apply: (changed) => annotator.apply(changed),
    limit: (effort) => annotator.limit(effort),
    markRead: (term) => annotator.markRead(term),
    jump: (mention) => annotator.jump(mention),
    step: (direction) => opener.step(direction),
  };
});
