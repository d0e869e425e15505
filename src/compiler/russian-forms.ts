/** Case forms of Russian personal names, by ending. Enough for surnames and given names; not for all nouns. */

type Endings = readonly (readonly [RegExp, readonly string[]])[];

const SURNAMES: Endings = [
  [/(?<=[гкх])ий$|(?<=[шжчщ])ий$/, ['ого', 'ому', 'им', 'ом']],
  [/ый$|ой$/, ['ого', 'ому', 'ым', 'ом']],
  [/(?<=[гкх])ая$/, ['ой', 'ой', 'ую', 'ой']],
  [/ая$/, ['ой', 'ой', 'ую', 'ой']],
  [/(?<=[оеё]в|[иы]н)а$/, ['ой', 'ой', 'у', 'ой']],
  [/(?<=[оеё]в|[иы]н)$/, ['а', 'у', 'ым', 'е']],
];
const GIVEN: Endings = [
  [/й$/, ['я', 'ю', 'ем', 'е']],
  [/(?<=[гкхжчшщ])а$/, ['и', 'е', 'у', 'ой']],
  [/а$/, ['ы', 'е', 'у', 'ой']],
  [/ия$/, ['ии', 'ии', 'ию', 'ией']],
  [/я$/, ['и', 'е', 'ю', 'ей']],
  [/(?<=[бвгдзклмнпрстфх])$/, ['а', 'у', 'ом', 'е']],
];

/** All cases of a name written "Given Family" or "Family" in Cyrillic; only itself where no ending is known. */
export function russianForms(name: string): readonly string[] {
  if (!/^[\p{Script=Cyrillic} .-]+$/u.test(name)) return [name];
  const words = name.split(' ');
  const columns = words.map((word, at) => formsOf(word, at === words.length - 1 ? SURNAMES : GIVEN));
  const cases = Math.max(...columns.map((forms) => forms.length));
  const rows = Array.from({ length: cases }, (_, row) =>
    columns.map((forms) => forms[Math.min(row, forms.length - 1)] ?? '').join(' '),
  );
  return [...new Set(rows)];
}

function formsOf(word: string, endings: Endings): readonly string[] {
  const known = endings.find(([ending]) => ending.test(word));
  if (known === undefined) return [word];
  return [word, ...known[1].map((ending) => word.replace(known[0], ending))];
}
