// Loaded into a frame when its first card is wanted.
import { openDoor } from './card-door.ts';
import { createCards } from './cards.ts';

openDoor(createCards);
