// Loaded into the page of a Source itself when there is something to show there for the first time.
import { createDisputedCards } from './disputed-cards.ts';
import { showGoneNotice } from './gone-notice.tsx';
import { openLandingDoor } from './landing-door.ts';

openLandingDoor({ createDisputedCards, showGoneNotice });
