import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitForMark } from '../../src/cli/pointer.ts';
import type { Session } from '../../src/cli/session.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { describeInBrowsers } from '../e2e/harness.ts';
import { clearStorage, clickText, textOf, waitForText } from '../e2e/own-page.ts';
import { openOptions, removePack } from '../e2e/pack-page.ts';
import { reachServer, servePacks, trustServer } from '../e2e/pack-server.ts';
import { plainPack, sealedFile, TELEGRAPH } from '../fixtures/telegraph.ts';

// Content scripts in foreign hands, as where a page took its renderer over: what they can write they write.

const server = await servePacks();
afterAll(() => server.close());

describeInBrowsers(
  'a renderer in foreign hands',
  (bed) => {
    beforeAll(() => trustServer(bed()));
    const wires = sealedFile(plainPack(TELEGRAPH));
    const html = `<!doctype html><title>Page</title><p>Lawmakers passed the Magnitsky Act in 2012.</p><p>Morse code.</p>`;

    test('P38 a pack forged where pages may write is neither fetched nor taken, nor does it cost a real one', async () => {
      const { session, site } = bed();
      server.give(wires);
      const { length: before } = server.asked;
      const page = await session.newPage(site.put('/forged-pack', html));
      await waitForMark(page, 'Magnitsky Act');
      const version = {
        ...{ content: 'a'.repeat(64), version: '0', title: 'Forged', publisher: 'P', language: 'en' },
        ...{ licence: 'CC0', terms: 1, sources: 0, questions: 0, bytes: 10, at: 0 },
      };
      const origin = { type: 'address', url: server.address };
      const forged = {
        packs: { stamp: 'mine', packs: [{ id: 'wires', on: true, origin, now: version }] },
        packsLook: { stamp: 'mine', telling: '/'.repeat(64), other: '' },
      };
      await session.inContent(page, writeStorage, forged);
      await waitFor('the look to be taken out', async () => !('packsLook' in (await readAll(session))));
      await session.inExtension(setOffAlarm);
      const options = await openOptions(bed());
      expect(await textOf(options)).not.toContain('Forged');
      expect(server.asked.length).toBe(before);

      // The very same address, given by the reader, is asked, and daily.
      await options.type('.packs input[name=address]', server.address);
      await options.keyboard.press('Enter');
      await clickText(options, '.packs .preview button.main', 'Add this pack');
      await waitForText(options, 'Look now');
      const { length } = server.asked;
      await session.inExtension(setOffAlarm);
      await waitFor('the address to be asked', () => server.asked.length > length);
      await page.bringToFront();
      await waitForMark(page, 'Morse code');

      const { packsLook } = await readAll(session);
      await session.inContent(page, writeStorage, { ...forged, packsLook: 7 });
      await waitFor('the look to be put back', async () => {
        const now = await readAll(session);
        return JSON.stringify(now['packsLook']) === JSON.stringify(packsLook);
      });
      await waitForMark(page, 'Morse code');
      await page.close();
      await options.bringToFront();
      expect(await textOf(options)).toContain('The telegraph');
      await removePack(options);
      await options.close();
      await clearStorage(bed());
    });
  },
  (kind) => reachServer(kind, true),
);

type Stored = Readonly<Record<string, unknown>>;

interface StorageApi {
  readonly storage: {
    readonly local: { get(what: null): Promise<Stored>; set(what: Stored): Promise<void> };
  };
}

async function writeStorage(what: Stored): Promise<void> {
  const { browser, chrome } = globalThis as never as Record<string, StorageApi>;
  await (browser ?? chrome)?.storage.local.set(what);
}

function readAll(session: Session): Promise<Stored> {
  return session.inExtension(async () => {
    const { browser, chrome } = globalThis as never as Record<string, StorageApi>;
    return (await (browser ?? chrome)?.storage.local.get(null)) ?? {};
  });
}

/** The daily look, now. */
async function setOffAlarm(): Promise<void> {
  type Api = { alarms: { create(name: string, when: { when: number }): Promise<void> | void } };
  const { chrome } = globalThis as never as Record<string, Api>;
  await chrome?.alarms.create('pack:wires', { when: Date.now() });
}
