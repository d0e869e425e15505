import type { Ref } from 'preact';
import type { Card } from '../core/card.ts';
import type { CardActions } from './card-actions.ts';
import { ContentText } from './content-text.tsx';
import { Icon, StatusGlyph } from './glyph.tsx';
import { RecordLine } from './record-line.tsx';
import { useWords } from './words.ts';

interface CardHeadProps {
  readonly card: Card;
  readonly titleId: string;
  readonly titleRef: Ref<HTMLHeadingElement>;
}

interface CardBarProps {
  readonly card: Card;
  readonly canBack: boolean;
  readonly canForward: boolean;
  readonly actions: CardActions;
}

/** The topmost line: back and forward once there is somewhere to go, what the Term is, and close. */
export function CardBar({ card, canBack, canForward, actions }: CardBarProps) {
  const { t } = useWords();
  return (
    <div class="bar">
      {(canBack || canForward) && (
        <span class="steps">
          <button
            type="button"
            class="icon-button"
            disabled={!canBack}
            aria-label={t('card_back')}
            onClick={actions.onBack}
          >
            <Icon name="back" />
          </button>
          <button
            type="button"
            class="icon-button"
            disabled={!canForward}
            aria-label={t('card_forward')}
            onClick={actions.onForward}
          >
            <Icon name="forward" />
          </button>
        </span>
      )}
      <p class="kind">
        <ContentText>{card.kindLine}</ContentText>
        {card.status && (
          <span class="status">
            <StatusGlyph tone={card.status.tone} />
            <ContentText>{card.status.text}</ContentText>
          </span>
        )}
      </p>
      <button type="button" class="icon-button close" aria-label={t('card_close')} onClick={actions.onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** Label, status, the page's own name for it, and the gloss with its record. */
export function CardHead({ card, titleId, titleRef }: CardHeadProps) {
  const { t, language } = useWords();
  return (
    <header>
      <h2 id={titleId} ref={titleRef} tabIndex={-1} dir="auto" lang={card.language}>
        {card.label}
      </h2>
      {card.pageName !== undefined && <p class="standing">{t('card_page_name', card.pageName)}</p>}
      <p class="gloss" dir="auto" lang={card.language}>
        {card.gloss}{' '}
        <bdi dir="auto" class="small" lang={language}>
          {t('card_background')} <RecordLine records={card.records} />
        </bdi>
      </p>
    </header>
  );
}
