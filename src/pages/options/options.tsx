import { useEffect, useState } from 'preact/hooks';
import { loadPacks } from '../../browser/bundled-packs.ts';
import type { PackLookUp } from '../../core/look-up.ts';
import { useWords } from '../../ui/words.ts';
import { showPage, useChoice, useSettings } from '../page-shell.tsx';
import { DataOptions } from './data-options.tsx';
import { KeyOptions } from './key-options.tsx';
import { ListOptions } from './list-options.tsx';
import { LookOptions } from './look-options.tsx';
import styles from './options.css';
import { PackOptions } from './pack-options.tsx';
import { ReadingOptions } from './reading-options.tsx';
import { SiteOptions } from './site-options.tsx';

function Options() {
  const { t } = useWords();
  const settings = useSettings();
  const [packs, setPacks] = useState<readonly PackLookUp[]>([]);
  useEffect(() => void loadPacks().then(setPacks), []);
  const { choose, fault } = useChoice();
  const parts = { settings, onSettings: choose };
  return (
    <main class="options">
      <h1>{t('options_title')}</h1>
      <p class="lead">{t('options_lead')}</p>
      <p role="alert" class="fault">
        {fault}
      </p>
      <ReadingOptions {...parts} />
      <LookOptions {...parts} />
      <SiteOptions {...parts} />
      <ListOptions {...parts} packs={packs} />
      <PackOptions {...parts} packs={packs} />
      <KeyOptions />
      <DataOptions settings={settings} />
      <nav aria-label={t('toolbar_more')}>
        <a href="../library/library.html">{t('toolbar_library')}</a>
        <a href="../welcome/welcome.html">{t('options_welcome')}</a>
      </nav>
    </main>
  );
}

void showPage(Options, styles, 'options_page_title');
