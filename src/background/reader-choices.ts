import { changeSettings } from '../browser/settings-store.ts';
import type { TermKey } from '../core/ids.ts';
import { withEntry, withSite } from '../core/settings.ts';

export function setMuted(term: TermKey, muted: boolean): Promise<boolean> {
  return changeSettings((settings) => ({ ...settings, muted: withEntry(settings.muted, term, muted) }));
}

export function setNotThis(term: TermKey, surface: string, not: boolean): Promise<boolean> {
  const entry = `${term}|${surface.toLowerCase()}`;
  return changeSettings((settings) => ({ ...settings, notThis: withEntry(settings.notThis, entry, not) }));
}

export function setSite(hostname: string, active: boolean): Promise<boolean> {
  return changeSettings((settings) => withSite(settings, hostname, active));
}
