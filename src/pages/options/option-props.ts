import type { Settings } from '../../core/settings.ts';

/** What every part of the options page is given. Changes are stored, and take effect in open tabs, at once. */
export interface OptionProps {
  readonly settings: Settings;
  readonly onSettings: (change: (settings: Settings) => Settings) => void;
}
