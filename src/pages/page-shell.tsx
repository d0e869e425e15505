import { createContext, type FunctionComponent, render } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { loadWords } from '../browser/extension-words.ts';
import { followCitation } from '../browser/followed-citations.ts';
import { readSettings, watchSettings } from '../browser/page-api.ts';
import { changeSettings } from '../browser/settings-store.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings.ts';
import { watchCitationClicks } from '../dom/citation-clicks.ts';
import { createSheet } from '../dom/style-sheet.ts';
import { cardStyles } from '../ui/card-styles.ts';
import { useWords, WordsContext } from '../ui/words.ts';
import pageStyles from './page.css';

const SettingsContext = createContext<Settings>(DEFAULT_SETTINGS);

/** The reader's settings; a page is drawn again whenever they change, wherever that happened. */
export function useSettings(): Settings {
  return useContext(SettingsContext);
}

/** A choice of the reader's on its way into storage, and a sentence when it did not get there; else an empty text. */
export function useChoice(): {
  readonly choose: (change: (settings: Settings) => Settings) => void;
  readonly fault: string;
} {
  const { t } = useWords();
  const [isLost, setLost] = useState(false);
  return {
    choose: (change) => void changeSettings(change).then((isStored) => setLost(!isStored)),
    fault: isLost ? t('options_not_stored') : '',
  };
}

/** Draws one of the extension's own pages, in the reader's language and theme, and keeps it so. */
export async function showPage(Page: FunctionComponent, styles: string, titleKey: string): Promise<void> {
  document.adoptedStyleSheets = [cardStyles, pageStyles, styles].map(createSheet);
  const draw = async (settings: Settings): Promise<void> => {
    const words = await loadWords(settings.language);
    const root = document.documentElement;
    const isOtherLanguage = root.lang !== words.language;
    root.lang = words.language;
    root.dir = words.direction;
    root.dataset['theme'] = settings.appearance === 'page' ? 'auto' : settings.appearance;
    root.style.setProperty('--scale', String(settings.fontSize / 100));
    // A place within a page names itself after the drawing.
    if (isOtherLanguage || !document.title) document.title = words.t(titleKey);
    render(
      <WordsContext.Provider value={words}>
        <SettingsContext.Provider value={settings}>
          <Page />
        </SettingsContext.Provider>
      </WordsContext.Provider>,
      document.body,
    );
  };
  // Never aborted: what listens goes with the page.
  const { signal } = new AbortController();
  watchSettings((settings) => void draw(settings), signal);
  watchCitationClicks(document, (url, quote) => void followCitation(url, quote), signal);
  await draw(await readSettings());
}
