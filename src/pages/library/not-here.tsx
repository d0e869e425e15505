import { libraryAddress } from '../../core/library-place.ts';
import { useWords } from '../../ui/words.ts';

/** An address that leads to nothing, such as a link into a pack that was removed. */
export function NotHere() {
  const { t } = useWords();
  return (
    <p role="status">
      {t('library_not_here')} <a href={libraryAddress({ page: 'home' })}>{t('library_to_start')}</a>
    </p>
  );
}
