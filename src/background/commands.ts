import { browser } from '../browser/api.ts';
import { openPanel } from '../browser/own-pages.ts';
import { changeSettings } from '../browser/settings-store.ts';
import { askPage, findActiveTab } from '../browser/tabs.ts';

interface CommandTab {
  readonly id?: number | undefined;
  readonly windowId?: number | undefined;
}

/** Next and previous mention, side panel, on and off by key. Browsers without commands (Android) have none of it. */
export function watchCommands(): void {
  browser.commands?.onCommand.addListener((command, tab) => void run(command, tab));
}

async function run(command: string, tab: CommandTab | undefined): Promise<void> {
  switch (command) {
    case 'next':
    case 'previous': {
      const active = await findActiveTab();
      if (active) await askPage(active.id, { type: 'page.step', direction: command });
      return;
    }
    case 'panel': {
      const { id, windowId } = tab ?? {};
      return openPanel(id === undefined || windowId === undefined ? undefined : { id, windowId });
    }
    case 'toggle':
      await changeSettings((settings) => ({ ...settings, on: !settings.on }));
  }
}
