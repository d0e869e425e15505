import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Loopback } from '../../src/cli/loopback.ts';
import { inProject } from '../../src/cli/project.ts';

/** One page of the bench. */
export interface BenchPage {
  readonly name: string;
  readonly url: string;
  /** Of a folder of pages as they are in the wild. */
  readonly isReal: boolean;
}

/** The two of which R13 is asked: one document, and the same article with its frame. */
export const articleNames = {
  alone: 'demonstration article, no frame',
  whole: 'demonstration article',
} as const;

const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>Page</title><body>${body}`;
const line =
  'The harbour lay quiet in the evening, and the boats came home one after another with their lamps lit. ';

/** Of a folder of pages so many are taken, spread over it. */
const mostReal = 5;

/** Megabytes of a page so large that nobody reads it, and how many paragraphs that is. */
const hugeMb = 20;
const hugeParts = 60_000;

/** Pages of our own, and of a folder where one is given: those with one of these in their name, or some of all. */
export function putPages(
  site: Loopback,
  folder: string | undefined,
  wanted: readonly string[],
): readonly BenchPage[] {
  const own = putOwnPages(site);
  if (folder === undefined) return own;
  site.putFolder('/real/', folder);
  const all = globSync('*.html', { cwd: folder }).sort();
  const files = all.filter((file, at) =>
    wanted.length > 0
      ? wanted.some((part) => file.includes(part))
      : at % Math.ceil(all.length / mostReal) === 0,
  );
  return [
    ...own,
    ...files.map((file) => ({
      name: file.replace(/\.html$/, ''),
      url: site.url(`/real/${encodeURIComponent(file)}`),
      isReal: true,
    })),
  ];
}

/** An empty page, one without and two with terms. */
function putOwnPages(site: Loopback): readonly BenchPage[] {
  const demo = inProject('tests', 'fixtures', 'demo');
  site.putFolder('/demo/', demo);
  const article = readFileSync(join(demo, 'article.html'), 'utf8');
  const plain = Array.from({ length: 120 }, (_, i) => `<p>${i}. ${line.repeat(5)}</p>`).join('');
  return [
    { name: 'empty', url: site.put('/empty', page('')), isReal: false },
    { name: 'article of 60 KB, no term', url: site.put('/plain', page(plain)), isReal: false },
    {
      name: articleNames.alone,
      url: site.put('/demo/alone.html', article.replace(/<iframe[^>]*>[^<]*<\/iframe>/, '')),
      isReal: false,
    },
    { name: articleNames.whole, url: site.url('/demo/article.html'), isReal: false },
  ];
}

/** Twenty megabytes with a term in every hundredth paragraph. */
export function putHugePage(site: Loopback): string {
  const units = (hugeMb * 1_000_000) / hugeParts;
  const text = line.repeat(Math.ceil(units / line.length)).slice(0, units - 20);
  const parts = Array.from(
    { length: hugeParts },
    (_, i) => `<p>${i % 100 ? '' : 'The Magnitsky Act. '}${text}</p>`,
  );
  return site.put('/huge', page(parts.join('')));
}

/** One block of 100,000 units, as pages without paragraphs are, with a term in every tenth line. */
export function putLongBlock(site: Loopback): string {
  const lines = Array.from({ length: 960 }, (_, i) => (i % 10 ? line : `The Magnitsky Act. ${line}`));
  return site.put('/block', page(`<p>${lines.join('\n')}</p>`));
}
