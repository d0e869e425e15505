import type { CardProse } from '../core/card-claim.ts';
import { OutwardLink } from './outward-link.tsx';
import { useWords } from './words.ts';

/** Text of ours with its pointers to Sources as links. */
export function ProseText({ prose }: { readonly prose: CardProse }) {
  const { t } = useWords();
  return (
    <bdi>
      {prose.map((part) => {
        if (typeof part === 'string') return part;
        return (
          <OutwardLink key={`${part.href} ${part.paragraph}`} href={part.href} class="place">
            {t('card_pointer', part.source, part.paragraph)}
          </OutwardLink>
        );
      })}
    </bdi>
  );
}
