import { pattern } from './letters.ts';
import type { FromPage } from './messages.ts';
import { MOST_KEYS } from './note-keys.ts';
import { MOST_FORMS } from './page-evidence.ts';
import { MOST_TOLD } from './page-memory.ts';
import { MAX_LIST } from './settings.ts';

type Check = (value: unknown) => boolean;

/** A spelling, an id or a word; nothing that a page's script of ours sends is longer. */
const MAX_NAME_UNITS = 300;
/** The longest address that browsers are known to open. */
const MAX_ADDRESS_UNITS = 100_000;
/** Words around a Mention, and pieces of evidence: the sender cuts both far earlier. */
const MAX_WORDS = 1_000;

/** Passages in one question, and what they have together: the sender asks for fewer, and cuts each far earlier. */
const MAX_TEXTS = 1_000;
const MAX_TEXTS_UNITS = 1_000_000;
/** Packs that a page may have told something: the reader's thirty and the bundled ones, some of which were changed meanwhile. */
const MAX_PACKS = 100;
/** As texts introduce short forms: with nothing else in them they are looked for in no time. */
const form = pattern('i')`^[\p{L}\p{N}][\p{L}\p{N}.&-]*(?: [\p{L}\p{N}][\p{L}\p{N}.&-]*)*$`;

const isBoolean: Check = (value) => typeof value === 'boolean';
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isName: Check = (value) => typeof value === 'string' && value.length <= MAX_NAME_UNITS;
const isAddress: Check = (value) => typeof value === 'string' && value.length <= MAX_ADDRESS_UNITS;
const isText: Check = (value) => typeof value === 'string';
const isListOf =
  (check: Check, most: number): Check =>
  (value) =>
    // Of a list with holes `every` sees what is there only.
    Array.isArray(value) && value.length <= most && Array.from(value).every((item) => check(item));
const isPairOf =
  (first: Check, second: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length === 2 && first(value[0]) && second(value[1]);
const isRecordOf =
  (check: Check, most: number): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length <= most &&
    Object.entries(value).every(([name, item]) => isName(name) && check(item));
const isWords = isListOf(isName, MAX_WORDS);
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

const isTexts: Check = (value) =>
  isListOf(isText, MAX_TEXTS)(value) && (value as readonly string[]).join('').length <= MAX_TEXTS_UNITS;
const isTold = isListOf(isPairOf(isCount, isName), MOST_TOLD);
const isForm: Check = (value) => isName(value) && form.test(value as string);
const isMeaning: Check = (value) => value === null || isCount(value);
const isEvidence = isShape({
  cues: isTold,
  named: isTold,
  rivals: isListOf(isName, MOST_TOLD),
  shorts: isListOf(isPairOf(isForm, isListOf(isMeaning, MOST_TOLD)), MOST_FORMS),
});
const isMemory = isShape({
  packs: isRecordOf(isEvidence, MAX_PACKS),
  keys: isListOf(Number.isSafeInteger, MOST_KEYS),
});

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
  'page.load': {},
  'passages.decide': {
    texts: isTexts,
    memory: isMemory,
    packsOff: isListOf(isName, MAX_LIST),
    stamp: orNothing(isName),
  },
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
