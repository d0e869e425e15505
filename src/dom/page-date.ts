import type { PageDate } from '../core/card-context.ts';
import { findPartialDate } from '../core/partial-date.ts';
import { attributeOf, queryAll, textOf } from './safe-dom.ts';

/** More structured data than this is somebody's mistake, not an article's. */
const MAX_JSON_UNITS = 200_000;
const META = 'meta[property="article:published_time"],meta[name="date"],meta[itemprop=datePublished]';

/**
 * The day that a page says it was published, with what said so; nothing when it does not say.
 * Asked only when a card is wanted, never while reading.
 */
export function findPageDate(): PageDate | undefined {
  return fromJsonLd() ?? fromAttribute(META, 'content', 'meta') ?? fromTime() ?? fromAddress();
}

function fromJsonLd(): PageDate | undefined {
  for (const script of queryAll(document, 'script[type="application/ld+json"]')) {
    const text = textOf(script);
    if (text.length > MAX_JSON_UNITS) continue;
    // Structured data of the wild is often not valid JSON; the one field is enough.
    const stated = /"datePublished"\s*:\s*"([^"]{4,40})"/.exec(text)?.[1];
    const date = stated && findPartialDate(stated);
    if (date) return { date, from: 'json-ld' };
  }
  return undefined;
}

function fromAttribute(selector: string, name: string, from: PageDate['from']): PageDate | undefined {
  for (const element of queryAll(document, selector)) {
    const date = findPartialDate(attributeOf(element, name) ?? '');
    if (date) return { date, from };
  }
  return undefined;
}

/** The first time of an article's own head; times in lists and comments are somebody else's. */
function fromTime(): PageDate | undefined {
  return fromAttribute(
    'time[itemprop=datePublished],article header time,article time[pubdate],article > time',
    'datetime',
    'time',
  );
}

function fromAddress(): PageDate | undefined {
  const found = /\/((?:19|20)\d\d)[/-](\d{1,2})(?:[/-](\d{1,2}))?(?=[/-])/.exec(location.pathname);
  if (!found) return undefined;
  const parts = found.slice(1).filter((part) => part !== undefined);
  const date = findPartialDate(parts.map((part) => part.padStart(2, '0')).join('-'));
  return date && { date, from: 'address' };
}
