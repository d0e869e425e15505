import { useState } from 'preact/hooks';
import type { Term } from '../../core/types.ts';
import { listText, useWords } from '../../ui/words.ts';

/** More are forms and numbers that few ask for. */
const SHOWN_AT_FIRST = 6;

/** What a Term is also called; a long list shows its beginning, the rest at a press. */
export function OtherNames({ term: { label, aliases } }: { readonly term: Term }) {
  const words = useWords();
  const names = aliases.filter((name) => name.toLowerCase() !== label.toLowerCase());
  const [whole, setWhole] = useState(names.length <= SHOWN_AT_FIRST + 1);
  if (names.length === 0) return null;
  return (
    <p class="small names">
      {words.t('library_names')}{' '}
      <bdi>{listText(words, whole ? names : names.slice(0, SHOWN_AT_FIRST), 'unit')}</bdi>{' '}
      {!whole && (
        <button type="button" class="unfold" aria-expanded={false} onClick={() => setWhole(true)}>
          {words.t('card_read_on')}
        </button>
      )}
    </p>
  );
}
