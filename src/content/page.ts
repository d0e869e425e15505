// Loaded into a frame when its text has a first candidate: reads with care, marks, opens cards.

import { createTurn, waitForTurn } from '../browser/turn.ts';
import { Annotator } from './annotator.ts';
import { CardOpener } from './card-opener.ts';
import { openPageDoor, shareMarks } from './page-door.ts';

openPageDoor(async (start) => {
  const { signal, meter, onError } = start;
  // In turns: none of this code has run before, and at once it would be one long task of the page.
  const turn = createTurn(meter);
  const annotator = new Annotator(start);
  turn.pause();
  await waitForTurn();
  if (signal.aborted) return undefined;
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
