// Loaded into a frame when its text has a first candidate: reads with care, decides, marks, opens cards.

import { createMentionFinder } from '../core/mentions.ts';
import { createPageFinder } from '../core/page-finder.ts';
import { Annotator } from './annotator.ts';
import { loadIndexes } from './bundled-index.ts';
import { openPageDoor, shareMarks } from './page-door.ts';
import { createCardOpener } from './pointer-controller.ts';

openPageDoor(({ settings, signal, onError }) => {
  const finder = createPageFinder(loadIndexes(settings.packsOff).map(createMentionFinder));
  const annotator = new Annotator(finder, settings, signal, onError);
  shareMarks(annotator.marks);
  const opener = createCardOpener({
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
    markRead: (term) => annotator.markRead(term),
    jump: (mention) => annotator.jump(mention),
    step: opener.step,
  };
});
