import { useState } from 'preact/hooks';
import type { CardNote } from '../core/card-claim.ts';
import { RecordLine } from './record-line.tsx';
import { listText, useWords } from './words.ts';

/** A longer fact shows its first lines, the rest at a press: about four lines of a card. */
const LONGEST_FACT = 230;
/** The same right under a Claim: about two lines. */
const LONGEST_FACT_UNDER_CLAIM = 120;

interface NoteViewProps {
  readonly note: CardNote;
  /** True right under the Claim it concerns: then the Source's own words need no repeating. */
  readonly underClaim?: boolean;
}

/** Where a Source and the record differ: what it says, what is on record, and where that stands. */
export function NoteView({ note, underClaim = false }: NoteViewProps) {
  const words = useWords();
  const { t, content, language } = words;
  const [whole, setWhole] = useState(
    note.fact.length <= (underClaim ? LONGEST_FACT_UNDER_CLAIM : LONGEST_FACT),
  );
  const paragraphs = listText(
    words,
    note.paragraphs.map((paragraph) => `¶${paragraph}`),
    'unit',
  );
  return (
    <div class="note" data-kind={note.kind}>
      {!underClaim && (
        <p class="note-says" dir="auto" lang={content}>
          <bdi dir="auto" lang={language}>
            {t('card_note_says', note.source, paragraphs)}
          </bdi>{' '}
          {note.says}
        </p>
      )}
      <p class={whole ? '' : 'clamped'} dir="auto" lang={content}>
        <bdi dir="auto" class="note-kind" lang={language}>
          {t(`card_note_${note.kind}`)}
        </bdi>{' '}
        {note.fact}
      </p>
      {!whole && (
        <button type="button" class="unfold" aria-expanded={false} onClick={() => setWhole(true)}>
          {t('card_read_on')}
        </button>
      )}
      {whole && (
        <p class="small">
          <RecordLine records={note.records} />
          {note.certainty !== 'certain' && <> {t(`card_certainty_${note.certainty}`)}</>}
        </p>
      )}
    </div>
  );
}
