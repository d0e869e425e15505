import { pattern } from './letters.ts';
import type { Neighbours } from './neighbours.ts';

const english = /\b(?:the|of|and|to|is|with|that|for)\b/i;
const others = pattern(
  'gi',
)`(?<!\p{L})(?:de|des|du|la|les?|et|el|los|las|que|y|une?|der|die|das|und|von|ist|il|di|che|da|dos?|os?|het|een|och|att)(?!\p{L})`;
/** "Las Vegas" and "the El Al desk" are English. */
const FEWEST = 3;

/** True where small words of other languages stand around a place and none of English, whose common terms mean nothing there. */
export function isOtherTongue({ before, after }: Neighbours): boolean {
  const around = before + after;
  return !english.test(around) && (around.match(others)?.length ?? 0) >= FEWEST;
}
