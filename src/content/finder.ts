// Loaded between the bundled indexes and a page's code, which it is too large to be compiled with in one task.

import { decodeIndex } from '../core/decode-index.ts';
import { createMentionFinder } from '../core/mentions.ts';
import { createPageFinder } from '../core/page-finder.ts';
import { findAddedDoor, openFinderDoor } from './page-door.ts';

const createFinder = (index: Uint8Array) => createMentionFinder(decodeIndex(index));

openFinderDoor((indexes, added) =>
  createPageFinder(indexes.map(createMentionFinder), added && findAddedDoor()?.(added, createFinder)),
);
