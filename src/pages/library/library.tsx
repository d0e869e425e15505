import { useEffect, useState } from 'preact/hooks';
import { loadPacks } from '../../browser/bundled-packs.ts';
import { showPage } from '../page-shell.tsx';
import styles from './library.css';
import { createLibrary, type Library, LibraryContext } from './library-context.ts';
import { LibraryFrame } from './library-frame.tsx';

function LibraryPage() {
  const [library, setLibrary] = useState<Library>();
  useEffect(() => void loadPacks().then((packs) => setLibrary(createLibrary(packs))), []);
  if (!library) return null;
  return (
    <LibraryContext.Provider value={library}>
      <LibraryFrame />
    </LibraryContext.Provider>
  );
}

void showPage(LibraryPage, styles, 'library_title');
