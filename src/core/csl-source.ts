/** What a CSL-JSON item tells of a Source, in the fields that a pack's folder uses; what it lacks is left out. */
export interface CslSource {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads one item; undefined when it is none. Nothing is made up: an editor adds what CSL does not know. */
export function sourceFromCsl(item: unknown): CslSource | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const csl = item as Fields;
  const title = textOf(csl['title']);
  if (title === undefined) return undefined;
  const authors = listOf(csl['author']).flatMap(authorOf);
  const issued = fieldsOf(csl['issued']);
  const date = dateOf(issued);
  const outlet = textOf(csl['container-title']) ?? textOf(csl['publisher']);
  const fields = {
    title,
    ...(authors.length > 0 && { authors, shortName: authors.map(({ family }) => family).join(' and ') }),
    ...(outlet !== undefined && { outlet }),
    ...defined('publisher', textOf(csl['publisher']) ?? outlet),
    ...(date !== undefined && { date, dateCertainty: issued['circa'] ? 'inferred' : 'certain' }),
    ...defined('url', textOf(csl['URL'])?.replace(/#:~:text=.*$/, '')),
    ...defined('language', textOf(csl['language'])),
  };
  return { id: idOf(textOf(csl['id']), authors[0]?.family ?? title, date), fields };
}

function authorOf(value: unknown): { given?: string; family: string }[] {
  const { family, given, literal } = fieldsOf(value);
  const name = textOf(family) ?? textOf(literal);
  const first = textOf(given);
  return name === undefined ? [] : [{ ...(first !== undefined && { given: first }), family: name }];
}

function dateOf(issued: Fields): string | undefined {
  const [parts] = listOf(issued['date-parts']);
  const numbers = listOf(parts).map(Number);
  const [year] = numbers;
  if (year === undefined || !Number.isInteger(year) || year < 1000 || year > 9999) return undefined;
  return numbers.map((number) => String(number).padStart(2, '0')).join('-');
}

/** The item's own id where it can be one; else family and year, as in `lester-2013`. */
function idOf(id: string | undefined, name: string, date = ''): string {
  const from = id !== undefined && /^[\w -]+$/.test(id) ? id : `${name} ${date.slice(0, 4)}`;
  const words = from
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? ['source']).slice(0, 5).join('-');
}

function defined(name: string, value: string | undefined): Fields {
  return value === undefined ? {} : { [name]: value };
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
