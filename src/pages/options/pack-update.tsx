import { useState } from 'preact/hooks';
import type { AddedPack, PackVersion } from '../../core/added-packs.ts';
import { useWords } from '../../ui/words.ts';
import type { ShownDiff } from './import-messages.ts';
import { PackChanges } from './pack-changes.tsx';
import { compareVersionsOf } from './pack-import.ts';

interface PackUpdateProps {
  readonly pack: AddedPack;
  readonly before: PackVersion;
  readonly onUndo: () => void;
}

/** A version that took the place of another: what changed, and the way back. */
export function PackUpdate({ pack, before, onUndo }: PackUpdateProps) {
  const { t } = useWords();
  const [diff, setDiff] = useState<ShownDiff>();
  const { title, version, content } = pack.now;
  const show = (): void => void compareVersionsOf(before.content, content).then(setDiff);
  return (
    <div class="update">
      <p>{t('packs_updated', before.version, version)}</p>
      {diff && <PackChanges diff={diff} />}
      <p class="buttons">
        {!diff && (
          <button type="button" aria-label={t('packs_show_changes_named', title)} onClick={show}>
            {t('packs_show_changes')}
          </button>
        )}
        <button type="button" aria-label={t('packs_undo_named', title)} onClick={onUndo}>
          {t('packs_undo')}
        </button>
      </p>
    </div>
  );
}
