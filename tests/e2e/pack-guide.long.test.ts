import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { restPointerOn } from '../../src/cli/pointer.ts';
import { inProject } from '../../src/cli/project.ts';
import { describeInBrowsers, waitForCard } from './harness.ts';
import { addPack, openOptions, removePack, waitForMarks } from './pack-page.ts';

const GUIDE = inProject('data', 'FORMAT.md');

/** The commands of the guide's first block, each as its words after `npm run pack --`. */
async function readGuide(): Promise<string[][]> {
  const [, block = ''] = /```sh\n([^`]*)```/.exec(await readFile(GUIDE, 'utf8')) ?? [];
  return block
    .split('\n')
    .flatMap((line) => /^npm run pack -- ([^#]*)/.exec(line)?.[1] ?? [])
    .map((words) => words.trim().split(/\s+/));
}

/** What the command printed; rejects with it where the command failed. */
function run(cwd: string, words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const { DISPLAY: _, WAYLAND_DISPLAY: _w, ...env } = process.env;
    const child = spawn(process.execPath, [inProject('src', 'cli', 'pack.ts'), ...words], {
      cwd,
      env: { ...env, INIT_CWD: cwd },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.once('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${words.join(' ')}: ${said}`)),
    );
  });
}

describeInBrowsers('the guide to a pack of one’s own', (bed) => {
  test('five commands lead from nothing to a card, and the built file is taken as any reader’s', async () => {
    const { session, site } = bed();
    const guide = await readGuide();
    expect(guide.map(([command]) => command)).toEqual(['init', 'check', 'build', 'diff', 'preview']);
    const cwd = await mkdtemp(join(tmpdir(), 'guide-'));
    const said: string[] = [];
    for (const words of guide) {
      const isPreview = words[0] === 'preview';
      const more = isPreview ? ['--headless', ...(session.kind === 'firefox' ? ['--firefox'] : [])] : [];
      said.push(await run(cwd, [...words, ...more]));
    }
    expect(said[1]).toContain('has no problems; every quotation stands in its text');
    expect(said[3]).toBe('nothing changed\n');
    expect(said[4]).toMatch(/The card of ".+" has \d+ links? to a passage/);

    const file = await readFile(join(cwd, 'my-subject/build/my-subject.pack.json'), 'utf8');
    const options = await openOptions(bed());
    await addPack(options, file, 'A harbour for Great Bay');
    const article =
      '<!doctype html><title>Bay</title><p style="margin:5em">They passed the Harbour Act that year.</p>';
    const page = await session.newPage(site.put('/bay', article));
    await waitForMarks(page, ['Harbour Act']);
    await restPointerOn(page, 'Harbour Act');
    const card = await waitForCard(bed(), page);
    expect(card.text).toContain('Should the harbour be built?');
    expect(card.text).toContain('A harbour for Great Bay');
    await page.close();
    await options.bringToFront();
    await removePack(options);
    await rm(cwd, { recursive: true });
  }, 240_000);
});
