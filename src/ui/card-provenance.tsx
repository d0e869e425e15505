import type { Card } from '../core/card.ts';
import type { TermKey } from '../core/ids.ts';
import { useWords } from './words.ts';

interface CardProvenanceProps {
  readonly card: Card;
  readonly onTerm: (key: TermKey) => void;
}

/** Whose words these are where they are not Sidelight's own, and what other packs say of the same words. */
export function CardProvenance({ card: { pack, also = [] }, onTerm }: CardProvenanceProps) {
  const { t } = useWords();
  if (pack.from === undefined && also.length === 0) return null;
  return (
    <section class="provenance">
      {pack.from !== undefined && (
        <p class="standing" dir="auto">
          {t('card_from', pack.title, pack.publisher, pack.from)}
        </p>
      )}
      {also.length > 0 && (
        <>
          <h3>{t('card_also')}</h3>
          <ul>
            {also.map((other) => (
              <li key={other.key}>
                <button type="button" class="term" onClick={() => onTerm(other.key)}>
                  <bdi>{other.label}</bdi>
                </button>{' '}
                <bdi class="small">
                  {other.pack.title}, {other.pack.publisher}
                </bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
