import { MOST_LEVELS } from './pack-limits.ts';

/** Field names that reach behind an object. No field of ours is named so. */
export const REFUSED_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** What is wrong with a parsed file whatever its fields mean: nesting, and names that reach behind objects. */
export function treeFault(value: unknown): string | undefined {
  return faultBelow(value, '', 1);
}

function faultBelow(value: unknown, path: string, level: number): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (level > MOST_LEVELS) return `${path.slice(1, 80)}: lies more than ${MOST_LEVELS} levels deep`;
  if (Array.isArray(value)) {
    // A loop: a callback for each of a million items would take as long as all the rest.
    for (let at = 0; at < value.length; at += 1) {
      const fault = faultIn(value[at], path, at, level);
      if (fault !== undefined) return fault;
    }
    return undefined;
  }
  for (const name of Object.keys(value)) {
    if (REFUSED_NAMES.has(name)) return `${path.slice(1)}${path && '.'}${name}: no field may have this name`;
    const fault = faultIn(Reflect.get(value, name), path, name, level);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Paths are written only on the way down to something that has fields of its own. */
function faultIn(inner: unknown, path: string, key: string | number, level: number): string | undefined {
  if (typeof inner !== 'object' || inner === null) return undefined;
  return faultBelow(inner, `${path}.${key}`, level + 1);
}
