import { beasts, films, functionWords, houses, namesakes } from './english.ts';
import { pattern } from './letters.ts';
import type { Neighbours } from './neighbours.ts';
import { bare, isCapitalised } from './neighbours.ts';

const ownedName = pattern()`^'s (\p{Lu}\p{L}+)`;
const ownerBefore = pattern()`\p{Lu}\p{L}+'s $`;
const smallNext = pattern()`^ (\p{Ll}\S*)`;
const quoteEnd = pattern()`^([^".!?]{0,60}?)[,.]?["']((?: by| is the title| is the name)?)(?![\p{L}\p{N}])`;
const titleWord = pattern('g')`[\p{L}\p{N}][\p{L}\p{N}'-]*`;

const link =
  /^(?:of|in|on|at|by|from|for|with|to|near|that|which|who|whose|about|where|behind|after|against|under|without|over)$/;
/** "X, a series of measures", "X, a bear of a man", "X, a dark horse": said of anything. */
const vague =
  /^(?:(?:series|species|chain|play|game|brand|drama|comedy|shop|store|duo|trilogy|storm|bear|tiger|bull) of|(?:dark|stalking|show|war) horse|(?:old|paper) tiger|(?:bull|brand|spider) (?:in|at)|brand behind)$/;
/** What goes on after the noun of "X, a … noun"; any other word means that the noun only describes the next. */
const goesOn = pattern()`^(?:caught|born|bred|built|made|shot|set|run|written|\p{L}{2,}(?:ing|ed))$`;
/** "X, a …", "“X” is the …" */
const saidToBe = pattern()`^(?:["']?,["']?|["'] (?:is|was)| (?:is|was) also) (?:an?|the|one of the) ((?:[\p{L}\p{N}'-]+ ?){1,8})`;
/** "… goat ", "… play called ", "… novel, “" */
const namedSo = pattern()`([\p{L}-]+)(,?)( (?:called|(?:en)?titled|named),?)? (["']?)$`;
/** The longest of them. */
const NAMED_SO_REACH = 40;
const owner = pattern('i')`(?:^|\W)(?:his|her|their|its|our|my|whose|\p{L}+'s?) (?:[\p{L}.'-]+ ){0,2}$`;
const article = pattern('i')`(?:^|\W)(?:the|an?) (?:[\p{L}.'-]+ ){0,2}$`;
/** "after the storm X flew", "in his memoir, X writes": when or where somebody does something. */
const adverbial = pattern(
  'i',
)`(?:^|\W)(?:after|before|during|since|amid|with|without|on|in|from|by|at|to|despite) (?:an?|the|his|her|their|its|our|my) (?:[\p{L}.'-]+ ){0,2}$`;
/** "the film Reagan made" is none of that name. */
const clause = pattern()`^ (?:\p{Ll}+ed|made|saw|wrote|gave|sang|had|once|himself|and) `;
const titleOf = /^["']? is (?:also )?the (?:name|title) of\b/;
/** "Carter v. Jones" */
const caseBehind = pattern()`^ v\.? \p{Lu}`;
const caseBefore = pattern()`\p{L} v\.? $`;
/** "X," she said: a quotation that begins or breaks off with the name. */
const speech = pattern()`^[,.]["'] (?:[\p{L}.'-]+ ){0,7}(?:said|says|told|added|asked|wrote|writes|replied)\b`;
const stage =
  /\b(?:films?|movie|paperbacks?|documentary|Oscar|Emmy|Grammy|Bafta|album|song|sitcom|podcast|soundtrack|premiered?s?|starring)\b/i;

/** "X, a chestnut colt", "X, a fishing town": said, right behind it, to be one of these nouns. */
export function isSaidToBe(after: string, nouns: ReadonlySet<string>): boolean {
  const words = saidToBe.exec(after)?.[1]?.trim().split(' ') ?? [];
  for (const [at, word] of words.entries()) {
    if (link.test(word)) return false;
    const next = words[at + 1];
    if (vague.test(`${bare(word)} ${next}`)) return false;
    if (nouns.has(bare(word)) && (next === undefined || link.test(next) || goesOn.test(next))) return true;
  }
  return false;
}

/** "Carter v. Jones": a case in court is called by the name. */
export const isCaseName = ({ before, after }: Neighbours): boolean =>
  caseBehind.test(after) || caseBefore.test(before);

/** An animal, a work, a house or a team of that name. */
export const isNamesake = (surface: string, { before, after }: Neighbours): boolean =>
  isSaidToBe(after, namesakes) ||
  isNamedSo(before, after) ||
  isOnStage(surface, { before, after }) ||
  titleOf.test(after) ||
  houses.has(ownedName.exec(after)?.[1]?.toLowerCase() ?? '');

/** "a racehorse called X", "her cat X", "the family's goat, X, …", "the film “X”". */
function isNamedSo(before: string, after: string): boolean {
  const near = before.slice(-NAMED_SO_REACH);
  const [whole = '', noun = '', comma, called, quote] = namedSo.exec(near) ?? [];
  const kind = bare(noun);
  if (!namesakes.has(kind)) return false;
  const head = before.slice(0, before.length - whole.length);
  if (called !== undefined) return true;
  const isAside = adverbial.test(`${head}${noun} `);
  if (comma !== '') return !isAside && owner.test(head) && /^["']?,/.test(after);
  const next = smallNext.exec(after)?.[1];
  if (isAside && next !== undefined && !link.test(next)) return false;
  if (films.has(kind)) return !clause.test(after);
  if (quote !== '') return /^[,.]?["']/.test(after);
  return beasts.has(kind) && (owner.test(head) || article.test(head));
}

/** “X”, “X’s People”: a title in quotation marks where films, songs or books are spoken of. */
function isOnStage(surface: string, around: Neighbours): boolean {
  const title = titleAround(surface, around);
  if (title === undefined || speech.test(around.after)) return false;
  const { head, tail } = title;
  const outside = around.before.slice(0, -1 - head.length);
  const isLonger = `${head}${tail}` !== '';
  return (isLonger && ownerBefore.test(outside)) || stage.test(outside + around.after.slice(tail.length));
}

/** What else stands in the quotation marks around a name, and right behind them; undefined unless all has capitals. */
export function titleAround(
  surface: string,
  { before, after }: Neighbours,
): { readonly head: string; readonly tail: string; readonly behind: string } | undefined {
  const head = /(?:^|[\s(])["']([^"]{0,60})$/.exec(before)?.[1];
  const [, tail, behind = ''] = quoteEnd.exec(after) ?? [];
  if (head === undefined || tail === undefined) return undefined;
  const words = `${head}${surface}${tail}`.match(titleWord) ?? [];
  const titled = words.every((word) => isCapitalised(word) || functionWords.has(word));
  return titled ? { head, tail, behind } : undefined;
}
