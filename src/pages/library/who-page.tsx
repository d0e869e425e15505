import { useEffect, useRef, useState } from 'preact/hooks';
import { briefCitation } from '../../core/cite.ts';
import { libraryAddress } from '../../core/library-place.ts';
import type { PackLookUp } from '../../core/look-up.ts';
import { buildStanceMap, type StanceCell, type StanceRow } from '../../core/stance-map.ts';
import { ClaimView } from '../../ui/claim-view.tsx';
import { useWords } from '../../ui/words.ts';
import { useLibrary } from './library-context.ts';
import { PackName } from './pack-name.tsx';
import { StanceLegend } from './stance-glyph.tsx';
import { StanceMapView } from './stance-map-view.tsx';
import { StanceTable } from './stance-table.tsx';
import { useTitle } from './use-title.ts';

/** Who says what: every Question over every Source, in one picture and, behind it, one table. */
export function WhoPage() {
  const { t } = useWords();
  useTitle(t('library_who'));
  return (
    <>
      <h2>{t('library_who')}</h2>
      <p class="lead">{t('library_who_lead')}</p>
      <StanceLegend />
      {useLibrary().packs.map((look) => (
        <PackMap key={look.pack.id} look={look} />
      ))}
    </>
  );
}

interface OpenCell {
  readonly row: StanceRow;
  readonly cell: StanceCell;
}

function PackMap({ look }: { readonly look: PackLookUp }) {
  const { t } = useWords();
  const [open, setOpen] = useState<OpenCell>();
  const map = buildStanceMap(look);
  return (
    <>
      <PackName pack={look.pack} />
      <StanceMapView map={map} pack={look.pack.id} onOpen={(row, cell) => setOpen({ row, cell })} />
      <details class="as-table">
        <summary>{t('library_as_table')}</summary>
        <StanceTable map={map} pack={look.pack.id} />
      </details>
      {open && <CellDialog {...open} look={look} onClose={() => setOpen(undefined)} />}
    </>
  );
}

interface CellDialogProps extends OpenCell {
  readonly look: PackLookUp;
  readonly onClose: () => void;
}

/** The Claims behind one cell. */
function CellDialog({ row, cell, look, onClose }: CellDialogProps) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const address = libraryAddress({ page: 'question', pack: look.pack.id, id: row.question.id });
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="cell-title" closedby="any">
      <div class="card in-page">
        <p class="small">{briefCitation(cell.source)}</p>
        <h3 id="cell-title" class="serif" dir="auto">
          {row.question.text}
        </h3>
        <ul class="claims">
          {cell.claims.map((claim) => (
            <li key={claim.id}>
              <ClaimView claim={claim} />
            </li>
          ))}
        </ul>
        <p>
          <a href={address} onClick={() => dialog.current?.close()}>
            {t('library_whole_question')}
          </a>
        </p>
      </div>
      <button type="button" onClick={() => dialog.current?.close()}>
        {t('card_close')}
      </button>
    </dialog>
  );
}
