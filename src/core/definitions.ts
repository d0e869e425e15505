import { pattern } from './letters.ts';
import { isCapitalised, neighboursOf, plain, reach } from './neighbours.ts';
import type { Naming, ShortForm } from './passage-reading.ts';

const noLetters = pattern('g')`[^\p{L}]+`;
const words = pattern('g')`[\p{L}\p{N}]+`;

const bracketed = pattern(
  'i',
)`^['"]?(?:'s)?\)? ?\((?:(?:hereafter|hereinafter|henceforth|also known as|known as|or|the so-called)[,:]? )?(["'])?(?:(the) )?["']?([\p{L}\p{N}][\p{L}\p{N}.&-]*(?: [\p{Lu}][\p{L}\p{N}.&-]*){0,2})["']?\)`;
const quoted = pattern()`^,? (?:or|known as|also called|hereafter) ("?)(?:the )?([\p{Lu}][\p{L}\p{N}.&-]*(?: [\p{Lu}][\p{L}\p{N}.&-]*){0,2}),?"?`;

/** ", Minnesota Energy Partners," */
const apposed = pattern()`^, (?:the )?(\p{Lu}[\p{L}'-]+(?: (?:\p{Lu}[\p{L}'-]+|of|for|the|and|in|on)){1,7}),`;

/** What every text of the two forms above begins with, before it is made plain; nearly no name is followed by it. */
const mayIntroduce =
  /^[^(\uff08a-z]*(?:s[^(\uff08a-z]*)?[(\uff08]|^[^a-z]*(?:or|known as|also called|hereafter)/i;

/** The short form that stands right after a full name, "(the Act)" or "(CAATSA)"; undefined where none does. */
export function findShortForm(text: string, name: Naming): ShortForm | undefined {
  if (name.term === undefined || !mayIntroduce.test(text.slice(name.end, name.end + reach))) return undefined;
  const { after } = neighboursOf(text, name.end, name.end);
  const bracket = bracketed.exec(after);
  const [, quote, named] = quoted.exec(after) ?? [];
  const short = bracket?.[3] ?? named;
  // What the letters of an acronym stand for is no short form of it.
  if (short === undefined || spells(name.surface, short)) return undefined;
  const marked = bracket === null ? quote !== '' : bracket[1] !== undefined || bracket[2] !== undefined;
  const known =
    spells(short, name.surface) || (marked && short.split(' ').some(isCapitalised) && name.surname === '');
  return known ? { text: short, term: name.term, start: name.end } : undefined;
}

/**
 * True when the page spells the acronym out as something else than `own`: "average selling price (ASP)",
 * "ASP (Active Server Pages)".
 */
export function isSpeltOutOtherwise(text: string, start: number, end: number, own: boolean): boolean {
  const acronym = plain(text.slice(start, end));
  const { before, after } = neighboursOf(text, start, end);
  const inside = /^ \((?:the )?([^)]+)\)/.exec(after)?.[1] ?? apposed.exec(after)?.[1];
  if (inside !== undefined && !own && spells(acronym, inside)) return true;
  if (own || !/\(["']?$/.test(before) || !/^["']?\)/.test(after)) return false;
  const words = before
    .replace(/ ?\(["']?$/, '')
    .split(' ')
    .slice(-acronym.length * 2);
  const last = words.at(-1)?.charAt(0).toLowerCase();
  if (last !== acronym.at(-1)?.toLowerCase()) return false;
  return words.some((_, from) => spells(acronym, words.slice(from).join(' ')));
}

/** True when the letters of the acronym are the first letters of the words, in order; small words may be left out. */
export function spells(acronym: string, name: string): boolean {
  const letters = acronym.replace(noLetters, '');
  if (letters.length < 2 || letters.toUpperCase().slice(0, 2) !== letters.slice(0, 2)) return false;
  const initials =
    plain(name)
      .match(words)
      ?.map((word) => word.charAt(0).toLowerCase()) ?? [];
  if (initials[0] !== letters.charAt(0).toLowerCase()) return false;
  let at = 0;
  for (const letter of letters) {
    if (letter !== letter.toUpperCase()) continue;
    const next = initials.indexOf(letter.toLowerCase(), at);
    if (next === -1) return false;
    at = next + 1;
  }
  return true;
}
