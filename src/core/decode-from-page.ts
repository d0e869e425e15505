import { MOST_KEYS } from './added-finders.ts';
import type { FromPage } from './messages.ts';

type Check = (value: unknown) => boolean;

/** A spelling, an id or a word; nothing that a page's script of ours sends is longer. */
const MAX_NAME_UNITS = 300;
/** The longest address that browsers are known to open. */
const MAX_ADDRESS_UNITS = 100_000;
/** Words around a Mention, and pieces of evidence: the sender cuts both far earlier. */
const MAX_WORDS = 1_000;

const isBoolean: Check = (value) => typeof value === 'boolean';
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isName: Check = (value) => typeof value === 'string' && value.length <= MAX_NAME_UNITS;
const isAddress: Check = (value) => typeof value === 'string' && value.length <= MAX_ADDRESS_UNITS;
const isKeys: Check = (value) =>
  Array.isArray(value) && value.length <= MOST_KEYS && value.every(Number.isSafeInteger);
const isWords: Check = (value) => Array.isArray(value) && value.length <= MAX_WORDS && value.every(isName);
const orNothing =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const isShape =
  (shape: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(shape).every(([name, check]) => check(ownOf(value, name)));

const isContext = isShape({
  surface: orNothing(isName),
  why: orNothing(isShape({ rule: isName, evidence: isWords })),
  also: orNothing(isWords),
  pageDate: orNothing(isShape({ date: isName, from: isName })),
  nearbyWords: isWords,
});

/** Every message that a page's script of ours may send, with what each of its fields must be. */
const SHAPES: { readonly [Type in FromPage['type']]: Readonly<Record<string, Check>> } = {
  'page.changed': { count: isCount },
  'page.style': { plain: isName, inLink: isName, quote: orNothing(isName) },
  'page.load': { added: orNothing(isBoolean), finderOnly: orNothing(isBoolean) },
  'names.get': { stamp: isName, keys: isKeys },
  'card.load': {},
  'landing.load': {},
  'card.get': { term: isName, context: isContext },
  'words.get': { language: isName },
  'term.mute': { term: isName, muted: isBoolean },
  'term.notThis': { term: isName, surface: isName, not: isBoolean },
  'site.set': { active: isBoolean },
  'citation.follow': { url: isAddress, quote: isAddress },
  'source.at': { url: isAddress },
  'panel.open': { term: isName },
};

/** A message from a page in one of the known shapes, without any field that is not in it; or nothing. */
export function decodeFromPage(data: unknown): FromPage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const type = ownOf(data, 'type');
  if (typeof type !== 'string' || !Object.hasOwn(SHAPES, type)) return undefined;
  const shape = SHAPES[type as FromPage['type']];
  if (!isShape(shape)(data)) return undefined;
  const fields = Object.keys(shape).flatMap((name) => {
    const value = ownOf(data, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { type, ...Object.fromEntries(fields) } as FromPage;
}

/** Never what a prototype holds. */
function ownOf(data: object, name: string): unknown {
  return Object.hasOwn(data, name) ? Reflect.get(data, name) : undefined;
}
