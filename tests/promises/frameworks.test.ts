import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMarks } from '../../src/cli/page-view.ts';
import { waitForMark } from '../../src/cli/pointer.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { describeInBrowsers, listenToPage } from '../e2e/harness.ts';
import { bundlePage } from './bundle-page.ts';

interface Framework {
  readonly name: string;
  /** Exports `html`, as a server would send it. */
  readonly server: string;
  readonly client: string;
}

const frameworks: readonly Framework[] = [
  {
    name: 'React',
    server: `import { createElement } from 'react';
      import { renderToString } from 'react-dom/server';
      import { App } from './react.mjs';
      export const html = renderToString(createElement(App));`,
    client: `import { hydrateRoot } from 'react-dom/client';
      import { createElement } from 'react';
      import { App } from './react.mjs';
      const onRecoverableError = (error) => console.error('recovered', error);
      window.start = () => hydrateRoot(document.querySelector('#app'), createElement(App), { onRecoverableError });`,
  },
  {
    name: 'Vue',
    server: `import { createSSRApp } from 'vue';
      import { renderToString } from 'vue/server-renderer';
      import { App } from './vue.mjs';
      export const html = await renderToString(createSSRApp(App));`,
    client: `import { createSSRApp } from 'vue';
      import { App } from './vue.mjs';
      window.start = () => createSSRApp(App).mount('#app');`,
  },
  {
    name: 'Svelte',
    server: `import { render } from 'svelte/server';
      import App from './page.svelte';
      export const html = render(App).body;`,
    client: `import { hydrate } from 'svelte';
      import App from './page.svelte';
      window.start = () => hydrate(App, { target: document.querySelector('#app') });`,
  },
];

async function render(source: string): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'rendered-'));
  writeFileSync(join(dir, 'server.mjs'), await bundlePage(source, 'server'));
  const made: { readonly html: string } = await import(join(dir, 'server.mjs'));
  return made.html;
}

const renders = 1_000;

/** The fixtures' pages; `shown` counts what was put into the page, the first time included. */
interface AppPage {
  readonly shown: number;
  setCount(next: number): void;
}

describeInBrowsers('frameworks', (bed) => {
  describe.each(frameworks)('$name', ({ name, server, client }) => {
    test(`P13 P14 ${name} takes its page over after the marks are there, and renders ${renders} times`, async () => {
      const { session, site } = bed();
      site.put(`/${name}.js`, { body: await bundlePage(client), type: 'text/javascript' });
      const url = site.put(
        `/${name}`,
        `<!doctype html><title>${name}</title><div id="app">${await render(server)}</div><script src="/${name}.js"></script>`,
      );
      const page = await session.newPage();
      const said = listenToPage(page);
      await page.goto(url);
      await waitForMark(page, 'Magnitsky Act');
      // Its result stays in the page: looking into it makes a framework complain.
      await page.evaluate(() => void (window as unknown as { start(): void }).start());
      await waitFor('the page to be taken over', () => page.evaluate(() => 'shown' in window));
      const shown = await page.evaluate(async (count) => {
        const view = window as unknown as AppPage;
        const { port1, port2 } = new MessageChannel();
        const turn = () =>
          new Promise((resolve) => {
            port1.onmessage = resolve;
            port2.postMessage(0);
          });
        for (let next = 1; next <= count + 1; next++) {
          view.setCount(next);
          // Frameworks put what comes at once together: each view is waited for.
          while (view.shown < next + 1) await turn();
        }
        return view.shown;
      }, renders);
      expect(shown).toBe(1 + renders + 1);
      await waitFor('the last view to be marked', async () => {
        const words = (await readMarks(page)).map(({ text }) => text);
        return words.join() === 'Magnitsky Act,Kremlin,Freedom House';
      });
      expect(await page.$eval('main', (main) => main.textContent)).toContain(`Read ${renders + 1} times`);
      expect(
        said.filter((line) => !/React DevTools|development (build|version)|^timeStamp/.test(line)),
      ).toEqual([]);
      await page.close();
    });
  });
});
