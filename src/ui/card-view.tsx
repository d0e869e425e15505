import { useEffect, useRef } from 'preact/hooks';
import type { Card } from '../core/card.ts';
import type { CardActions, CardNotice } from './card-actions.ts';
import { CardBody } from './card-body.tsx';
import { CardFoot } from './card-foot.tsx';
import { CardBar, CardHead } from './card-head.tsx';
import { fitsColumns } from './question-view.tsx';
import { type Words, WordsContext } from './words.ts';

/** The id of the card's title, for the `aria-labelledby` of the dialog around it. */
export const CARD_TITLE_ID = 'card-title';

/** Type size and width that a reader chose, in percent of the normal ones. */
export interface CardSizes {
  readonly fontSize: number;
  readonly cardWidth: number;
}

export interface CardViewProps {
  readonly card: Card;
  readonly words: Words;
  /** From the page's own background; `auto` follows the system. */
  readonly theme: 'light' | 'dark' | 'auto';
  readonly layout: 'popover' | 'sheet';
  readonly sizes?: CardSizes;
  readonly actions: CardActions;
  readonly canBack?: boolean;
  readonly canForward?: boolean;
  readonly pinned?: boolean;
  readonly notice?: CardNotice;
}

/**
 * The card inside the host's frame, which bounds its height; a sheet is dragged by its `.handle`. All state but folds
 * and drawers comes in.
 */
export function CardView(props: CardViewProps) {
  const { card, words, actions, canBack = false, canForward = false, notice } = props;
  const title = useTitleFocus(card.key);
  const first = card.questions[0];
  return (
    <WordsContext.Provider value={{ ...words, content: card.language }}>
      <article
        class="card"
        dir={words.direction}
        lang={words.language}
        data-theme={props.theme}
        data-layout={props.layout}
        style={props.sizes && sizeStyle(props.sizes)}
        data-wide={first !== undefined && fitsColumns(first)}
      >
        {props.layout === 'sheet' && <div class="handle" aria-hidden="true" />}
        <CardBar card={card} canBack={canBack} canForward={canForward} actions={actions} />
        <div class="scroll" key={card.key}>
          <CardHead card={card} titleId={CARD_TITLE_ID} titleRef={title} />
          <CardBody card={card} onTerm={actions.onTerm} />
        </div>
        <div role="status" class="notice">
          {notice && <NoticeLine notice={notice} words={words} onUndo={actions.onUndo} />}
        </div>
        <CardFoot key={card.key} card={card} pinned={props.pinned ?? false} actions={actions} />
      </article>
    </WordsContext.Provider>
  );
}

/** What a reader chose; the other notices tell of something done or failed, and have nothing to undo. */
function isChoice({ type }: CardNotice): boolean {
  return !['copied', 'copy-failed', 'not-stored'].includes(type);
}

interface NoticeLineProps {
  readonly notice: CardNotice;
  readonly words: Words;
  readonly onUndo: (() => void) | undefined;
}

function NoticeLine({ notice, words, onUndo }: NoticeLineProps) {
  return (
    <p>
      <span>{words.t(`card_notice_${notice.type.replaceAll('-', '_')}`)}</span>
      {isChoice(notice) && onUndo && (
        <button type="button" onClick={onUndo}>
          {words.t('card_undo')}
        </button>
      )}
    </p>
  );
}

/** Another Term in the same card: reading goes on at its title. */
function useTitleFocus(key: string) {
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    title.current?.focus({ preventScroll: true });
  }, [key]);
  return title;
}

/** The sizes as the style sheet takes them. */
export function sizeStyle({ fontSize, cardWidth }: CardSizes) {
  return { '--scale': String(fontSize / 100), '--breadth': String(cardWidth / 100) };
}
