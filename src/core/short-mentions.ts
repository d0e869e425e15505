import { findPlaces } from './find-places.ts';
import type { Verdict } from './judge.ts';
import { pattern } from './letters.ts';
import type { PageEvidence } from './page-evidence.ts';
import type { PassageReading } from './passage-reading.ts';

const ofName = pattern()`^ of \p{Lu}`;
const acronym = pattern()`^\p{Lu}[\p{Lu}\d.&-]+$`;
const opener = pattern()`(?:^|[^\p{L}])(?:[Tt]he|THE|[Tt]his|[Tt]hat|[Uu]nder)\s+["“‘']?$`;
const wordUnit = pattern()`[\p{L}\p{N}_]`;

/** Mentions by short forms that this page has introduced itself, such as "the Act". */
export function shortMentions(
  reading: PassageReading,
  page: PageEvidence,
  taken: readonly Verdict[],
): Verdict[] {
  const found: Verdict[] = [];
  for (const [short, meanings] of page.shorts) {
    for (const { start, end } of findPlaces(reading.text, [short])) {
      const term = meaningAt(reading, short, meanings, start);
      const free = ![...taken, ...found].some((one) => one.start < end && one.end > start);
      if (term === undefined || !free || !standsAlone(reading.text, start, end)) continue;
      found.push({
        term,
        start,
        end,
        full: false,
        surname: '',
        why: { rule: 'defined', evidence: [page.named.get(term) ?? short] },
      });
    }
  }
  return found;
}

/** The last introduction before this place decides; elsewhere the only meaning that the page gives. */
function meaningAt(
  reading: PassageReading,
  short: string,
  meanings: ReadonlySet<number | undefined>,
  start: number,
): number | undefined {
  const here = reading.shorts.filter((one) => one.text === short && one.start <= start).at(-1);
  if (here !== undefined) return here.term;
  const [only] = meanings;
  const later = reading.shorts.some((one) => one.text === short);
  return meanings.size === 1 && !later ? only : undefined;
}

/** "the Act", but neither "Acting" nor the "Act" of "the Clean Air Act" or "the Act of Union". */
function standsAlone(text: string, start: number, end: number): boolean {
  if (wordUnit.test(text.charAt(start - 1)) || wordUnit.test(text.charAt(end))) return false;
  if (ofName.test(text.slice(end, end + 5))) return false;
  const short = text.slice(start, end);
  if (acronym.test(short)) return true;
  return opener.test(text.slice(Math.max(0, start - 12), start));
}
