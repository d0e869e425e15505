import { requestHostPermission } from '../../browser/host-permission.ts';
import { openOwnPage, openPanel } from '../../browser/own-pages.ts';
import { askPage, reloadTab } from '../../browser/tabs.ts';
import { showPage, useChoice, useSettings } from '../page-shell.tsx';
import { useTabPage } from '../tab-page.ts';
import styles from './toolbar.css';
import { ToolbarView } from './toolbar-view.tsx';

function Toolbar() {
  const settings = useSettings();
  const { choose, fault } = useChoice();
  const page = useTabPage(settings);
  if (!page) return null;
  const { tab } = page;
  // A popup in the way of what it has just shown would have to be closed by hand.
  const leave = (done: Promise<unknown>): void => void done.then(() => close());
  return (
    <ToolbarView
      settings={settings}
      page={page}
      fault={fault}
      onSettings={choose}
      onJump={(mention) => tab && leave(askPage(tab.id, { type: 'page.jump', mention }))}
      onLanding={(to) => tab && leave(askPage(tab.id, { type: 'landing.go', to }))}
      onReload={() => tab && leave(reloadTab(tab.id))}
      onPermission={() => void requestHostPermission()}
      onPanel={() => leave(openPanel(tab))}
      onPage={(name) => leave(openOwnPage(`pages/${name}/${name}.html`))}
    />
  );
}

void showPage(Toolbar, styles, 'extension_name');
