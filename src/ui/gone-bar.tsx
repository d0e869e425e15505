import { Icon } from './glyph.tsx';
import { OutwardLink } from './outward-link.tsx';
import { type Words, WordsContext } from './words.ts';

interface GoneBarProps {
  readonly words: Words;
  readonly theme: 'light' | 'dark' | 'auto';
  readonly archivedUrl?: string;
  readonly onClose: () => void;
}

/** Says that the quoted words are no longer on the page, and where they were kept. */
export function GoneBar({ words, theme, archivedUrl, onClose }: GoneBarProps) {
  return (
    <WordsContext.Provider value={words}>
      <div class="card gone-bar" dir={words.direction} lang={words.language} data-theme={theme}>
        <p>
          {words.t('landing_gone')}{' '}
          {archivedUrl !== undefined && (
            <OutwardLink href={archivedUrl} class="place">
              {words.t('card_archived')}
            </OutwardLink>
          )}
        </p>
        <button type="button" class="icon-button" aria-label={words.t('card_close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
    </WordsContext.Provider>
  );
}
