import type { CardByline } from '../core/card-claim.ts';
import { listText, useWords } from './words.ts';

/** Author, role, outlet and year in one run. */
export function Byline({ by }: { readonly by: CardByline }) {
  const words = useWords();
  const who = [listText(words, by.authors, 'conjunction'), ...by.houses].join(', ');
  return (
    <bdi>
      {by.outlet === undefined
        ? words.t('card_byline', who, by.year)
        : words.t('card_byline_in', who, by.outlet, by.year)}
    </bdi>
  );
}
