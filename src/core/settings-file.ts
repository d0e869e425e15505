import { type AddedPack, contentsOf, decodePackList } from './added-packs.ts';
import { REFUSED_NAMES } from './pack-tree.ts';
import { DEFAULT_SETTINGS, findBadSettings, type Settings } from './settings.ts';

/** Raised when a file of today could no longer be read as it is. */
const FILE_FORMAT = 1;
const FILE_TYPE = 'sidelight-settings';

/** All lists full of the longest entries stay below, in bytes too where they are written with ASCII letters; so do packs of 100,000 terms. */
export const MAX_FILE_BYTES = 64_000_000;

/** Why a file cannot be taken over. */
export type FileFault =
  | { readonly fault: 'too-large' | 'unreadable' | 'not-json' | 'not-ours' | 'newer' | 'hostile' }
  | { readonly fault: 'bad-fields'; readonly fields: readonly string[] };

/** The reader's Packs as they stand in a file: their list, and each version's own file, packed, by its content. */
export interface SavedPacks {
  readonly packs: readonly AddedPack[];
  /** In base64. */
  readonly files: Readonly<Record<string, string>>;
}

/** A file's settings and Packs, or the one reason why nothing of it is taken. A file without a list of Packs leaves them as they are. */
export type ReadFile = { readonly settings: Settings; readonly saved?: SavedPacks } | FileFault;

/** The settings as text, keys in a fixed order: the same settings give the same bytes. Packs may be left out. */
export function writeSettingsFile(settings: Settings, saved?: SavedPacks): string {
  const ordered = Object.fromEntries(FIELDS.map((field) => [field, settings[field]]));
  const file = { type: FILE_TYPE, format: FILE_FORMAT, settings: ordered, ...saved };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

const FIELDS = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];

/** Reads a file whole or not at all: one bad field, and nothing of it is taken. */
export function readSettingsFile(text: string): ReadFile {
  if (text.length > MAX_FILE_BYTES) return { fault: 'too-large' };
  const data = parse(text);
  if (data === undefined) return { fault: 'not-json' };
  if (hasHostileKey(data)) return { fault: 'hostile' };
  if (!isRecord(data) || data['type'] !== FILE_TYPE) return { fault: 'not-ours' };
  const { format, settings } = data;
  if (typeof format === 'number' && format > FILE_FORMAT) return { fault: 'newer' };
  if (format !== FILE_FORMAT || !isRecord(settings)) return { fault: 'not-ours' };
  const unknown = Object.keys(settings).filter((key) => !FIELDS.some((field) => field === key));
  const fields = [...unknown, ...findBadSettings(settings)];
  if (fields.length > 0) return { fault: 'bad-fields', fields };
  const whole = { settings: { ...DEFAULT_SETTINGS, ...(settings as Partial<Settings>) } };
  if (data['packs'] === undefined) return whole;
  const saved = readSavedPacks(data);
  return saved ? { ...whole, saved } : { fault: 'bad-fields', fields: ['packs'] };
}

/** Nothing where one Pack of the list does not hold, or where a version's file is missing or too much. */
function readSavedPacks({ packs, files }: Record<string, unknown>): SavedPacks | undefined {
  if (!Array.isArray(packs) || !isRecord(files)) return undefined;
  const list = decodePackList({ stamp: '', packs });
  // Those that come with Sidelight are there anyway.
  const own = list.packs.filter(({ origin }) => origin.type !== 'bundled');
  const wanted = [...contentsOf({ ...list, packs: own })].sort();
  const isWhole = list.packs.length === packs.length && wanted.join() === Object.keys(files).sort().join();
  return isWhole && Object.values(files).every((file) => typeof file === 'string')
    ? { packs: list.packs, files: files as SavedPacks['files'] }
    : undefined;
}

/** What taking new settings over would change: fields, and for lists what comes and what goes. */
export interface SettingsChange {
  readonly field: keyof Settings | 'packs';
  readonly from: Settings[keyof Settings];
  readonly to: Settings[keyof Settings];
  /** Only for lists. */
  readonly added?: number;
  readonly removed?: number;
}

/** The fields that differ, in the order of the settings; nothing when they are the same. */
export function compareSettings(before: Settings, after: Settings): readonly SettingsChange[] {
  return FIELDS.flatMap((field) => compareField(field, before[field], after[field]));
}

/** The same of the reader's Packs: a version that takes the place of another comes and goes. */
export function comparePacks(
  before: readonly AddedPack[],
  after: readonly AddedPack[],
): readonly SettingsChange[] {
  const name = ({ id, on, now }: AddedPack): string => `${id} ${now.content} ${on}`;
  return compareField('packs', before.map(name), after.map(name));
}

function compareField(
  field: SettingsChange['field'],
  from: SettingsChange['from'],
  to: SettingsChange['to'],
): readonly SettingsChange[] {
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  if (!isList(from) || !isList(to)) return [{ field, from, to }];
  const [old, fresh] = [new Set(from), new Set(to)];
  const added = to.filter((entry) => !old.has(entry)).length;
  const removed = from.filter((entry) => !fresh.has(entry)).length;
  return [{ field, from, to, added, removed }];
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Ours is three deep; deeper nesting only serves to exhaust the stack. */
const MAX_DEPTH = 8;

/** Keys that could reach into every object, at any depth; or nesting without end. */
function hasHostileKey(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth > MAX_DEPTH) return true;
  return Object.entries(value).some(
    ([key, inner]) => REFUSED_NAMES.has(key) || hasHostileKey(inner, depth + 1),
  );
}
