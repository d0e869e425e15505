import { useEffect, useState } from 'preact/hooks';
import { loadPacks } from '../../browser/bundled-packs.ts';
import { askPage } from '../../browser/tabs.ts';
import { watchWantedTerm } from '../../browser/wanted-term.ts';
import type { PackLookUp } from '../../core/look-up.ts';
import type { TermKey } from '../../core/types.ts';
import { showPage, useSettings } from '../page-shell.tsx';
import { useTabPage } from '../tab-page.ts';
import styles from './panel.css';
import { PanelView } from './panel-view.tsx';

function Panel() {
  const settings = useSettings();
  const page = useTabPage(settings);
  const [packs, setPacks] = useState<readonly PackLookUp[]>([]);
  const [open, setOpen] = useState<TermKey>();
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => void loadPacks().then(setPacks), []);
  const markRead = (term: TermKey): void => setRead((before) => new Set([...before, term]));
  const openTerm = (term: TermKey | undefined): void => {
    setOpen(term);
    if (term !== undefined) markRead(term);
  };
  useEffect(() => {
    const life = new AbortController();
    watchWantedTerm(openTerm, life.signal);
    return () => life.abort();
  }, []);
  if (!page) return null;
  return (
    <PanelView
      page={page}
      packs={packs}
      open={open}
      read={read}
      onOpen={openTerm}
      onJump={(mention) => {
        markRead(mention.term);
        if (page.tab) void askPage(page.tab.id, { type: 'page.jump', mention: mention.id });
      }}
    />
  );
}

void showPage(Panel, styles, 'panel_title');
