// Loaded into the page of a Source itself: finds the words that a citation led to, and what others dispute.
import { LandingPage } from './landing-page.ts';

const started = Symbol.for('sidelight.landing');

// Sidelight may be switched off and on again while the page stays.
(Reflect.get(globalThis, started) as LandingPage | undefined)?.stop();
const landing = new LandingPage();
Reflect.set(globalThis, started, landing);
void landing.start();
