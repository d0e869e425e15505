import type { CardNote } from '../core/card-claim.ts';
import { RecordLine } from './record-line.tsx';
import { listText, useWords } from './words.ts';

interface NoteViewProps {
  readonly note: CardNote;
  /** True right under the Claim it concerns: then the Source's own words need no repeating. */
  readonly underClaim?: boolean;
}

/** Where a Source and the record differ: what it says, what is on record, and where that stands. */
export function NoteView({ note, underClaim = false }: NoteViewProps) {
  const words = useWords();
  const { t } = words;
  const paragraphs = listText(
    words,
    note.paragraphs.map((paragraph) => `¶${paragraph}`),
    'unit',
  );
  return (
    <div class="note" data-kind={note.kind}>
      <p>
        <b class="note-kind">{t(`card_note_${note.kind}`)}</b>{' '}
        {!underClaim && (
          <span class="note-says">
            {t('card_note_says', note.source, paragraphs)} <bdi>{note.says}</bdi>{' '}
          </span>
        )}
        <bdi>{note.fact}</bdi>
      </p>
      <p class="small">
        {t('card_on_record_at')} <RecordLine records={note.records} />
        {note.certainty !== 'certain' && <> {t(`card_certainty_${note.certainty}`)}</>}
      </p>
    </div>
  );
}
