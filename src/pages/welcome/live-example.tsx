import { useRef, useState } from 'preact/hooks';
import { buildCard } from '../../core/card.ts';
import { dwellPresets } from '../../core/hover-timing.ts';
import type { TermKey } from '../../core/ids.ts';
import { findTermByKey, type PackLookUp } from '../../core/look-up.ts';
import { CardView } from '../../ui/card-view.tsx';
import { useWords } from '../../ui/words.ts';

/** A term of a bundled pack; the build puts `example` of data/bundle.json here. */
declare const EXAMPLE_TERM: TermKey;

/** A sentence with one term, and its real card: at rest of the pointer, by tap, or by Enter. */
export function LiveExample({ packs }: { readonly packs: readonly PackLookUp[] }) {
  const words = useWords();
  const [trail, setTrail] = useState<readonly TermKey[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const mark = useRef<HTMLButtonElement>(null);
  const key = trail.at(-1);
  const card = key === undefined ? undefined : buildCard(packs, key, { nearbyWords: [] });
  const open = (): void => setTrail([EXAMPLE_TERM]);
  const close = (): void => {
    setTrail([]);
    mark.current?.focus();
  };
  const back = (): void => setTrail((now) => now.slice(0, -1));
  // As in the card on any page.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && card) close();
    if (event.key === 'Backspace' && trail.length > 1) back();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the card wherever focus is here
    <div class="example" onKeyDown={onKeyDown}>
      <p class="sentence">
        {words.t('welcome_sentence_before')}{' '}
        <button
          ref={mark}
          type="button"
          class="mark"
          aria-expanded={card !== undefined}
          onClick={open}
          onPointerEnter={(event) => {
            if (event.pointerType === 'mouse') timer.current = setTimeout(open, dwellPresets.normal);
          }}
          onPointerLeave={() => clearTimeout(timer.current)}
        >
          {findTermByKey(packs, EXAMPLE_TERM)?.term.label}
        </button>{' '}
        {words.t('welcome_sentence_after')}
      </p>
      {card && (
        <section class="example-card" aria-label={card.label}>
          <CardView
            card={card}
            words={words}
            theme="auto"
            layout="popover"
            canBack={trail.length > 1}
            actions={{
              onTerm: (term) => setTrail((now) => [...now, term]),
              onBack: back,
              onForward: () => {},
              onClose: close,
            }}
          />
        </section>
      )}
    </div>
  );
}
