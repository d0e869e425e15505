import { buildByline } from '../../core/card-claim.ts';
import { libraryAddress } from '../../core/library-place.ts';
import { compareDates } from '../../core/partial-date.ts';
import type { Pack } from '../../core/types.ts';
import { Byline } from '../../ui/byline.tsx';

/** Every Source by date: title, who, and what it argues. */
export function SourceList({ pack }: { readonly pack: Pack }) {
  const sources = [...pack.sources].sort((a, b) => compareDates(a.date, b.date));
  return (
    <ul class="source-list">
      {sources.map((source) => (
        <li key={source.id}>
          <a href={libraryAddress({ page: 'source', pack: pack.id, id: source.id })} dir="auto">
            {source.title}
          </a>
          <p class="fine">
            <Byline by={buildByline(source)} />
          </p>
          <p class="serif" dir="auto">
            {source.position}
          </p>
        </li>
      ))}
    </ul>
  );
}
