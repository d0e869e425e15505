/** How long a pointer rests before a card opens; `keys` opens only from the keyboard or a tap. */
export type Pace = 'calm' | 'normal' | 'fast' | 'keys';

/** Which Mentions of a Term are marked. */
export type Density = 'section' | 'page' | 'all';

/** The languages that the interface speaks; `browser` follows the browser's own. */
export const LANGUAGES = ['browser', 'en', 'es', 'de', 'fr', 'ru', 'uk'] as const;
/** A language that the words on screen are there in. */
export type Language = (typeof LANGUAGES)[number];

/** Everything that a reader can set; plain JSON. */
export interface Settings {
  readonly on: boolean;
  readonly pace: Pace;
  readonly density: Density;
  /** Also mark terms of priority 3, such as "rule of law". */
  readonly showMinor: boolean;
  readonly markHeadings: boolean;
  readonly appearance: 'page' | 'light' | 'dark';
  /** Percent of the card's normal size, 80 to 200. */
  readonly fontSize: number;
  /** Percent of the card's normal width, 80 to 160. */
  readonly cardWidth: number;
  /** `browser`, or the language of the interface that a reader prefers to the browser's. */
  readonly language: Language;
  /** `except`: everywhere but on `offSites`. `only`: nowhere but on `onlySites`. */
  readonly sites: 'except' | 'only';
  readonly offSites: readonly string[];
  readonly onlySites: readonly string[];
  /** TermKeys that are never marked. */
  readonly muted: readonly string[];
  /** `TermKey|surface in lower case`: spellings that the reader said mean something else. */
  readonly notThis: readonly string[];
  /** Ids of Packs that are switched off. */
  readonly packsOff: readonly string[];
}

/** What holds until a reader chooses otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  on: true,
  pace: 'normal',
  density: 'section',
  showMinor: false,
  markHeadings: false,
  appearance: 'page',
  fontSize: 100,
  cardWidth: 100,
  language: 'browser',
  sites: 'except',
  offSites: [],
  onlySites: [],
  muted: [],
  notThis: [],
  packsOff: [],
};

/** Entries in a list that a reader fills. */
export const MAX_LIST = 10_000;
const MAX_ENTRY_UNITS = 300;

type Check = (value: unknown) => boolean;

const isBoolean: Check = (value) => typeof value === 'boolean';
const isOneOf =
  (...choices: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && choices.includes(value);
const isWholeNumber =
  (least: number, most: number): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
const isList: Check = (value) =>
  Array.isArray(value) &&
  value.length <= MAX_LIST &&
  value.every((entry) => typeof entry === 'string' && entry !== '' && entry.length <= MAX_ENTRY_UNITS);

/**
 * What each field must be. By hand: these run in every frame of every page, where a schema library weighs 6 KB. Made
 * when asked for, so that scripts which decode no settings do without them.
 */
const createChecks = (): { readonly [Field in keyof Settings]: Check } => ({
  on: isBoolean,
  pace: isOneOf('calm', 'normal', 'fast', 'keys'),
  density: isOneOf('section', 'page', 'all'),
  showMinor: isBoolean,
  markHeadings: isBoolean,
  appearance: isOneOf('page', 'light', 'dark'),
  fontSize: isWholeNumber(80, 200),
  cardWidth: isWholeNumber(80, 160),
  language: isOneOf(...LANGUAGES),
  sites: isOneOf('except', 'only'),
  offSites: isList,
  onlySites: isList,
  muted: isList,
  notThis: isList,
  packsOff: isList,
});

/** Names of the fields of stored or imported settings that do not hold; empty when all do. */
export function findBadSettings(data: object): readonly string[] {
  return Object.entries(createChecks()).flatMap(([field, check]) => {
    const value: unknown = Reflect.get(data, field);
    return value === undefined || check(value) ? [] : [field];
  });
}

/** Settings from stored or imported data: each field that does not hold falls back to its default. */
export function decodeSettings(data: unknown): Settings {
  if (typeof data !== 'object' || data === null) return DEFAULT_SETTINGS;
  const held = Object.entries(createChecks()).flatMap(([field, check]) => {
    const value: unknown = Reflect.get(data, field);
    return check(value) ? [[field, value] as const] : [];
  });
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(held) };
}

/** Whether Sidelight works on this address: on, and not excluded by the reader's list of sites. */
export function isActiveOn(settings: Settings, hostname: string): boolean {
  if (!settings.on) return false;
  if (settings.sites === 'only') return settings.onlySites.some((site) => isWithin(hostname, site));
  return !settings.offSites.some((site) => isWithin(hostname, site));
}

/** `news.example.org` is within `example.org`, but `badexample.org` is not. */
function isWithin(hostname: string, site: string): boolean {
  return hostname === site || hostname.endsWith(`.${site}`);
}

/**
 * A list with an entry put in or taken out. One that could not be stored is left out: with it the whole list would be
 * refused when it is read again.
 */
export function withEntry(list: readonly string[], entry: string, present: boolean): readonly string[] {
  const others = list.filter((other) => other !== entry);
  const changed = [...others, entry];
  return present && isList(changed) ? changed : others;
}

/** Without what was chosen for the Terms of this Pack; the very same settings where nothing was. */
export function withoutTermsOf(settings: Settings, pack: string): Settings {
  const isOther = (entry: string): boolean => !entry.startsWith(`${pack}/`);
  if (settings.muted.every(isOther) && settings.notThis.every(isOther)) return settings;
  return { ...settings, muted: settings.muted.filter(isOther), notThis: settings.notThis.filter(isOther) };
}

/** Switches Sidelight on or off for one site, in whichever list is in force. */
export function withSite(settings: Settings, hostname: string, active: boolean): Settings {
  if (settings.sites === 'only') {
    const others = settings.onlySites.filter((site) => !isWithin(hostname, site));
    return { ...settings, onlySites: withEntry(others, hostname, active) };
  }
  const others = settings.offSites.filter((site) => !isWithin(hostname, site));
  return { ...settings, offSites: withEntry(others, hostname, !active) };
}
