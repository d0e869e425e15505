import { briefCitation } from '../../core/cite.ts';
import type { PackId } from '../../core/ids.ts';
import { libraryAddress } from '../../core/library-place.ts';
import { layoutStanceMap } from '../../core/stance-layout.ts';
import type { StanceCell, StanceMap, StanceRow } from '../../core/stance-map.ts';
import type { Source } from '../../core/types.ts';
import { countText, useWords, type Words } from '../../ui/words.ts';
import { StanceMark, stanceWords } from './stance-glyph.tsx';
import { useWidth } from './use-width.ts';
import { walkCells } from './walk-cells.ts';

interface StanceMapViewProps {
  readonly map: StanceMap;
  readonly pack: PackId;
  readonly onOpen: (row: StanceRow, cell: StanceCell) => void;
}

/** Questions by Sources as one picture. Each mark opens its Claims; each name leads to its page. */
export function StanceMapView({ map, pack, onOpen }: StanceMapViewProps) {
  const { t, direction } = useWords();
  const { element, width } = useWidth<HTMLDivElement>();
  const layout = layoutStanceMap(
    map.rows.map(({ question }) => question.text),
    map.sources.length,
    width,
  );
  const mirror = (x: number): number => (direction === 'rtl' ? width - x : x);
  return (
    <div class="stance-map" ref={element}>
      {width > 0 && (
        <>
          <Heads sources={map.sources} pack={pack} start={layout.labelWidth} />
          {/* biome-ignore lint/a11y/useSemanticElements: a group of marks inside a picture, named by its label */}
          <svg
            role="group"
            aria-label={t('library_who')}
            width={width}
            height={layout.height}
            onKeyDown={walkCells}
          >
            {map.rows.map((row, at) => {
              const place = layout.rows[at];
              if (!place) return null;
              return (
                <g key={row.question.id}>
                  {at > 0 && <line class="rule" x1={0} x2={width} y1={place.top} y2={place.top} />}
                  <a href={libraryAddress({ page: 'question', pack, id: row.question.id })}>
                    <text class="question-label" text-anchor="start">
                      {place.lines.map((line, index) => (
                        <tspan key={line} x={mirror(0)} y={place.textTop + index * layout.lineHeight}>
                          {line}
                        </tspan>
                      ))}
                    </text>
                  </a>
                  {row.cells.map((cell, column) => (
                    <Cell
                      key={cell.source.id}
                      cell={cell}
                      x={mirror(layout.columns[column] ?? 0)}
                      y={place.middle}
                      onOpen={() => onOpen(row, cell)}
                    />
                  ))}
                </g>
              );
            })}
          </svg>
        </>
      )}
    </div>
  );
}

interface HeadsProps {
  readonly sources: readonly Source[];
  readonly pack: PackId;
  readonly start: number;
}

/** Names over the columns; they stay in sight while the picture scrolls. */
function Heads({ sources, pack, start }: HeadsProps) {
  return (
    <div class="heads" style={{ paddingInlineStart: `${start}px` }}>
      {sources.map((source) => (
        <a key={source.id} href={libraryAddress({ page: 'source', pack, id: source.id })}>
          {briefCitation(source)}
        </a>
      ))}
    </div>
  );
}

/** A finger's breadth around each mark. */
const TARGET_PX = 30;

interface CellProps {
  readonly cell: StanceCell;
  readonly x: number;
  readonly y: number;
  readonly onOpen: () => void;
}

function Cell({ cell, x, y, onOpen }: CellProps) {
  const words = useWords();
  const mark = <StanceMark stance={cell.stance} degree={cell.degree} x={x} y={y} />;
  const label = cellLabel(cell, words);
  if (cell.claims.length === 0) {
    return (
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of shapes takes no input
      <g role="img" aria-label={label}>
        {mark}
      </g>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: inside SVG there is no button element
    <g
      role="button"
      tabindex={0}
      class="cell"
      aria-label={label}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onOpen();
      }}
    >
      <rect x={x - TARGET_PX / 2} y={y - TARGET_PX / 2} width={TARGET_PX} height={TARGET_PX} rx="6" />
      {mark}
    </g>
  );
}

function cellLabel(cell: StanceCell, words: Words): string {
  const count = cell.claims.length;
  const said = stanceWords(words, cell);
  const who = briefCitation(cell.source);
  return count === 0
    ? words.t('library_cell_silent', who, said)
    : words.t('library_cell', who, said, countText(words, 'library_claims', count));
}
