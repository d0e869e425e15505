import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Loopback } from '../../src/cli/loopback.ts';
import { inProject } from '../../src/cli/project.ts';

/** One page of the bench; `hit` where a term stands on it. */
export interface BenchPage {
  readonly name: string;
  readonly url: string;
  readonly hit: boolean;
}

const hitWords = /Magnitsky|Kremlin|CAATSA|Human Rights Watch|Freedom House|Congress|Senate/;
const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>Page</title><body>${body}`;
const line =
  'The harbour lay quiet in the evening, and the boats came home one after another with their lamps lit. ';

/** Of a folder of pages so many are taken, spread over it. */
const mostReal = 5;

/** Megabytes of a page so large that nobody reads it, and how many paragraphs that is. */
const hugeMb = 20;
const hugeParts = 60_000;

/** An empty page, one without and one with terms, and some pages of a folder where one is given. */
export function putPages(site: Loopback, folder: string | undefined): readonly BenchPage[] {
  site.putFolder('/demo/', inProject('tests', 'fixtures', 'demo'));
  const plain = Array.from({ length: 120 }, (_, i) => `<p>${i}. ${line.repeat(5)}</p>`).join('');
  const own: readonly BenchPage[] = [
    { name: 'empty', url: site.put('/empty', page('')), hit: false },
    { name: 'article of 60 KB, no term', url: site.put('/plain', page(plain)), hit: false },
    { name: 'demonstration article', url: site.url('/demo/article.html'), hit: true },
  ];
  if (folder === undefined) return own;
  site.putFolder('/real/', folder);
  const all = globSync('*.html', { cwd: folder }).sort();
  const files = all.filter((_, at) => at % Math.ceil(all.length / mostReal) === 0);
  return [
    ...own,
    ...files.map((file) => ({
      name: file.replace(/\.html$/, ''),
      url: site.url(`/real/${encodeURIComponent(file)}`),
      hit: hitWords.test(readFileSync(join(folder, file), 'utf8')),
    })),
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
