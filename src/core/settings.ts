import * as v from 'valibot';

/** How long a pointer rests before a card opens; `keys` opens only from the keyboard or a tap. */
export type Pace = 'calm' | 'normal' | 'fast' | 'keys';

/** Which Mentions of a Term are marked. */
export type Density = 'section' | 'page' | 'all';

const Host = v.pipe(v.string(), v.minLength(1), v.maxLength(253));
const Key = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const MAX_LIST = 10_000;

const SettingsSchema = v.object({
  on: v.boolean(),
  pace: v.picklist(['calm', 'normal', 'fast', 'keys']),
  density: v.picklist(['section', 'page', 'all']),
  /** Also mark terms of priority 3, such as "rule of law". */
  showMinor: v.boolean(),
  markHeadings: v.boolean(),
  appearance: v.picklist(['page', 'light', 'dark']),
  /** Percent of the card's normal size. */
  fontSize: v.pipe(v.number(), v.integer(), v.minValue(80), v.maxValue(200)),
  /** `except`: everywhere but on `offSites`. `only`: nowhere but on `onlySites`. */
  sites: v.picklist(['except', 'only']),
  offSites: v.pipe(v.array(Host), v.maxLength(MAX_LIST)),
  onlySites: v.pipe(v.array(Host), v.maxLength(MAX_LIST)),
  /** TermKeys that are never marked. */
  muted: v.pipe(v.array(Key), v.maxLength(MAX_LIST)),
  /** `TermKey|surface in lower case`: spellings that the reader said mean something else. */
  notThis: v.pipe(v.array(Key), v.maxLength(MAX_LIST)),
  /** Ids of Packs that are switched off. */
  packsOff: v.pipe(v.array(Key), v.maxLength(1_000)),
});

/** Everything that a reader can set; plain JSON. */
export type Settings = Readonly<v.InferOutput<typeof SettingsSchema>>;

export const DEFAULT_SETTINGS: Settings = {
  on: true,
  pace: 'normal',
  density: 'section',
  showMinor: false,
  markHeadings: false,
  appearance: 'page',
  fontSize: 100,
  sites: 'except',
  offSites: [],
  onlySites: [],
  muted: [],
  notThis: [],
  packsOff: [],
};

/** Settings from stored or imported data: each field that does not hold falls back to its default. */
export function decodeSettings(data: unknown): Settings {
  if (typeof data !== 'object' || data === null) return DEFAULT_SETTINGS;
  const merged: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const [key, schema] of Object.entries(SettingsSchema.entries)) {
    const result = v.safeParse(schema, Reflect.get(data, key));
    if (result.success) merged[key] = result.output;
  }
  return merged as Settings;
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

/** Switches Sidelight on or off for one site, in whichever list is in force. */
export function withSite(settings: Settings, hostname: string, active: boolean): Settings {
  if (settings.sites === 'only') {
    const others = settings.onlySites.filter((site) => !isWithin(hostname, site));
    return { ...settings, onlySites: active ? [...others, hostname] : others };
  }
  const others = settings.offSites.filter((site) => !isWithin(hostname, site));
  return { ...settings, offSites: active ? others : [...others, hostname] };
}
