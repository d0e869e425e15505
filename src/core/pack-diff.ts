import { claimsOf } from './look-up.ts';
import type { PackFile } from './pack-file.ts';
import type { Pack } from './types.ts';

/** A field whose value is another now; a list is told by what came and what went. */
export type FieldChange =
  | { readonly field: string; readonly from?: string; readonly to?: string }
  | { readonly field: string; readonly came: readonly string[]; readonly went: readonly string[] };

/** Something that has an id, with words by which people know it. */
export interface ChangedItem {
  readonly id: string;
  readonly words: string;
  /** Empty where the whole of it came or went. */
  readonly fields: readonly FieldChange[];
}

/** What is new, gone and different in one list of a pack. */
export interface ListChange {
  readonly added: readonly ChangedItem[];
  readonly removed: readonly ChangedItem[];
  readonly changed: readonly ChangedItem[];
}

/** The lists that are compared, in the order in which they are told. */
export const DIFF_LISTS = [
  ...(['terms', 'sources', 'questions', 'claims', 'citations', 'notes', 'events'] as const),
];
/** The name of one of the lists that two states of a Pack are compared by. */
export type DiffList = (typeof DIFF_LISTS)[number];

/** All that differs between two states of a pack. */
export interface PackDiff {
  readonly about: readonly FieldChange[];
  readonly lists: Readonly<Record<DiffList, ListChange>>;
}

/** As much of a pack file as a reader may care about. */
export type Comparable = Pick<PackFile, 'pack' | 'names'>;

/** Compares two states of a pack by ids; order and rewriting of the file make no difference. */
export function diffPacks(before: Comparable, after: Comparable): PackDiff {
  const [old, now] = [itemsIn(before), itemsIn(after)];
  const change = (list: DiffList) => [list, diffList(old[list], now[list])] as const;
  return {
    about: diffFields(aboutOf(before.pack), aboutOf(after.pack)),
    lists: Object.fromEntries(DIFF_LISTS.map(change)) as unknown as PackDiff['lists'],
  };
}

/** True when nothing differs. */
export function isSame({ about, lists }: PackDiff): boolean {
  const all = Object.values(lists).flatMap(({ added, removed, changed }) => [added, removed, changed]);
  return about.length === 0 && all.every((items) => items.length === 0);
}

interface Item {
  readonly words: string;
  readonly fields: Readonly<Record<string, unknown>>;
}
type Items = ReadonlyMap<string, Item>;

function itemsIn({ pack, names }: Comparable): Readonly<Record<DiffList, Items>> {
  const named = namesByTerm(names, pack.terms.length);
  const claims = pack.questions.flatMap((question) =>
    claimsOf(question).map((claim) => ({ claim, question: question.id })),
  );
  return {
    terms: byId(pack.terms, ({ id: _, ...fields }, at) => [fields.label, { ...fields, names: named[at] }]),
    sources: byId(pack.sources, ({ id: _, ...fields }) => [fields.title, fields]),
    questions: byId(pack.questions, ({ id: _, positions, ...fields }) => [
      fields.text,
      { ...fields, answers: positions.map(({ stance, answer }) => `${stance}: ${answer}`) },
    ]),
    claims: new Map(
      claims.map(({ claim: { id, citations: _, ...fields }, question }) => [
        id,
        { words: fields.text, fields: { ...fields, question } },
      ]),
    ),
    citations: new Map(
      claims.flatMap(({ claim }) =>
        claim.citations.map(({ paragraph, quote }, at) => [
          `${claim.id}/${at + 1}`,
          { words: `“${quote}”`, fields: { source: claim.source, paragraph, quote } },
        ]),
      ),
    ),
    notes: byId(pack.notes, ({ id: _, ...fields }) => [fields.says, fields]),
    events: byId(pack.events, ({ id: _, ...fields }) => [fields.text, fields]),
  };
}

function byId<T extends { readonly id: string }>(
  items: readonly T[],
  read: (item: T, at: number) => readonly [string, object],
): Items {
  return new Map(
    items.map((item, at) => {
      const [words, fields] = read(item, at);
      return [item.id as string, { words, fields: { ...fields } }];
    }),
  );
}

/** By term: the words that mean it, each with its rule where it has one. */
function namesByTerm({ aliases, rules }: PackFile['names'], terms: number): readonly (readonly string[])[] {
  const named: string[][] = Array.from({ length: terms }, () => []);
  for (const [text, readings] of aliases) {
    for (const [term, ordinal] of readings) {
      const rule = rules[ordinal - 1];
      named[term]?.push(rule === undefined ? text : `${text} (${Object.keys(rule).join(', ')})`);
    }
  }
  return named;
}

function aboutOf(pack: Pack): Readonly<Record<string, unknown>> {
  const { terms: _, sources: _s, questions: _q, notes: _n, events: _e, ...about } = pack;
  return about;
}

function diffList(before: Items, after: Items): ListChange {
  const whole = ([id, { words }]: readonly [string, Item]): ChangedItem => ({ id, words, fields: [] });
  const changed = [...after].flatMap(([id, item]) => {
    const old = before.get(id);
    const fields = old === undefined ? [] : diffFields(old.fields, item.fields);
    return fields.length > 0 ? [{ id, words: item.words, fields }] : [];
  });
  return {
    added: [...after].filter(([id]) => !before.has(id)).map(whole),
    removed: [...before].filter(([id]) => !after.has(id)).map(whole),
    changed,
  };
}

function diffFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChange[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].flatMap((field) => diffField(field, before[field], after[field]) ?? []);
}

function diffField(field: string, before: unknown, after: unknown): FieldChange | undefined {
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  if (!Array.isArray(before) || !Array.isArray(after)) {
    return {
      field,
      ...(before !== undefined && { from: textOf(before) }),
      ...(after !== undefined && { to: textOf(after) }),
    };
  }
  const [old, now] = [new Set(before.map(textOf)), new Set(after.map(textOf))];
  const came = [...now].filter((text) => !old.has(text));
  const went = [...old].filter((text) => !now.has(text));
  return came.length + went.length > 0 ? { field, came, went } : { field, came: [...now], went: [...old] };
}

/** One line for a value: texts as they are, fields with values by their values. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('; ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value).map(textOf).join(', ');
}
