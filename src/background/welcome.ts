import { browser } from '../browser/api.ts';

/** Shows the welcome page once, after a reader installed Sidelight; not to whoever is at work on it. */
export async function welcome(reason: string): Promise<void> {
  if (reason !== 'install') return;
  const { installType } = await browser.management.getSelf();
  if (installType === 'development') return;
  await browser.tabs.create({ url: browser.runtime.getURL('pages/welcome/welcome.html') });
}
