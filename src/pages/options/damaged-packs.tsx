import { removeDamagedPack } from '../../browser/subscribed-packs.ts';
import type { DamagedPack } from '../../core/added-packs.ts';
import { useWords } from '../../ui/words.ts';

interface DamagedPacksProps {
  readonly damaged: readonly DamagedPack[];
  readonly onSay: (said: string) => void;
}

/** Packs whose place in the list cannot be read: each is named, and can be taken off. */
export function DamagedPacks({ damaged, onSay }: DamagedPacksProps) {
  const { t } = useWords();
  if (damaged.length === 0) return null;
  const remove = (pack: DamagedPack): void =>
    void removeDamagedPack(pack).then(
      () => onSay(t('packs_removed', nameOf(pack))),
      () => onSay(t('options_not_stored')),
    );
  return (
    <ul class="damaged">
      {damaged.map((pack, at) => (
        <li key={at}>
          <p class="fault">
            <bdi>{t('packs_damaged', nameOf(pack))}</bdi>
          </p>
          <p class="buttons">
            <button
              type="button"
              aria-label={t('options_remove_named', nameOf(pack))}
              onClick={() => remove(pack)}
            >
              {t('options_remove')}
            </button>
          </p>
        </li>
      ))}
    </ul>
  );
}

function nameOf({ title, id }: DamagedPack): string {
  return title ?? id ?? '?';
}
