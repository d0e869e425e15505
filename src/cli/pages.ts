import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BrowserKind, buildName } from './browsers.ts';
import { buildExtension } from './build-extension.ts';
import { ensureBrowser } from './install-browser.ts';
import { type Loopback, serveLoopback } from './loopback.ts';
import { openPagesState, type PageResult, type PagesState, stampOf } from './pages-state.ts';
import { inProject, PlainError, runCommand } from './project.ts';
import { createTwins, type Twins } from './twins.ts';

/** Pages looked at side by side: each pair of browsers keeps about one core busy. */
const lanes = 2;

interface Options {
  readonly dir: string;
  readonly kind: BrowserKind;
  readonly fresh: boolean;
}

async function main(): Promise<number> {
  // A browser that is ended under a page leaves answers of its driver behind that nobody waits for any more.
  process.on('unhandledRejection', (reason) => console.error(`(left behind: ${reason})`));
  const options = readOptions(process.argv.slice(2));
  const executablePath = await ensureBrowser(options.kind);
  buildExtension();
  const files = globSync('**/*', { cwd: options.dir })
    .filter((file) => /\.(x?html?|xht)$/i.test(file) && isFile(join(options.dir, file)))
    .sort();
  if (files.length === 0) throw new PlainError(`${options.dir} holds no .html file.`);
  const state = openPagesState(options.dir, options.kind, hashBuild(options.kind), options.fresh);
  const known = files.filter((file) => state.find(file, stampOf(options.dir, file))).length;
  console.log(`${files.length} pages in ${options.kind}${known ? `, ${known} of them done before` : ''}`);
  const site = await serveLoopback();
  site.putFolder('/', options.dir);
  const results = await visitAll(files, options, state, site, executablePath);
  await site.close();
  return summarise(results, state);
}

function readOptions(args: readonly string[]): Options {
  const unknown = args.find((arg) => arg.startsWith('-') && !['--firefox', '--fresh'].includes(arg));
  if (unknown) throw new PlainError(`Unknown option ${unknown}; npm run pages knows --firefox and --fresh.`);
  const [dir, ...more] = args.filter((arg) => !arg.startsWith('-'));
  if (!dir || more.length > 0)
    throw new PlainError('Say which folder: npm run pages -- DIR [--firefox] [--fresh]');
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), dir);
  if (!existsSync(path) || !statSync(path).isDirectory()) throw new PlainError(`${path} is not a folder.`);
  return {
    dir: path,
    kind: args.includes('--firefox') ? 'firefox' : 'chromium',
    fresh: args.includes('--fresh'),
  };
}

/** A link that leads nowhere is none. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** Results of another build say nothing about this one. */
function hashBuild(kind: BrowserKind): string {
  const zip = inProject('dist', `sidelight-${buildName(kind)}.zip`);
  return createHash('sha256').update(readFileSync(zip)).digest('hex');
}

async function visitAll(
  files: readonly string[],
  { dir, kind }: Options,
  state: PagesState,
  site: Loopback,
  executablePath: string,
): Promise<PageResult[]> {
  const results: PageResult[] = [];
  const queue = [...files];
  const lane = async (twins: Twins) => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const stamp = stampOf(dir, file);
      const before = state.find(file, stamp);
      const url = site.url(`/${file.split(/[\\/]/).map(encodeURIComponent).join('/')}`);
      const result = before ?? { file, stamp, ...(await twins.compare(url, statSync(join(dir, file)).size)) };
      if (!before) state.add(result);
      results.push(result);
      console.log(describe(result));
    }
    await twins.close();
  };
  await Promise.all(Array.from({ length: lanes }, () => lane(createTwins(kind, executablePath))));
  return results;
}

function describe({ file, differences, unstable, unopened, mentions, visits, loadMs }: PageResult): string {
  if (unopened) return `-     ${file}: opens neither with nor without (${unopened})`;
  const note = unstable ? `, differs from itself in ${visits} visits` : '';
  const head = `${differences.length > 0 ? 'DIFF ' : 'equal'} ${file}: ${mentions} mentions, ${loadMs.join(' / ')} ms${note}`;
  return [head, ...differences.map(({ kind, text }) => `        ${kind}: ${text}`)].join('\n');
}

function summarise(results: readonly PageResult[], state: PagesState): number {
  const opened = results.filter((result) => !result.unopened);
  const differing = opened.filter((result) => result.differences.length > 0);
  const sum = (pick: (result: PageResult) => number) => opened.reduce((total, each) => total + pick(each), 0);
  const ratio = (
    sum((each) => each.loadMs[0]) /
    Math.max(
      1,
      sum((each) => each.loadMs[1]),
    )
  ).toFixed(2);
  console.log(
    `\n${results.length} pages, ${differing.length} differences, ` +
      `${opened.filter((each) => each.unstable).length} unstable by themselves, ` +
      `${results.length - opened.length} not opened; ${sum((each) => each.mentions)} mentions; ` +
      `load time with ÷ without ${ratio}; layouts ${sum((each) => each.layouts[0])} / ${sum((each) => each.layouts[1])}`,
  );
  console.log(`Results: ${state.path}`);
  return differing.length > 0 ? 1 : 0;
}

await runCommand(main);
