import { useEffect, useRef, useState } from 'preact/hooks';
import { loadPacks } from '../../browser/bundled-packs.ts';
import { holdsHostPermission, requestHostPermission } from '../../browser/host-permission.ts';
import type { PackLookUp } from '../../core/look-up.ts';
import { useWords } from '../../ui/words.ts';
import { ReadingPace } from '../options/reading-options.tsx';
import { showPage, useChoice, useSettings } from '../page-shell.tsx';
import { LiveExample } from './live-example.tsx';
import styles from './welcome.css';

const SCREENS = [Example, Choices, Closing] as const;

/** Three screens: what it does, to try; how a card opens; what it never does, and where to go on. */
function Welcome() {
  const { t } = useWords();
  const [screen, setScreen] = useState(0);
  const head = useRef<HTMLHeadingElement>(null);
  const Screen = SCREENS[screen] ?? Example;
  const go = (to: number): void => {
    setScreen(to);
    head.current?.focus();
  };
  return (
    <main class="welcome">
      <h1 ref={head} tabIndex={-1}>
        {t(`welcome_title_${screen + 1}`)}
      </h1>
      <Screen />
      <p class="steps">
        {screen > 0 && (
          <button type="button" onClick={() => go(screen - 1)}>
            {t('card_back')}
          </button>
        )}
        <span class="fine">{t('welcome_step', screen + 1, SCREENS.length)}</span>
        {screen < SCREENS.length - 1 && (
          <button type="button" class="main" onClick={() => go(screen + 1)}>
            {t('welcome_next')}
          </button>
        )}
      </p>
    </main>
  );
}

function Example() {
  const { t } = useWords();
  const [packs, setPacks] = useState<readonly PackLookUp[]>([]);
  useEffect(() => void loadPacks().then(setPacks), []);
  return (
    <>
      <p class="lead">{t('welcome_example_lead')}</p>
      <LiveExample packs={packs} />
      <p class="fine">{t('welcome_example_try')}</p>
    </>
  );
}

function Choices() {
  const { t } = useWords();
  const settings = useSettings();
  const { choose, fault } = useChoice();
  return (
    <>
      <p class="lead">{t('welcome_choices_lead')}</p>
      <ReadingPace settings={settings} onSettings={choose} />
      <p role="alert" class="fault">
        {fault}
      </p>
      <p class="fine">{t('welcome_choices_more')}</p>
    </>
  );
}

function Closing() {
  const { t } = useWords();
  return (
    <>
      <ul class="points">
        <li>{t('welcome_point_private')}</li>
        <li>{t('welcome_point_sides')}</li>
        <li>{t('welcome_point_check')}</li>
      </ul>
      <Permission />
      <nav aria-label={t('toolbar_more')}>
        <a href="../library/library.html">{t('toolbar_library')}</a>
        <a href="../options/options.html">{t('toolbar_options')}</a>
      </nav>
    </>
  );
}

/** Firefox may withhold the permission to read pages; then it can be given here. */
function Permission() {
  const { t } = useWords();
  const [holds, setHolds] = useState(true);
  useEffect(() => void holdsHostPermission().then(setHolds), []);
  if (holds) return null;
  return (
    <p class="ask">
      {t('toolbar_why_no_permission')}{' '}
      <button type="button" class="main" onClick={() => void requestHostPermission().then(setHolds)}>
        {t('toolbar_allow')}
      </button>
    </p>
  );
}

void showPage(Welcome, styles, 'welcome_page_title');
