import { useWords } from '../../ui/words.ts';

interface EntryListProps {
  readonly entries: readonly { readonly id: string; readonly label: string }[];
  /** Name of the button for one entry, such as "Remove example.org". */
  readonly removeLabel: (label: string) => string;
  readonly empty: string;
  readonly onRemove: (id: string) => void;
}

/** What a reader has put on a list, each with a way off it. */
export function EntryList({ entries, removeLabel, empty, onRemove }: EntryListProps) {
  const { t } = useWords();
  if (entries.length === 0) return <p class="fine">{empty}</p>;
  return (
    <ul class="entries">
      {entries.map(({ id, label }) => (
        <li key={id}>
          <bdi>{label}</bdi>
          <button type="button" aria-label={removeLabel(label)} onClick={() => onRemove(id)}>
            {t('options_remove')}
          </button>
        </li>
      ))}
    </ul>
  );
}
