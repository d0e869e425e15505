import { useEffect } from 'preact/hooks';
import { useWords } from '../../ui/words.ts';

/** Names the place in its tab and in the history; nothing for the library as a whole. */
export function useTitle(name: string | undefined): void {
  const { t } = useWords();
  useEffect(() => {
    document.title = name ? t('library_page_title', name) : t('library_title');
  }, [name, t]);
}
