import { dropOldList, packKeeper } from '../browser/added-packs.ts';
import { browser, type Sender } from '../browser/api.ts';
import { loadFinders } from '../browser/bundled-finders.ts';
import { findMessages } from '../browser/extension-words.ts';
import { followCitation } from '../browser/followed-citations.ts';
import { refreshIncluded } from '../browser/included-packs.ts';
import { watchSubscribedPacks } from '../browser/subscribed-packs.ts';
import { decodeFromPage } from '../core/decode-from-page.ts';
import { isSameAddress } from '../core/landing.ts';
import type { FromPage } from '../core/messages.ts';
import { findSenderSite } from '../core/site.ts';
import { showCount } from './badge.ts';
import { getCard } from './cards.ts';
import { watchCommands } from './commands.ts';
import { insertMarkStyle, loadScripts } from './injection.ts';
import { getLanding, loadLanding } from './landing.ts';
import { watchLookUpMenu } from './look-up-menu.ts';
import { watchOmnibox } from './omnibox.ts';
import { startInOpenTabs, startWhereLetIn } from './open-tabs.ts';
import { openPanelOn } from './panel.ts';
import { decide } from './passages.ts';
import { setMuted, setNotThis, setSite } from './reader-choices.ts';
import { welcome } from './welcome.ts';

// Listeners stand at the top level: a worker that is woken must find them at once. Nothing that must last is kept in it.
browser.runtime.onMessage.addListener((data: unknown, sender: Sender) => {
  const site = findSenderSite(sender, browser.runtime.id, browser.runtime.getURL(''));
  const message = site === undefined ? undefined : decodeFromPage(data);
  // Nobody in a page has a use for the reason, and browsers without promises of their own would pass it on as an answer.
  return message && answer(message, sender, site ?? '').catch(() => undefined);
});

browser.runtime.onInstalled.addListener(({ reason }) => {
  // A new version of the browser starts with its pages anew.
  if (reason === 'install' || reason === 'update') void startInOpenTabs();
  if (reason === 'update') void dropOldList();
  if (reason === 'update')
    void packKeeper
      .renew()
      .catch(() => undefined)
      .then(refreshIncluded);
  void welcome(reason);
});

watchCommands();
watchLookUpMenu();
watchOmnibox();
watchSubscribedPacks();
// A change may have broken off before pages heard of it.
void packKeeper.sweepKnown().catch(() => undefined);

// The popup that asked may be gone by the time the reader has answered.
browser.permissions.onAdded.addListener(({ origins = [] }) => {
  if (origins.length > 0) void startWhereLetIn();
});
const nothing = Promise.resolve(undefined);

/** `site` is the sender's own: no page speaks for another. */
function answer(message: FromPage, sender: Sender, site: string): Promise<unknown> {
  switch (message.type) {
    case 'page.changed':
      return showCount(sender, message.count);
    case 'page.style':
      return insertMarkStyle(sender, message);
    case 'page.load':
      void loadLanding(sender);
      // What it reads is to be decided in a moment.
      void loadFinders().catch(() => undefined);
      return loadScripts(sender, ['content/second-look.js', 'content/page.js']);
    case 'passages.decide':
      return decide(message, sender);
    case 'card.load':
      return loadScripts(sender, ['content/card.js']);
    case 'landing.load':
      return loadScripts(sender, ['content/landing-views.js']);
    case 'card.get':
      return getCard(message.term, message.context);
    case 'words.get':
      return findMessages(message.language);
    case 'term.mute':
      return setMuted(message.term, message.muted);
    case 'term.notThis':
      return setNotThis(message.term, message.surface, message.not);
    case 'site.set':
      return setSite(site, message.active);
    case 'citation.follow':
      return followCitation(message.url, message.quote);
    case 'source.at':
      return isSameAddress(message.url, sender.url ?? '') ? getLanding(message.url) : nothing;
    case 'panel.open':
      return openPanelOn(sender, message.term);
  }
}
