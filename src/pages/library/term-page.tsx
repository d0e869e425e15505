import { useRef } from 'preact/hooks';
import { buildCard } from '../../core/card.ts';
import type { TermKey } from '../../core/ids.ts';
import { type LibraryPlace, libraryAddress, readLibraryAddress } from '../../core/library-place.ts';
import { CardBody } from '../../ui/card-body.tsx';
import { CardHead } from '../../ui/card-head.tsx';
import { useLibrary } from './library-context.ts';
import { NotHere } from './not-here.tsx';
import { OtherNames } from './other-names.tsx';
import { useTitle } from './use-title.ts';

type TermPlace = Extract<LibraryPlace, { page: 'term' }>;

/** The very content of the Term's card, with its other names. */
export function TermPage({ place }: { readonly place: TermPlace }) {
  const { packs } = useLibrary();
  const title = useRef<HTMLHeadingElement>(null);
  const card = buildCard(packs, `${place.pack}/${place.id}` as TermKey, { nearbyWords: [] });
  const term = packs.find(({ pack }) => pack.id === place.pack)?.findTerm(place.id);
  useTitle(card?.label);
  if (!card || !term) return <NotHere />;
  return (
    <>
      <p class="fine" dir="auto">
        {card.kindLine}
      </p>
      <article class="card in-page" key={card.key}>
        <CardHead card={card} titleId="title" titleRef={title} />
        <OtherNames term={term} />
        <div class="scroll">
          <CardBody card={card} onTerm={goToTerm} />
        </div>
      </article>
    </>
  );
}

/** Goes to the page of a Term. */
function goToTerm(key: TermKey): void {
  location.hash = libraryAddress(readLibraryAddress(`#/term/${key}`));
}
