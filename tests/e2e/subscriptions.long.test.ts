import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitFor } from '../../src/cli/wait-for.ts';
import { plainPack, sealedFile, TELEGRAPH } from '../fixtures/telegraph.ts';
import { type Bed, describeInBrowsers } from './harness.ts';
import { clickText, expectAccessible, readStorage, textOf, waitForText } from './own-page.ts';
import { openOptions, readDatabases, removePack, waitForMarks } from './pack-page.ts';
import { reachServer, servePacks, trustServer } from './pack-server.ts';

const server = await servePacks();
const { address: ADDRESS, port, asked, give } = server;
afterAll(() => server.close());

const fileOf = (version: string, terms = TELEGRAPH): string => sealedFile(plainPack(terms, { version }));

async function subscribe(page: Page, address = ADDRESS): Promise<void> {
  await page.type('.packs input[name=address]', address);
  await page.keyboard.press('Enter');
}

async function lookNow(page: Page): Promise<void> {
  const before = asked.length;
  await clickText(page, '.packs .added button', 'Look now');
  await waitFor('the address to be asked', () => asked.length > before);
  await waitFor('the answer to be read', () =>
    page.$eval(
      'button[aria-label="Look now: The telegraph"]',
      (button) => !(button as HTMLButtonElement).disabled,
    ),
  );
}

interface AlarmsApi {
  readonly alarms: { getAll(): Promise<{ readonly name: string; readonly scheduledTime: number }[]> };
}

const readAlarms = ({ session }: Bed): Promise<readonly { name: string; scheduledTime: number }[]> =>
  session.inExtension(async () => {
    const { chrome } = globalThis as unknown as { chrome: AlarmsApi };
    return chrome.alarms.getAll();
  });

describeInBrowsers(
  'a subscription',
  (bed) => {
    beforeAll(() => trustServer(bed()));

    test('P54 is asked for politely, updated with what changed, undone, and removed without a trace', async () => {
      const page = await openOptions(bed());
      const before = [await readStorage(bed()), await readDatabases(bed())];
      give(fileOf('1'), { etag: '"v1"', 'set-cookie': 'who=reader' });
      await subscribe(page);
      await waitForText(page, 'This is the pack');
      await clickText(page, '.packs button.main', 'Add this pack');
      await waitForText(page, `from packs.example.org:${port}`);
      await expectAccessible(page);
      const [alarm] = await waitFor('an alarm', async () => {
        const alarms = await readAlarms(bed());
        return alarms.length > 0 && alarms;
      });
      expect(alarm?.name).toBe('pack:wires');
      const hours = ((alarm?.scheduledTime ?? 0) - Date.now()) / 3_600_000;
      expect(hours).toBeGreaterThan(23.9);
      expect(hours).toBeLessThan(28.1);
      await clickText(page, '.packs .added .choice', 'The telegraph');
      await waitFor('no alarm while it is off', async () => (await readAlarms(bed())).length === 0);
      await clickText(page, '.packs .added .choice', 'The telegraph');
      await waitFor('the alarm again', async () => (await readAlarms(bed())).length === 1);

      give('', {}, 304);
      await lookNow(page);
      const headers = asked.at(-1)?.headers ?? {};
      expect(headers).toMatchObject({ 'if-none-match': '"v1"' });
      expect([headers['cookie'], headers['referer'], headers['authorization']]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);

      give(fileOf('2', [...TELEGRAPH, { id: 'relay', label: 'Telegraph relay' }]), { etag: '"v2"' });
      await lookNow(page);
      await waitForText(page, 'Version 1 gave way to version 2.');
      const article = await bed().session.newPage(
        bed().site.put('/relay', '<!doctype html><title>x</title><p>A telegraph relay and Morse code.</p>'),
      );
      await waitForMarks(article, ['telegraph relay', 'Morse code']);
      await page.bringToFront();
      await clickText(page, '.packs .update button', 'What changed');
      await waitForText(page, 'Terms: new (1)');
      await clickText(page, '.packs .update button', 'Undo the update');
      await waitForText(page, 'is at version 1 again');
      await waitForMarks(article, ['Morse code']);
      await lookNow(page);
      expect(await textOf(page)).not.toContain('gave way');
      await article.close();

      await removePack(page);
      expect([await readStorage(bed()), await readDatabases(bed())]).toEqual(before);
      expect(await waitFor('no alarm', async () => (await readAlarms(bed())).length === 0)).toBe(true);
      await page.close();
    });

    const bad: readonly [string, () => void, string][] = [
      ['a redirect', () => give('', { location: 'https://evil.example.net/' }, 302), 'leads on to another'],
      ['a redirect to itself', () => give('', { location: ADDRESS }, 301), 'leads on to another'],
      ['a page', () => give('<!doctype html>', { 'content-type': 'text/html' }), 'no pack but a page'],
      ['nothing', () => give('', {}, 404), 'has no pack at that address'],
      ['a changed hash', () => give(fileOf('2').replace('Morse', 'Horse')), 'something has changed the file'],
      ['a cut file', () => give(fileOf('2').slice(0, 400)), 'cut short'],
      ['an older version', () => give(fileOf('0')), 'older version'],
      ['another pack', () => give(sealedFile(plainPack(TELEGRAPH, { id: 'other' }))), 'another pack stands'],
      [
        'a broken line',
        () => server.answer((response) => void response.socket?.destroy()),
        'could not be reached',
      ],
    ];

    test('P54 whatever the address does, the version at hand stays and the reader sees why', async () => {
      const page = await openOptions(bed());
      give(fileOf('1'));
      await subscribe(page);
      await clickText(page, '.packs .preview button.main', 'Add this pack');
      await waitForText(page, 'Look now');
      for (const [name, answerBadly, words] of bad) {
        answerBadly();
        await lookNow(page);
        await waitForText(page, words).catch(() => expect.soft(name).toBe(words));
        expect
          .soft([name, await textOf(page)])
          .toEqual([name, expect.stringContaining('A school in Bristol, version 1')]);
      }
      give(fileOf('3'));
      await lookNow(page);
      await waitForText(page, 'Version 1 gave way to version 3.');
      expect(await textOf(page)).not.toContain('No update');
      await removePack(page);
      await page.close();
    });

    test.each([
      ['http://packs.example.org/x.json', 'no https address'],
      ['https://127.0.0.1/x.json', 'no https address'],
      ['https://user@packs.example.org/x.json', 'no https address'],
      ['https://nobody.example.org/x.json', 'could not be reached'],
    ])('P54 %s is refused: %s', async (address, words) => {
      const page = await openOptions(bed());
      const before = [await readStorage(bed()), asked.length];
      await subscribe(page, address);
      await waitForText(page, words);
      expect([await readStorage(bed()), asked.length]).toEqual(before);
      await page.close();
    });
  },
  (kind) => reachServer(kind, true),
);

describe('a certificate that nobody vouches for', () => {
  describeInBrowsers(
    'a subscription',
    (bed) => {
      test('P54 is not trusted: nothing is read from there', async () => {
        const page = await openOptions(bed());
        const before = asked.length;
        give(fileOf('1'));
        await subscribe(page);
        await waitForText(page, 'could not be reached');
        expect(asked.length).toBe(before);
        await page.close();
      });
    },
    (kind) => reachServer(kind, false),
  );
});
