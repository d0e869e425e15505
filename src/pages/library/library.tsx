import { useEffect, useState } from 'preact/hooks';
import { loadWholePacks } from '../../browser/pack-parts.ts';
import { showPage } from '../page-shell.tsx';
import styles from './library.css';
import { createLibrary, type Library, LibraryContext } from './library-context.ts';
import { LibraryFrame } from './library-frame.tsx';

function LibraryPage() {
  const [library, setLibrary] = useState<Library>();
  useEffect(() => void loadWholePacks().then((packs) => setLibrary(createLibrary(packs))), []);
  if (!library) return null;
  return (
    <LibraryContext.Provider value={library}>
      <LibraryFrame />
    </LibraryContext.Provider>
  );
}

void showPage(LibraryPage, styles, 'library_title');
