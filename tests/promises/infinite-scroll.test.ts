import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { readMarks } from '../../src/cli/page-view.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { describeInBrowsers, listenToPage } from '../e2e/harness.ts';

/** Screens that a reader scrolls through, each of which brings the next; the page keeps some and drops those far above. */
const screens = 25;
const kept = 4;

describeInBrowsers('a page that scrolls without end', (bed) => {
  let page: Page;
  afterEach(() => page.close());

  test(`P21 ${screens} screens, each marked when it comes and forgotten when it goes; the page brings as many as without`, async () => {
    page = await bed().session.newPage();
    const said = listenToPage(page);
    const body = `<style>article { height: 150vh }</style><main></main><div id="end">More</div><script>(${scrollOn})(${kept})</script>`;
    await page.goto(bed().site.put('/endless', `<!doctype html><title>Endless</title>${body}`));
    const texts = async () => (await readMarks(page)).map(({ text }) => text);
    const brought = () => page.evaluate(() => (window as unknown as { brought: number }).brought);
    for (let screen = 1; screen <= screens; screen++) {
      await waitFor(`screen ${screen}`, async () => (await brought()) === screen);
      const there = Array.from({ length: Math.min(screen, kept) }, (_, at) => screen - at);
      const wanted = there.map((number) => (number % 2 ? 'CAATSA' : 'Magnitsky Act')).reverse();
      await waitFor(`the marks of screen ${screen}`, async () => (await texts()).join() === wanted.join());
      // Nothing but scrolling brings more.
      expect(await brought()).toBe(screen);
      await page.evaluate(() => document.querySelector('#end')?.scrollIntoView());
    }
    expect(said).toEqual([]);
  });
});

/** The page's own script: one article more whenever its end comes into view, and the oldest goes. */
function scrollOn(most: number): void {
  const main = document.querySelector('main') as Element;
  let brought = 0;
  const bring = () => {
    brought += 1;
    const article = document.createElement('article');
    const heading = document.createElement('h2');
    heading.textContent = `Part ${brought}`;
    const text = document.createElement('p');
    text.textContent = `${brought}: what ${brought % 2 ? 'CAATSA' : 'the Magnitsky Act'} changed.`;
    article.append(heading, text);
    main.append(article);
    while (main.childElementCount > most) main.firstElementChild?.remove();
    Object.assign(window, { brought });
  };
  new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) bring();
  }).observe(document.querySelector('#end') as Element);
}
