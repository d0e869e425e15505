import { useEffect, useState } from 'preact/hooks';
import { loadPacksFor } from '../../browser/pack-parts.ts';
import { askPage, showTab } from '../../browser/tabs.ts';
import { watchWantedTerm } from '../../browser/wanted-term.ts';
import type { TermKey } from '../../core/ids.ts';
import type { PackLookUp } from '../../core/look-up.ts';
import type { ToPage } from '../../core/messages.ts';
import { showPage, useSettings } from '../page-shell.tsx';
import { isBesideNamedTab, useTabPage } from '../tab-page.ts';
import styles from './panel.css';
import { PanelView } from './panel-view.tsx';

function Panel() {
  const settings = useSettings();
  const page = useTabPage(settings);
  const [packs, setPacks] = useState<readonly PackLookUp[]>([]);
  const [open, setOpen] = useState<TermKey>();
  const terms = [
    ...new Set([...(page?.state?.mentions ?? []).map(({ term }) => term), ...(open ? [open] : [])]),
  ];
  useEffect(() => void loadPacksFor(terms).then(setPacks), [terms.join(' ')]);
  useEffect(() => {
    const life = new AbortController();
    watchWantedTerm(setOpen, life.signal);
    return () => life.abort();
  }, []);
  if (!page) return null;
  // The page keeps what was read, so that it is known again when the panel is opened anew.
  const tell = (message: ToPage): void => void (page.tab && askPage(page.tab.id, message));
  return (
    <PanelView
      page={page}
      packs={packs}
      open={open}
      onOpen={(term) => {
        setOpen(term);
        if (term !== undefined) tell({ type: 'page.read', term });
      }}
      onJump={({ id, term }) => {
        tell({ type: 'page.jump', mention: id });
        // As a tab of its own, as on Android, the panel stands before what it shows.
        if (page.tab && isBesideNamedTab()) void showTab(page.tab.id);
        tell({ type: 'page.read', term });
      }}
    />
  );
}

void showPage(Panel, styles, 'panel_title');
