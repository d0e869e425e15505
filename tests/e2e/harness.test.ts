import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readMarks } from '../../src/cli/page-view.ts';
import { restPointerOn } from '../../src/cli/pointer.ts';
import { describeInBrowsers, waitForCard, waitForNoCard } from './harness.ts';

/** The smallest extension that marks a word and opens a popover on it: what the harness must be able to see. */
function writeProbe(): string {
  const dir = mkdtempSync(join(tmpdir(), 'probe-'));
  const manifest = {
    manifest_version: 3,
    name: 'Probe',
    version: '1',
    permissions: ['scripting'],
    host_permissions: ['<all_urls>'],
    background: { service_worker: 'background.js', scripts: ['background.js'] },
    browser_specific_settings: { gecko: { id: 'probe@example.org' } },
    content_scripts: [{ matches: ['<all_urls>'], js: ['content.js'], all_frames: true }],
  };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(dir, 'background.js'), '');
  writeFileSync(
    join(dir, 'content.js'),
    `const text = document.querySelector('p').firstChild;
    const at = text.data.indexOf('Kremlin');
    const range = new StaticRange({ startContainer: text, startOffset: at, endContainer: text, endOffset: at + 7 });
    CSS.highlights.set('probe', new Highlight(range));
    let host;
    document.addEventListener('mousemove', (event) => {
      const hit = event.target.localName === 'p';
      if (hit === !!host) return;
      if (!hit) { host.remove(); host = undefined; return; }
      host = document.createElement('div');
      host.popover = 'manual';
      host.attachShadow({ mode: 'closed' }).innerHTML = '<div>Card <a href="https://example.org/#:~:text=x">go</a></div>';
      document.documentElement.append(host);
      host.showPopover();
    });`,
  );
  return dir;
}

describeInBrowsers(
  'harness',
  (bed) => {
    test('sees marks and the card in a closed root, in the page and in a frame of another origin', async () => {
      const { session, site } = bed();
      site.put('/frame', '<p>The Kremlin again.</p>');
      const url = site.put(
        '/page',
        `<p>The Kremlin said.</p><h1 style="margin:20em 0 0">Below</h1><iframe src="${site.otherUrl('/frame')}"></iframe>`,
      );
      const page = await session.newPage(url);
      await restPointerOn(page, 'Kremlin');
      expect(await readMarks(page)).toMatchObject([{ text: 'Kremlin' }]);
      const card = await waitForCard(bed(), page);
      expect(card).toMatchObject({
        frameUrl: url,
        links: [{ text: 'go', href: 'https://example.org/#:~:text=x' }],
      });
      await page.mouse.move(200, 360);
      await waitForNoCard(bed(), page);

      const frame = page.frames().find((each) => each.url().endsWith('/frame'));
      if (!frame) throw new Error('the frame did not load');
      await restPointerOn(page, 'Kremlin', { frame });
      expect(await waitForCard(bed(), page)).toMatchObject({ frameUrl: site.otherUrl('/frame') });
    });

    test('answers with the given status and headers, and the network is cut', async () => {
      const { session, site } = bed();
      const headers = { 'content-security-policy': "script-src 'none'" };
      const url = site.put('/strict', { body: '<p>Kremlin<script>document.title = "ran"</script>', headers });
      const page = await session.newPage(url);
      expect(await page.title()).toBe('');
      await expect(page.goto('http://example.org/')).rejects.toThrow();
    });
  },
  { extensionDir: writeProbe() },
);
