import { libraryAddress } from '../../core/library-place.ts';
import type { PackLookUp } from '../../core/look-up.ts';
import type { Pack } from '../../core/types.ts';
import { countText, useWords } from '../../ui/words.ts';
import { useLibrary } from './library-context.ts';
import { PackName } from './pack-name.tsx';
import { SourceList } from './source-list.tsx';
import { useTitle } from './use-title.ts';

/** What there is: questions, sources, and the ways to all the rest. */
export function HomePage() {
  const { t } = useWords();
  const { packs } = useLibrary();
  useTitle(undefined);
  return (
    <>
      <p class="lead">{t('library_lead')}</p>
      <Ways packs={packs.map(({ pack }) => pack)} />
      {packs.map((look) => (
        <PackContents key={look.pack.id} look={look} />
      ))}
    </>
  );
}

/** The ways lead to what all Packs hold. */
function Ways({ packs }: { readonly packs: readonly Pack[] }) {
  const words = useWords();
  const count = (sizeOf: (pack: Pack) => number): number =>
    packs.reduce((sum, pack) => sum + sizeOf(pack), 0);
  return (
    <ul class="ways">
      <Way href={libraryAddress({ page: 'terms' })} name={words.t('library_terms')}>
        {countText(
          words,
          'library_count_terms',
          count(({ terms }) => terms.length),
        )}
      </Way>
      <Way href={libraryAddress({ page: 'who' })} name={words.t('library_who')}>
        {words.t(
          'library_who_line',
          count(({ questions }) => questions.length),
          count(({ sources }) => sources.length),
        )}
      </Way>
      <Way href={libraryAddress({ page: 'timeline' })} name={words.t('library_timeline')}>
        {countText(
          words,
          'library_count_events',
          count(({ events, sources }) => events.length + sources.length),
        )}
      </Way>
    </ul>
  );
}

function PackContents({ look }: { readonly look: PackLookUp }) {
  const words = useWords();
  const { pack } = look;
  return (
    <>
      <PackName pack={pack} level="h2" />
      <h2>{words.t('library_questions')}</h2>
      <ul class="plain-list">
        {pack.questions.map(({ id, text }) => (
          <li key={id}>
            <a href={libraryAddress({ page: 'question', pack: pack.id, id })} dir="auto">
              {text}
            </a>
          </li>
        ))}
      </ul>
      <h2>{words.t('library_sources')}</h2>
      <SourceList pack={pack} />
      <p class="fine pack-line">{words.t('card_pack', pack.title, pack.publisher, pack.version)}</p>
    </>
  );
}

interface WayProps {
  readonly href: string;
  readonly name: string;
  readonly children: string;
}

function Way({ href, name, children }: WayProps) {
  return (
    <li>
      <a href={href}>{name}</a>
      <span class="fine">{children}</span>
    </li>
  );
}
