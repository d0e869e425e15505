import type { DraftRule } from '../core/encode-index.ts';
import type { PersonRule } from '../core/mention-index.ts';
import { bare } from '../core/neighbours.ts';
import type { AliasFields } from './alias-file.ts';
import type { AuthoredTerm } from './authored.ts';
import type { CueReader } from './cue-lists.ts';
import { russianForms } from './russian-forms.ts';
import { otherSpellings } from './word-forms.ts';

type Spellings = Readonly<Record<string, readonly string[]>>;

/** The words of an alias without brackets, and how many stand before and after the bracketed name. */
export function parseAlias(written: string): {
  readonly text: string;
  readonly cut?: readonly [number, number];
} {
  const [, head, name, tail] = /^(.*)\[(.+)\](.*)$/s.exec(written) ?? [];
  if (head === undefined || name === undefined || tail === undefined) return { text: written };
  return { text: head + name + tail, cut: [countWords(head), countWords(tail)] };
}

function countWords(text: string): number {
  return text.split(/[\s\u2010-\u2015/"“”-]+/).filter((word) => word !== '').length;
}

/** What the fields of an alias and its term ask of the words around. */
export function ruleOf(
  fields: AliasFields,
  term: AuthoredTerm,
  read: CueReader,
  lists: Readonly<Record<string, readonly string[]>>,
): DraftRule {
  const wordsOf = (words: readonly string[]): readonly string[] =>
    words
      .flatMap((word) => (word.startsWith('$') ? wordsOf(lists[word.slice(1)] ?? []) : word.split(' ')))
      .map(bare);
  const not = [...(fields.not ?? []), ...(term.not ?? [])];
  return {
    ...(fields.needs && { needs: read(fields.needs) }),
    ...(fields.needs && fields.within && fields.within !== 'passage' && { within: fields.within }),
    ...(not.length > 0 && { not: read(not) }),
    ...(fields.notBefore && { notBefore: wordsOf(fields.notBefore) }),
    ...(fields.notAfter && { notAfter: wordsOf(fields.notAfter) }),
    ...(fields.after && { after: wordsOf(fields.after) }),
    ...(fields.joins && { joins: wordsOf(fields.joins) }),
    ...(fields.home && { home: wordsOf(fields.home) }),
  };
}

/** How a person's alias is read: whole names say who it is, a surname alone asks for what stands beside it. */
export function personOf(
  term: AuthoredTerm,
  form: string,
  fields: AliasFields,
  spellings: Spellings,
): { readonly person?: PersonRule } {
  if (term.kind !== 'person') return {};
  const { text, cut } = parseAlias(fields.text);
  const surname = cut === undefined && !form.includes(' ');
  const given = surname ? givenNames(term, text, spellings) : [];
  const others = surname ? (term.others ?? []).map(bare) : [];
  if (!surname) return { person: { given, others } };
  return { person: { surname, given, others, ...(fields.needs && { weak: true }) } };
}

/**
 * The same in another language: who the name before a surname is cannot be told there from capitals and titles
 * ("Kanzlerin Scholz" opens like a full name), so only those named under `others` are somebody else.
 */
export function bearerRule(term: AuthoredTerm, form: string, { notAfter = [] }: DraftRule): DraftRule {
  const others = (term.others ?? []).map(bare);
  if (term.kind !== 'person' || form.includes(' ') || others.length === 0) return {};
  return { notAfter: [...notAfter, ...others] };
}

/** The first words of this person's full names. */
function givenNames(term: AuthoredTerm, surname: string, spellings: Spellings): readonly string[] {
  const names = term.aliases
    .map((alias) => parseAlias(typeof alias === 'string' ? alias : alias.text).text)
    .filter((text) => text.includes(' ') && text.split(' ').includes(surname));
  const firsts = names.map((name) => name.split(' ')[0] ?? '').filter((first) => first !== surname);
  const forms = firsts.flatMap((first) =>
    otherSpellings(first, spellings).flatMap((one) =>
      russianForms(`${one} ${surname}`).map((row) => row.split(' ')[0] ?? ''),
    ),
  );
  return [...new Set(forms.map(bare))].filter((name) => name !== '');
}
