import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { type BrowserKind, browserKinds } from '../../src/cli/browsers.ts';
import { serveLoopback } from '../../src/cli/loopback.ts';
import { restPointerOn, waitForMark } from '../../src/cli/pointer.ts';
import { openSession, type Session } from '../../src/cli/session.ts';
import { clickInCard } from '../e2e/card-page.ts';
import { waitForCard, waitForNoCard } from '../e2e/harness.ts';
import { buildThatIsHeard } from './faulty-builds.ts';

// A page hears nothing of Sidelight, neither by event nor by message: heard where it would be said.

const kinds = browserKinds.filter((kind) => (process.env['BROWSER'] ?? kind) === kind);

async function readSaid(session: Session, page: Page): Promise<readonly string[]> {
  const [answer] = await session.inContent(
    page,
    () => (globalThis as unknown as { saidForTest: readonly string[] }).saidForTest,
  );
  return answer?.result ?? ['nothing was listened to'];
}

describe.each(kinds)('silence in %s', (kind: BrowserKind) => {
  test('P7 from the first look to a closed card no event is sent and no message, custom or not', async () => {
    const dir = buildThatIsHeard(kind);
    const [session, site] = await Promise.all([openSession(kind, { extensionDir: dir }), serveLoopback()]);
    try {
      const page = await session.newPage();
      const body = '<p style="margin:4em">The Magnitsky Act passed.</p>';
      await page.goto(site.put('/news', `<!doctype html><title>News</title>${body}`));
      await waitForMark(page, 'Magnitsky Act');
      await restPointerOn(page, 'Magnitsky Act');
      const bed = { kind, session, site };
      await waitForCard(bed, page);
      await clickInCard(bed, page, 'Why');
      await page.keyboard.press('Escape');
      await waitForNoCard(bed, page);
      expect(await readSaid(session, page)).toEqual([]);
      // What is said in that world is heard.
      await session.inContent(page, () => {
        document.querySelector('p')?.dispatchEvent(new CustomEvent('mark'));
        window.postMessage('opened', '*');
      });
      expect(await readSaid(session, page)).toEqual(['new CustomEvent', 'event mark', 'message "opened"']);
    } finally {
      await session.close();
      await site.close();
      rmSync(dir, { recursive: true });
    }
  });
});
