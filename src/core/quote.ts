import { findNear, type NearMatch } from './find-near.ts';
import { flattenText } from './flat-text.ts';

/** A quotation and, where known, what stands before and after it. */
export interface QuoteSelector {
  readonly quote: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** Where a text says the quotation: half-open offsets. */
export interface FoundQuote {
  readonly start: number;
  readonly end: number;
  /** Letters that differ, typesetting aside; 0 is exact. */
  readonly errors: number;
}

/** Share of a quotation's letters that may differ: an editor's change of a word in five, not another sentence. */
const errorShare = 0.2;

/** What a candidate is judged by: its own words most, then both sides alike. */
const weights = { quote: 50, prefix: 20, suffix: 20 };

/** How well a context agrees with what is there, 0 to 1; 1 where none is asked for. */
function agree(wanted: string, there: string): number {
  if (wanted === '') return 1;
  const [best] = [...findNear(there, wanted, Math.floor(wanted.length / 2))].sort(
    (a, b) => a.errors - b.errors,
  );
  return best === undefined ? 0 : 1 - best.errors / wanted.length;
}

function findExact(text: string, quote: string): readonly NearMatch[] {
  const found: NearMatch[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    found.push({ start: at, end: at + quote.length, errors: 0 });
  }
  return found;
}

/**
 * Where the text says the quotation: exactly but for case, spaces, dashes and quotes, else with up to a fifth of its
 * letters changed; of several the one whose surroundings agree best. Nothing when it is gone.
 */
export function findQuote(text: string, selector: QuoteSelector): FoundQuote | undefined {
  const flat = flattenText(text);
  const quote = flattenText(selector.quote).text;
  const prefix = flattenText(selector.prefix ?? '').text;
  const suffix = flattenText(selector.suffix ?? '').text;
  if (quote === '') return undefined;

  const exact = findExact(flat.text, quote);
  const candidates =
    exact.length > 0 ? exact : findNear(flat.text, quote, Math.floor(quote.length * errorShare));
  const judge = ({ start, end, errors }: NearMatch): number => {
    const before = flat.text.slice(Math.max(0, start - prefix.length - 2), start);
    const after = flat.text.slice(end, end + suffix.length + 2);
    const own = weights.quote * (1 - errors / quote.length);
    return own + weights.prefix * agree(prefix, before) + weights.suffix * agree(suffix, after);
  };
  let best: NearMatch | undefined;
  let bestScore = -1;
  for (const candidate of candidates) {
    const score = judge(candidate);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  if (best === undefined) return undefined;
  const start = flat.offsets[best.start];
  const last = flat.offsets[best.end - 1];
  return start === undefined || last === undefined
    ? undefined
    : { start, end: last + 1, errors: best.errors };
}
