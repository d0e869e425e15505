import type { ClaimId, PackId, QuestionId, SourceId, TermId } from './ids.ts';

/** A place in the library, each with an address of its own. */
export type LibraryPlace =
  | { readonly page: 'home' | 'terms' | 'who' | 'timeline' }
  | { readonly page: 'search'; readonly query: string }
  | { readonly page: 'term'; readonly pack: PackId; readonly id: TermId }
  | { readonly page: 'question'; readonly pack: PackId; readonly id: QuestionId; readonly claim?: ClaimId }
  | { readonly page: 'source'; readonly pack: PackId; readonly id: SourceId; readonly paragraph?: number };

/** Whoever looks for more has pasted something else than a name; the rest is left away. UTF-16 units. */
export const MOST_QUERY_UNITS = 200;

const PLAIN_PAGES = ['terms', 'who', 'timeline'] as const;

/** The address of a place, from `#` on. */
export function libraryAddress(place: LibraryPlace): string {
  if (place.page === 'home') return '#/';
  if (place.page === 'search') return `#/search/${encodeURIComponent(readableQuery(place.query))}`;
  if (!('id' in place)) return `#/${place.page}`;
  const detail =
    place.page === 'question' ? place.claim : place.page === 'source' ? place.paragraph : undefined;
  const path = [place.page, place.pack, place.id, ...(detail === undefined ? [] : [String(detail)])];
  return `#/${path.join('/')}`;
}

/** The place of an address, from `#` on; the library's first page for one that is none. */
export function readLibraryAddress(address: string): LibraryPlace {
  const [page = '', ...rest] = address.replace(/^#?\/?/, '').split('/');
  const plain = PLAIN_PAGES.find((name) => name === page);
  if (plain) return { page: plain };
  if (page === 'search') return { page, query: readableQuery(decode(rest.join('/'))) };
  const [pack, id, detail] = rest;
  if (!pack || !id) return { page: 'home' };
  const ids = { pack: pack as PackId };
  if (page === 'term') return { page, ...ids, id: id as TermId };
  if (page === 'question') {
    return { page, ...ids, id: id as QuestionId, ...(detail && { claim: detail as ClaimId }) };
  }
  if (page !== 'source') return { page: 'home' };
  const paragraph = Number(detail);
  return { page, ...ids, id: id as SourceId, ...(paragraph > 0 && { paragraph }) };
}

/** Half a character cannot stand in an address. */
function readableQuery(query: string): string {
  return query.slice(0, MOST_QUERY_UNITS).replace(/\p{Surrogate}/gu, '\uFFFD');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
