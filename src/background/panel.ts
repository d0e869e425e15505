import type { Sender } from '../browser/api.ts';
import { openPanel } from '../browser/own-pages.ts';
import { wantTerm } from '../browser/wanted-term.ts';
import type { TermKey } from '../core/ids.ts';

/** Opens the side panel on a Term of the sender's page. The opening stands first: it must come within the click. */
export async function openPanelOn({ tab }: Sender, term: TermKey): Promise<boolean> {
  if (tab?.id === undefined || tab.windowId === undefined) return false;
  const opened = openPanel({ id: tab.id, windowId: tab.windowId });
  await Promise.all([opened, wantTerm(term)]);
  return true;
}
