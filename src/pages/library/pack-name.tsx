import type { Pack } from '../../core/types.ts';
import { useLibrary } from './library-context.ts';

/** Whose what follows is; nothing to say where there is one Pack only. */
export function PackName({ pack, level = 'h3' }: { readonly pack: Pack; readonly level?: 'h2' | 'h3' }) {
  const Heading = level;
  if (useLibrary().packs.length < 2) return null;
  return (
    <Heading class="pack-name" dir="auto">
      {pack.title}
    </Heading>
  );
}
