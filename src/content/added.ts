// Loaded beside a page's code where the reader has added Packs.
import { createAddedFinders } from '../core/added-finders.ts';
import { loadAddedNames } from './added-names.ts';
import { openAddedDoor } from './page-door.ts';

openAddedDoor((looks, createFinder) => createAddedFinders(loadAddedNames(looks, createFinder)));
