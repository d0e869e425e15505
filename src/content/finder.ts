// Loaded between the bundled indexes and a page's code, which it is too large to be compiled with in one task.

import { decodeIndex } from '../core/decode-index.ts';
import { createMentionFinder, type MentionFinder } from '../core/mentions.ts';
import { createPageFinder } from '../core/page-finder.ts';
import { readScriptIndexInTurns } from '../core/script-index.ts';
import { findAddedDoor, openFinderDoor } from './page-door.ts';

const createFinder = (index: Uint8Array) => createMentionFinder(decodeIndex(index));

openFinderDoor(function* (indexes, memory, added) {
  const finders: MentionFinder[] = [];
  for (const json of indexes) {
    finders.push(createMentionFinder(yield* readScriptIndexInTurns(JSON.parse(json))));
    yield;
  }
  return createPageFinder(finders, memory, added && findAddedDoor()?.(added, createFinder));
});
