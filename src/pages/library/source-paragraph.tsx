import { useEffect, useRef } from 'preact/hooks';
import type { PackId } from '../../core/ids.ts';
import { libraryAddress } from '../../core/library-place.ts';
import type { ReadClaim, ReadParagraph } from '../../core/source-reading.ts';
import { Places } from '../../ui/claim-view.tsx';
import { StanceGlyph } from '../../ui/glyph.tsx';
import { NoteView } from '../../ui/note-view.tsx';
import { useWords } from '../../ui/words.ts';

interface SourceParagraphProps {
  readonly read: ReadParagraph;
  readonly pack: PackId;
  readonly isWanted: boolean;
}

/** What one paragraph says, what others answer to it, and where the record differs. */
export function SourceParagraph({ read, pack, isWanted }: SourceParagraphProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isWanted) item.current?.scrollIntoView({ block: 'center' });
  }, [isWanted]);
  return (
    <li ref={item} id={`p${read.paragraph}`} class={isWanted ? 'wanted' : ''}>
      <span class="number">¶{read.paragraph}</span>
      <div>
        {read.claims.map((one) => (
          <Argument key={one.claim.id} read={one} pack={pack} />
        ))}
        {read.notes.map((note) => (
          <NoteView key={note.id} note={note} />
        ))}
      </div>
    </li>
  );
}

function Argument({ read, pack }: { readonly read: ReadClaim; readonly pack: PackId }) {
  const { t } = useWords();
  const { claim, question, answers } = read;
  return (
    <div class="argued">
      <p>
        <span class="argument" dir="auto">
          {claim.text}
        </span>{' '}
        <Places claim={claim} />
      </p>
      <p class="small">
        <StanceGlyph stance={claim.stance} />{' '}
        <a href={libraryAddress({ page: 'question', pack, id: question.id, claim: claim.id })} dir="auto">
          {question.text}
        </a>
      </p>
      {claim.notes.map((note) => (
        <NoteView key={note.id} note={note} underClaim />
      ))}
      {answers.length > 0 && (
        <ul class="answers">
          {answers.map((answer) => (
            <li key={answer.id}>
              <StanceGlyph stance={answer.stance} />
              <p>
                <b>{t('card_turn_objection', answer.by.shortName)}</b>{' '}
                <span class="said" dir="auto">
                  {answer.text}
                </span>{' '}
                <Places claim={answer} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
