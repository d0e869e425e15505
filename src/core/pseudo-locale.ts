import type { MessageEntry, MessageFile } from './translate.ts';

/** Translations run longer than English by up to this share; layouts must hold it. */
const LONGER_BY = 0.4;
const VOWELS: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú' };

/** A language that nobody speaks, to prove that pages hold longer words, or run from right to left. Places stay. */
export function pseudoLocale(file: MessageFile, kind: 'long' | 'rtl'): MessageFile {
  const entries = Object.entries(file).map(([key, entry]) => [key, pseudoEntry(key, entry, kind)] as const);
  return Object.fromEntries(entries);
}

function pseudoEntry(key: string, entry: MessageEntry, kind: 'long' | 'rtl'): MessageEntry {
  if (key === 'language_direction') return { message: kind === 'rtl' ? 'rtl' : 'ltr' };
  if (key === 'language_tag') return { message: kind === 'rtl' ? 'ar' : 'en' };
  const message = kind === 'rtl' ? `\u202E${entry.message}\u202C` : lengthen(entry.message);
  return { ...entry, message };
}

function lengthen(message: string): string {
  const accented = message.replace(/\$\w+\$?|[aeiou]/g, (found) => VOWELS[found] ?? found);
  const words = message.replace(/\$\w+\$?/g, '').split(/\s+/);
  let more = '';
  for (let at = 0; more.length < message.length * LONGER_BY; at += 1)
    more += ` ${words[at % words.length] || '·'}`;
  return `${accented}${more}`;
}
