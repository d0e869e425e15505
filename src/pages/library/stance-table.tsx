import { briefCitation } from '../../core/cite.ts';
import type { PackId } from '../../core/ids.ts';
import { libraryAddress } from '../../core/library-place.ts';
import type { StanceMap } from '../../core/stance-map.ts';
import { countText, useWords } from '../../ui/words.ts';
import { stanceWords } from './stance-glyph.tsx';

interface StanceTableProps {
  readonly map: StanceMap;
  readonly pack: PackId;
}

/** The picture's content in words. */
export function StanceTable({ map, pack }: StanceTableProps) {
  const words = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, so the keyboard must reach it
    <section class="wide-table" tabIndex={0} aria-label={words.t('library_who')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.t('library_question')}</th>
            {map.sources.map((source) => (
              <th key={source.id} scope="col">
                {briefCitation(source)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {map.rows.map(({ question, cells }) => (
            <tr key={question.id}>
              <th scope="row" dir="auto">
                <a href={libraryAddress({ page: 'question', pack, id: question.id })}>{question.text}</a>
              </th>
              {cells.map((cell) => (
                <td key={cell.source.id}>
                  {stanceWords(words, cell)}
                  {cell.claims.length > 0 && (
                    <span class="fine"> {countText(words, 'library_claims', cell.claims.length)}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
