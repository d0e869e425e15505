import type { DisputedPlace } from '../core/landing.ts';
import { type CardSizes, sizeStyle } from './card-view.tsx';
import { ClaimView } from './claim-view.tsx';
import { Icon } from './glyph.tsx';
import { type Words, WordsContext } from './words.ts';

/** The id of the card's title, for the `aria-labelledby` of the dialog around it. */
export const DISPUTED_TITLE_ID = 'disputed-title';

interface DisputedViewProps {
  readonly place: DisputedPlace;
  readonly words: Words;
  readonly theme: 'light' | 'dark' | 'auto';
  readonly layout: 'popover' | 'sheet';
  readonly sizes: CardSizes;
  readonly onClose: () => void;
}

/** A disputed passage of the Source at hand: what it claims, in our words, and what others answer. */
export function DisputedView({ place, words, theme, layout, sizes, onClose }: DisputedViewProps) {
  return (
    <WordsContext.Provider value={words}>
      <article
        class="card"
        dir={words.direction}
        lang={words.language}
        data-theme={theme}
        data-layout={layout}
        style={sizeStyle(sizes)}
      >
        {layout === 'sheet' && <div class="handle" aria-hidden="true" />}
        <div class="bar">
          <p class="kind" id={DISPUTED_TITLE_ID}>
            {words.t('landing_disputed')}
          </p>
          <button
            type="button"
            class="icon-button close"
            aria-label={words.t('card_close')}
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </div>
        <div class="scroll">
          {place.claims.map(({ question, claim, answers }) => (
            <div key={claim.id} class="disputed">
              <h2 dir="auto">{question}</h2>
              <ClaimView claim={claim} />
              <h3>{words.t('landing_answers')}</h3>
              <ul>
                {answers.map((answer) => (
                  <li key={answer.id}>
                    <ClaimView claim={answer} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
          {place.by && (
            <p class="source-pack" dir="auto">
              {words.t('card_from', place.by.title, place.by.publisher, place.by.from)}
            </p>
          )}
        </div>
      </article>
    </WordsContext.Provider>
  );
}
