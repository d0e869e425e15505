import { useEffect, useRef } from 'preact/hooks';
import { buildCard } from '../../core/card.ts';
import type { TermKey } from '../../core/ids.ts';
import type { PackLookUp } from '../../core/look-up.ts';
import type { MentionSummary } from '../../core/messages.ts';
import { firstMentions, outlinePage } from '../../core/page-outline.ts';
import { findTouchedQuestions } from '../../core/page-questions.ts';
import { CardBody } from '../../ui/card-body.tsx';
import { CardHead } from '../../ui/card-head.tsx';
import { Fold } from '../../ui/fold.tsx';
import { QuestionView } from '../../ui/question-view.tsx';
import { countText, useWords } from '../../ui/words.ts';
import { reasonKey, type TabPage } from '../tab-page.ts';
import { PanelTerms } from './panel-terms.tsx';

interface PanelViewProps {
  readonly page: TabPage;
  readonly packs: readonly PackLookUp[];
  /** The Term whose card stands in the panel. */
  readonly open: TermKey | undefined;
  readonly onOpen: (term: TermKey | undefined) => void;
  readonly onJump: (mention: MentionSummary) => void;
}

/** Beside the page: its Terms before one reads, the questions it touches, and any Term's whole card. */
export function PanelView(props: PanelViewProps) {
  const { t } = useWords();
  return (
    <main class="panel">
      <h1 class="unseen">{t('panel_title')}</h1>
      {props.open === undefined ? <Overview {...props} /> : <OpenTerm {...props} term={props.open} />}
      <nav aria-label={t('toolbar_more')}>
        <a href="../library/library.html" target="_blank" rel="noopener">
          {t('toolbar_library')}
        </a>
        <a href="../options/options.html" target="_blank" rel="noopener">
          {t('toolbar_options')}
        </a>
      </nav>
    </main>
  );
}

function Overview({ page, packs, onOpen, onJump }: PanelViewProps) {
  const words = useWords();
  const mentions = page.state?.mentions ?? [];
  const firsts = firstMentions(mentions);
  if (firsts.length === 0) {
    return <p class="nothing">{words.t(reasonKey(page.verdict))}</p>;
  }
  const seen = firsts.filter(({ read }) => read).length;
  return (
    <>
      <section>
        <h2>{words.t('panel_before')}</h2>
        <p class="fine" role="status">
          {countText(words, 'toolbar_terms', firsts.length)}
          {seen > 0 && ` · ${countText(words, 'panel_read', seen)}`}
        </p>
        {page.verdict !== 'marked' && <p class="fine">{words.t(reasonKey(page.verdict))}</p>}
        <PanelTerms sections={outlinePage(mentions)} packs={packs} onOpen={onOpen} onJump={onJump} />
        {page.state?.capped && <p class="fine">{words.t('toolbar_capped')}</p>}
      </section>
      <Questions packs={packs} terms={firsts.map(({ term }) => term)} />
    </>
  );
}

function Questions({ packs, terms }: { readonly packs: readonly PackLookUp[]; readonly terms: TermKey[] }) {
  const { t } = useWords();
  const touched = findTouchedQuestions(packs, terms);
  if (touched.length === 0) return null;
  return (
    <section>
      <h2>{t('panel_questions')}</h2>
      <div class="card in-page questions">
        {touched.map(({ question }) => (
          <Fold key={question.id} label={<bdi>{question.text}</bdi>} class="question">
            <QuestionView question={question} />
          </Fold>
        ))}
      </div>
    </section>
  );
}

function OpenTerm({ packs, page, term, onOpen, onJump }: PanelViewProps & { readonly term: TermKey }) {
  const { t } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  const card = buildCard(packs, term, { nearbyWords: [] });
  const mention = firstMentions(page.state?.mentions ?? []).find((one) => one.term === term);
  useEffect(() => title.current?.focus(), [term]);
  useEffect(() => {
    const life = new AbortController();
    const back = ({ key }: KeyboardEvent): void => (key === 'Escape' ? onOpen(undefined) : undefined);
    addEventListener('keydown', back, { signal: life.signal });
    return () => life.abort();
  }, [onOpen]);
  return (
    <section>
      <p class="steps">
        <button type="button" class="bare" onClick={() => onOpen(undefined)}>
          {t('panel_back')}
        </button>
        {mention && (
          <button type="button" class="bare" onClick={() => onJump(mention)}>
            {t('panel_jump')}
          </button>
        )}
      </p>
      {card && (
        <article class="card in-page" key={card.key}>
          <p class="small" dir="auto">
            {card.kindLine}
          </p>
          <CardHead card={card} titleId="title" titleRef={title} />
          <div class="scroll">
            <CardBody card={card} onTerm={onOpen} />
          </div>
        </article>
      )}
    </section>
  );
}
