import { createFindPlaces } from './find-places.ts';
import type { Verdict } from './judge.ts';
import { pattern } from './letters.ts';
import type { PageEvidence } from './page-evidence.ts';
import type { PassageReading } from './passage-reading.ts';

const ofName = pattern()`^ of \p{Lu}`;
const acronym = pattern()`^\p{Lu}[\p{Lu}\d.&-]+$`;
const opener = pattern()`(?:^|[^\p{L}])(?:[Tt]he|THE|[Tt]his|[Tt]hat|[Uu]nder)\s+["“‘']?$`;

/** Mentions by short forms that this page has introduced itself, such as "the Act". */
export function shortMentions(
  reading: PassageReading,
  page: PageEvidence,
  taken: readonly Verdict[],
): Verdict[] {
  const found: Verdict[] = [];
  const findPlaces = createFindPlaces([...page.shorts.keys()]);
  for (const { start, end } of findPlaces(reading.text)) {
    const short = reading.text.slice(start, end).replace(/\s+/g, ' ');
    const term = meaningAt(reading, short, page.shorts.get(short), start);
    const isFree =
      start >= (found.at(-1)?.end ?? 0) && !taken.some((one) => one.start < end && one.end > start);
    if (term === undefined || !isFree || !isMeant(reading.text, start, end)) continue;
    found.push({
      term,
      start,
      end,
      full: false,
      surname: '',
      why: { rule: 'defined', evidence: [page.named.get(term) ?? short] },
    });
  }
  return found;
}

/** The last introduction before this place decides; elsewhere the only meaning that the page gives. */
function meaningAt(
  reading: PassageReading,
  short: string,
  meanings: ReadonlySet<number | undefined> = new Set(),
  start: number,
): number | undefined {
  const here = reading.shorts.filter((one) => one.text === short && one.start <= start).at(-1);
  if (here !== undefined) return here.term;
  const [only] = meanings;
  const later = reading.shorts.some((one) => one.text === short);
  return meanings.size === 1 && !later ? only : undefined;
}

/** "the Act", but not the "Act" of "the Clean Air Act" or "the Act of Union". */
function isMeant(text: string, start: number, end: number): boolean {
  if (ofName.test(text.slice(end, end + 5))) return false;
  const short = text.slice(start, end);
  if (acronym.test(short)) return true;
  return opener.test(text.slice(Math.max(0, start - 12), start));
}
