import {
  type ChangedItem,
  DIFF_LISTS,
  type FieldChange,
  type ListChange,
  type PackDiff,
} from './pack-diff.ts';

/** A long value is told by its beginning. */
const MOST_UNITS_SHOWN = 160;

/** A PackDiff as lines for a terminal: a summary, then `+`, `-` and `~` with what changed below. */
export function diffLines(diff: PackDiff): string[] {
  const lists = DIFF_LISTS.flatMap((name) => listLines(name, diff.lists[name]));
  const about = diff.about.length > 0 ? ['', 'about the pack', ...diff.about.flatMap(fieldLines)] : [];
  const [first = 'nothing changed'] = [
    DIFF_LISTS.flatMap((name) => summary(name, diff.lists[name])).join('; '),
  ];
  const head = first !== '' ? first : about.length > 0 ? 'only what is said about the pack changed' : '';
  return head === '' ? ['nothing changed'] : [head, ...about, ...lists];
}

function summary(name: string, { added, removed, changed }: ListChange): string[] {
  const counts = [
    ...(added.length > 0 ? [`${added.length} added`] : []),
    ...(changed.length > 0 ? [`${changed.length} changed`] : []),
    ...(removed.length > 0 ? [`${removed.length} removed`] : []),
  ];
  return counts.length > 0 ? [`${name}: ${counts.join(', ')}`] : [];
}

function listLines(name: string, { added, removed, changed }: ListChange): string[] {
  const lines = [
    ...added.map((item) => itemLine('+', item)),
    ...removed.map((item) => itemLine('-', item)),
    ...changed.flatMap((item) => [itemLine('~', item), ...item.fields.flatMap(fieldLines)]),
  ];
  return lines.length > 0 ? ['', name, ...lines] : [];
}

function itemLine(sign: string, { id, words }: ChangedItem): string {
  return `  ${sign} ${id}: ${shown(words)}`;
}

function fieldLines(change: FieldChange): string[] {
  if ('came' in change) {
    return [
      `      ${change.field}:`,
      ...change.went.map((text) => `        - ${shown(text)}`),
      ...change.came.map((text) => `        + ${shown(text)}`),
    ];
  }
  const { field, from, to } = change;
  return [
    `      ${field}:`,
    ...(from === undefined ? [] : [`        - ${shown(from)}`]),
    ...(to === undefined ? [] : [`        + ${shown(to)}`]),
  ];
}

function shown(text: string): string {
  return text.length > MOST_UNITS_SHOWN ? `${text.slice(0, MOST_UNITS_SHOWN - 1)}…` : text;
}
