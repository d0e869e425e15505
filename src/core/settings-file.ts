import { REFUSED_NAMES } from './pack-tree.ts';
import { DEFAULT_SETTINGS, findBadSettings, type Settings } from './settings.ts';

/** Raised when a file of today could no longer be read as it is. */
const FILE_FORMAT = 1;
const FILE_TYPE = 'sidelight-settings';

/** All lists full of the longest entries stay below, in bytes too where they are written with ASCII letters. */
export const MAX_FILE_BYTES = 16_000_000;

/** Why a file cannot be taken over. */
export type FileFault =
  | { readonly fault: 'too-large' | 'unreadable' | 'not-json' | 'not-ours' | 'newer' | 'hostile' }
  | { readonly fault: 'bad-fields'; readonly fields: readonly string[] };

/** A file's settings, or the one reason why nothing of it is taken. */
export type ReadFile = { readonly settings: Settings } | FileFault;

/** The settings as text, keys in a fixed order: the same settings give the same bytes. */
export function writeSettingsFile(settings: Settings): string {
  const ordered = Object.fromEntries(FIELDS.map((field) => [field, settings[field]]));
  return `${JSON.stringify({ type: FILE_TYPE, format: FILE_FORMAT, settings: ordered }, undefined, 2)}\n`;
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
  return { settings: { ...DEFAULT_SETTINGS, ...(settings as Partial<Settings>) } };
}

/** What taking new settings over would change: fields, and for lists what comes and what goes. */
export interface SettingsChange {
  readonly field: keyof Settings;
  readonly from: Settings[keyof Settings];
  readonly to: Settings[keyof Settings];
  /** Only for lists. */
  readonly added?: number;
  readonly removed?: number;
}

/** The fields that differ, in the order of the settings; nothing when they are the same. */
export function compareSettings(before: Settings, after: Settings): readonly SettingsChange[] {
  return FIELDS.flatMap((field): readonly SettingsChange[] => {
    const [from, to] = [before[field], after[field]];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    if (!isList(from) || !isList(to)) return [{ field, from, to }];
    const [old, fresh] = [new Set(from), new Set(to)];
    return [
      {
        field,
        from,
        to,
        added: to.filter((entry) => !old.has(entry)).length,
        removed: from.filter((entry) => !fresh.has(entry)).length,
      },
    ];
  });
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
