import { useId, useRef, useState } from 'preact/hooks';
import type { Card } from '../core/card.ts';
import { type CardActions, CITATION_FORMATS } from './card-actions.ts';
import { useWords } from './words.ts';

interface CardFootProps {
  readonly card: Card;
  readonly pinned: boolean;
  readonly actions: CardActions;
}

type Drawer = 'cite' | 'why';

interface DrawerProps {
  readonly card: Card;
  readonly actions: CardActions;
}

/** What one can do with the card; citing and the match open a drawer above the row. */
export function CardFoot({ card, pinned, actions }: CardFootProps) {
  const { t } = useWords();
  const id = useId();
  const [drawer, setDrawer] = useState<Drawer>();
  const why = useRef<HTMLButtonElement>(null);
  // The notice takes the drawer's place; whoever pressed by key stays in the row.
  const choose = (act: () => void) => () => {
    why.current?.focus({ preventScroll: true });
    setDrawer(undefined);
    act();
  };
  const opener = (name: Drawer) => ({
    type: 'button' as const,
    'aria-expanded': drawer === name,
    'aria-controls': id,
    onClick: () => setDrawer(drawer === name ? undefined : name),
  });
  return (
    <footer>
      <div id={id} class="drawer" hidden={!drawer}>
        {drawer === 'cite' && <CiteDrawer card={card} actions={actions} />}
        {drawer === 'why' && <WhyDrawer card={card} actions={actions} choose={choose} />}
      </div>
      <div class="row">
        {actions.onPin && (
          <button type="button" aria-pressed={pinned} onClick={actions.onPin}>
            {t('card_pin')}
          </button>
        )}
        {actions.onOpenPanel && (
          <button type="button" onClick={actions.onOpenPanel}>
            {t('card_panel')}
          </button>
        )}
        {card.citations && actions.onCopy && <button {...opener('cite')}>{t('card_cite')}</button>}
        {hasWhy(card, actions) && (
          <button {...opener('why')} ref={why} class="far">
            {t('card_why')}
          </button>
        )}
      </div>
    </footer>
  );
}

function hasWhy(card: Card, actions: CardActions): boolean {
  return Boolean(card.why || actions.onMute || actions.onSiteOff);
}

function CiteDrawer({ card, actions }: DrawerProps) {
  const { t } = useWords();
  const { citations } = card;
  if (!citations) return null;
  return (
    <>
      <p>{t('card_cite_as')}</p>
      <p class="choices">
        {CITATION_FORMATS.map((format) => (
          <button key={format} type="button" onClick={() => actions.onCopy?.(citations[format], format)}>
            {t(`card_cite_${format.replace('-', '_')}`)}
          </button>
        ))}
      </p>
    </>
  );
}

interface WhyDrawerProps extends DrawerProps {
  readonly choose: (act: () => void) => () => void;
}

function WhyDrawer({ card, actions, choose }: WhyDrawerProps) {
  const { t } = useWords();
  const { why } = card;
  return (
    <>
      {why && <p>{t(`why_${why.rule}`, why.surface, ...why.evidence) || t('card_why_plain', why.surface)}</p>}
      <p class="choices">
        {why && actions.onNotThisMeaning && (
          <button type="button" onClick={choose(actions.onNotThisMeaning)}>
            {t('card_not_this_meaning')}
          </button>
        )}
        {actions.onMute && (
          <button type="button" onClick={choose(actions.onMute)}>
            {t('card_mute')}
          </button>
        )}
        {actions.onSiteOff && (
          <button type="button" onClick={choose(actions.onSiteOff)}>
            {t('card_site_off')}
          </button>
        )}
      </p>
      <p class="small">{t('card_pack', card.pack.title, card.pack.publisher, card.pack.version)}</p>
    </>
  );
}
