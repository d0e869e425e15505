import type { Card, CardRelated, CardWork } from '../core/card.ts';
import type { CardNote } from '../core/card-claim.ts';
import type { CardQuestion } from '../core/card-question.ts';
import type { TermKey } from '../core/ids.ts';
import { Byline } from './byline.tsx';
import { CardProvenance } from './card-provenance.tsx';
import { ContentText } from './content-text.tsx';
import { Fold } from './fold.tsx';
import { NoteView } from './note-view.tsx';
import { OutwardLink } from './outward-link.tsx';
import { QuestionView } from './question-view.tsx';
import { RecordLine } from './record-line.tsx';
import { TimelineView } from './timeline-view.tsx';
import { countText, useWords } from './words.ts';

/** So many notes stand open; the gravest come first. */
const OPEN_NOTES = 2;

interface CardBodyProps {
  readonly card: Card;
  readonly onTerm: (key: TermKey) => void;
}

/** Everything under the gloss: in dispute, on record, the course of events, related terms. */
export function CardBody({ card, onTerm }: CardBodyProps) {
  const { t } = useWords();
  const [first, ...others] = card.questions;
  return (
    <>
      <CardProvenance card={card} onTerm={onTerm} />
      {card.works.length > 0 && <Works works={card.works} />}
      {first && <FirstQuestion question={first} count={card.questions.length} />}
      {others.length > 0 && (
        <section class="others">
          <h3>{t('card_also_disputed')}</h3>
          {others.map((question) => (
            <Fold
              key={question.id}
              label={<ContentText>{question.text}</ContentText>}
              class="question"
              isHeading
            >
              <QuestionView question={question} />
            </Fold>
          ))}
        </section>
      )}
      {card.notes.length > 0 && <Notes notes={card.notes} />}
      <TimelineView timeline={card.timeline} />
      {card.related.length > 0 && <Related related={card.related} onTerm={onTerm} />}
    </>
  );
}

function FirstQuestion({ question, count }: { readonly question: CardQuestion; readonly count: number }) {
  const words = useWords();
  const lone = question.type === 'lone';
  return (
    <section class="dispute">
      <h3>
        {lone && words.t('card_lone')}
        {!lone && (count > 1 ? countText(words, 'card_disputed_of', count) : words.t('card_disputed'))}
      </h3>
      <h4 dir="auto" lang={words.content}>
        {question.text}
      </h4>
      <QuestionView question={question} />
    </section>
  );
}

function Notes({ notes }: { readonly notes: readonly CardNote[] }) {
  const words = useWords();
  return (
    <section class="record">
      <h3>{words.t('card_on_record')}</h3>
      {notes.slice(0, OPEN_NOTES).map((note) => (
        <NoteView key={note.id} note={note} />
      ))}
      {notes.length > OPEN_NOTES && (
        <Fold label={countText(words, 'card_more_notes', notes.length - OPEN_NOTES)}>
          {notes.slice(OPEN_NOTES).map((note) => (
            <NoteView key={note.id} note={note} />
          ))}
        </Fold>
      )}
    </section>
  );
}

function Works({ works }: { readonly works: readonly CardWork[] }) {
  const { t, content } = useWords();
  return (
    <section class="works">
      <h3>{t('card_works')}</h3>
      {works.map((work) => (
        <div key={work.by.source} class="work">
          <OutwardLink href={work.href} class="work-title">
            {work.by.title}
          </OutwardLink>
          <p class="byline">
            <Byline by={work.by} />
          </p>
          <p class="argument" dir="auto" lang={content}>
            {work.position}
          </p>
          {work.reception && (
            <p class="small">
              <ContentText>{work.reception.text}</ContentText> <RecordLine records={work.reception.records} />
            </p>
          )}
          {work.archivedHref && (
            <p class="small">
              <OutwardLink href={work.archivedHref}>{t('card_archived')}</OutwardLink>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

interface RelatedProps {
  readonly related: readonly CardRelated[];
  readonly onTerm: (key: TermKey) => void;
}

function Related({ related, onTerm }: RelatedProps) {
  const { t, content } = useWords();
  return (
    <section class="related">
      <h3>{t('card_related')}</h3>
      <ul>
        {related.map((term) => (
          <li key={term.key}>
            <button type="button" dir="auto" lang={content} onClick={() => onTerm(term.key)}>
              {term.label}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
