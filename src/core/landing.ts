import { buildClaim, type CardClaim } from './card-claim.ts';
import type { ClaimId, PackId, SourceId } from './ids.ts';
import { claimsOf, type PackLookUp } from './look-up.ts';
import type { Question, Source } from './types.ts';

/** A Claim of the Source at hand that other Sources answer. */
export interface DisputedClaim {
  readonly question: string;
  readonly claim: CardClaim;
  readonly answers: readonly CardClaim[];
}

/** Words of the Source that carry disputed Claims. */
export interface DisputedPlace {
  readonly paragraph: number;
  readonly quote: string;
  readonly claims: readonly DisputedClaim[];
  /** Who says so, where that is a Pack which the reader has added. */
  readonly by?: PlaceOrigin;
}

/** An added Pack, and the host or file that it is from. */
export interface PlaceOrigin {
  readonly title: string;
  readonly publisher: string;
  readonly from: string;
}

/** What is known of a page that is itself one of the Sources. */
export interface Landing {
  readonly pack: PackId;
  readonly source: SourceId;
  readonly title: string;
  readonly language: string;
  readonly archivedUrl?: string;
  /** The words that the reader came for, when a citation led here. */
  readonly wanted?: string;
  /** In the order of the Source's paragraphs. */
  readonly disputed: readonly DisputedPlace[];
}

/** A citation that was followed, and when, ms since the epoch. */
export interface FollowedCitation {
  readonly url: string;
  readonly quote: string;
  readonly at: number;
}

/** A page that opens later than this after the click was opened for something else. */
export const followedForMs = 60_000;

/** Whether two addresses are the same page: scheme, `www.`, closing slashes and fragment aside. */
export function isSameAddress(one: string, other: string): boolean {
  const known = addressKey(one);
  return known !== undefined && known === addressKey(other);
}

/** Equal for addresses of the same page; nothing for what is no web address. */
export function addressKey(address: string): string | undefined {
  const [, host, path = '', search = ''] =
    address.match(/^https?:\/\/(?:www\.)?([^/?#]+)([^?#]*)(\?[^#]*)?/i) ?? [];
  return host && `${host.toLowerCase()}${withoutClosingSlashes(path)}${search}`;
}

/** By hand: an expression goes back at every slash of a path that is all slashes. */
function withoutClosingSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

const DIRECTIVE = ':~:text=';

/** The words that a citation's address lands on; nothing where it has no text fragment. */
export function findQuoteIn(address: string): string | undefined {
  const fragment = address.indexOf('#');
  const at = fragment < 0 ? -1 : address.indexOf(DIRECTIVE, fragment);
  const [words = ''] = at < 0 ? [] : address.slice(at + DIRECTIVE.length).split(/[&,]/, 1);
  if (words === '') return undefined;
  try {
    return decodeURIComponent(words);
  } catch {
    return undefined;
  }
}

/** Those citations that still wait for their page. */
export function stillWanted(
  followed: readonly FollowedCitation[],
  nowMs: number,
): readonly FollowedCitation[] {
  return followed.filter(({ at }) => nowMs - at <= followedForMs);
}

/** The Source that stands at an address, with what is disputed in it; nothing for any other page. */
export function findLanding(packs: readonly PackLookUp[], address: string): Landing | undefined {
  for (const pack of packs) {
    const source = pack.pack.sources.find(({ url }) => isSameAddress(url, address));
    if (source) return buildLanding(pack, source);
  }
  return undefined;
}

function buildLanding(pack: PackLookUp, source: Source): Landing {
  return {
    pack: pack.pack.id,
    source: source.id,
    title: source.title,
    language: source.language,
    ...(source.archivedUrl !== undefined && { archivedUrl: source.archivedUrl }),
    disputed: findDisputed(pack, source.id),
  };
}

function findDisputed(pack: PackLookUp, source: SourceId): readonly DisputedPlace[] {
  const places = new Map<string, DisputedPlace & { readonly claims: DisputedClaim[] }>();
  const by = originOf(pack);
  for (const question of pack.pack.questions) {
    for (const { id, citations } of claimsOf(question).filter((claim) => claim.source === source)) {
      const disputed = buildDisputed(pack, question, id);
      if (!disputed) continue;
      const [{ paragraph, quote }] = citations;
      const key = `${paragraph} ${quote}`;
      const place = places.get(key) ?? { paragraph, quote, claims: [], ...(by && { by }) };
      place.claims.push(disputed);
      places.set(key, place);
    }
  }
  return [...places.values()].sort((a, b) => a.paragraph - b.paragraph);
}

function originOf({ from, pack: { title, publisher } }: PackLookUp): PlaceOrigin | undefined {
  return from === undefined ? undefined : { title, publisher, from };
}

function buildDisputed(pack: PackLookUp, question: Question, id: ClaimId): DisputedClaim | undefined {
  const own = pack.findClaim(id);
  const claim = own && buildClaim(own, pack);
  const answers = (own?.opposedBy ?? []).flatMap((other) => {
    const answer = pack.findClaim(other);
    const built = answer && buildClaim(answer, pack);
    return built ? [built] : [];
  });
  return claim && answers.length > 0 ? { question: question.text, claim, answers } : undefined;
}
