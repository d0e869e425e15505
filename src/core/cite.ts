import type { PartialDate } from './ids.ts';
import type { Author, Citation, Source } from './types.ts';

/** The ways in which a Citation can be copied out. */
export type CitationFormat = 'plain' | 'markdown' | 'bibtex' | 'csl-json';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A reference to a Source, or to one place in it, in the format asked for. */
export function formatCitation(format: CitationFormat, source: Source, citation?: Citation): string {
  if (format === 'plain') return plain(source, citation);
  if (format === 'markdown') return markdown(source, citation);
  if (format === 'bibtex') return bibtex(source, citation);
  return JSON.stringify([cslItem(source, citation)], undefined, 2);
}

/** An author's whole name, the given name first; an organisation as it is called. */
export function authorName({ given, family }: Author): string {
  return given === undefined ? family : `${given} ${family}`;
}

/** Author and year in brief, such as "Ashford and Burrows 2021". */
export function briefCitation(source: Source): string {
  return `${source.shortName} ${source.date.slice(0, 4)}`;
}

/** The Source's address, landing on the quoted words where the browser can (a text fragment). */
export function citationUrl(source: Source, citation?: Citation): string {
  if (citation === undefined) return source.url;
  // A hyphen or comma would be read as part of the directive's own grammar.
  const words = encodeURIComponent(citation.quote).replaceAll('-', '%2D');
  return `${source.url}#:~:text=${words}`;
}

/** "December 14, 2012", "July 2017" or "1974". */
export function dateInWords(date: PartialDate): string {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}

function plain(source: Source, citation?: Citation): string {
  return reference(source, citation, `“${source.title}”`, source.outlet, citationUrl(source, citation));
}

function markdown(source: Source, citation?: Citation): string {
  const link = `[${escapeMarkdown(source.title)}](<${citationUrl(source, citation)}>)`;
  return reference(source, citation, `“${link}”`, `*${escapeMarkdown(source.outlet)}*`, undefined);
}

function reference(
  source: Source,
  citation: Citation | undefined,
  title: string,
  outlet: string,
  url: string | undefined,
): string {
  const names = source.authors.map(authorName);
  const inferred = source.dateCertainty === 'inferred' ? ' (date inferred)' : '';
  const place = citation && `¶${citation.paragraph}`;
  const parts = [joinNames(names), title, outlet, dateInWords(source.date) + inferred, place, url];
  return `${parts.filter((part) => part !== undefined).join(', ')}.`;
}

function joinNames(names: readonly string[]): string {
  if (names.length < 3) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}

/** One item as citation processors read it (CSL-JSON); organisations as literal names, inferred dates as circa. */
export interface CslItem {
  readonly id: string;
  readonly type: 'webpage';
  readonly title: string;
  readonly author: readonly ({ family: string; given: string } | { literal: string })[];
  readonly 'container-title': string;
  readonly publisher: string;
  readonly issued: { readonly 'date-parts': readonly [readonly number[]]; readonly circa?: true };
  readonly language: string;
  readonly URL: string;
  readonly note?: string;
}

/** The CSL-JSON item of a Source, or of one place in it. */
export function cslItem(source: Source, citation?: Citation): CslItem {
  return {
    id: source.id,
    type: 'webpage',
    title: source.title,
    author: source.authors.map(({ given, family }) => (given ? { family, given } : { literal: family })),
    'container-title': source.outlet,
    publisher: source.publisher,
    issued: {
      'date-parts': [source.date.split('-').map(Number)],
      ...(source.dateCertainty === 'inferred' && { circa: true }),
    },
    language: source.language,
    URL: citationUrl(source, citation),
    ...(citation && { note: `Paragraph ${citation.paragraph}` }),
  };
}

function bibtex(source: Source, citation?: Citation): string {
  const authors = source.authors.map(({ given, family }) =>
    given ? `${escapeTex(family)}, ${escapeTex(given)}` : `{${escapeTex(family)}}`,
  );
  const [year = '', month, day] = source.date.split('-');
  const inferred = source.dateCertainty === 'inferred' ? 'Date inferred' : undefined;
  const place = citation && `Paragraph ${citation.paragraph}`;
  const note = [place, inferred].filter((part) => part !== undefined).join('. ');
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', `{${authors.join(' and ')}}`],
    ['title', `{{${escapeTex(source.title)}}}`],
    ['howpublished', `{${escapeTex(source.outlet)}}`],
    ['year', `{${year}}`],
    ['month', month && (MONTHS[Number(month) - 1] ?? '').slice(0, 3).toLowerCase()],
    ['day', day && `{${Number(day)}}`],
    ['url', `{${citationUrl(source, citation)}}`],
    ['note', note === '' ? undefined : `{${note}}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
  return `@misc{${source.id},\n${lines.join(',\n')}\n}\n`;
}

function escapeTex(text: string): string {
  return text
    .replace(/[&%$#_{}]/g, '\\$&')
    .replaceAll('~', '\\textasciitilde{}')
    .replaceAll('^', '\\^{}');
}
