import { firstSentence } from '../../core/first-sentence.ts';
import type { TermKey } from '../../core/ids.ts';
import { findTermByKey, type PackLookUp } from '../../core/look-up.ts';
import type { MentionSummary } from '../../core/messages.ts';
import type { OutlineSection } from '../../core/page-outline.ts';
import { useWords } from '../../ui/words.ts';

interface PanelTermsProps {
  readonly sections: readonly OutlineSection[];
  readonly packs: readonly PackLookUp[];
  readonly onOpen: (term: TermKey) => void;
  readonly onJump: (mention: MentionSummary) => void;
}

/** The Terms in page order under the page's own headings. Arrows walk them, Enter opens one. */
export function PanelTerms(props: PanelTermsProps) {
  return (
    <div class="outline">
      {props.sections.map((section) => (
        <section key={section.mentions[0]?.id}>
          {section.title !== '' && <h3 dir="auto">{section.title}</h3>}
          <ol onKeyDown={walkTerms}>
            {section.mentions.map((mention) => (
              <PanelTerm key={mention.term} mention={mention} {...props} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function PanelTerm({
  mention,
  packs,
  onOpen,
  onJump,
}: PanelTermsProps & { readonly mention: MentionSummary }) {
  const { t } = useWords();
  return (
    <li data-read={mention.read}>
      <button type="button" class="bare term" onClick={() => onOpen(mention.term)}>
        <strong dir="auto">{mention.label}</strong>
        {mention.read && <span class="unseen"> {t('panel_is_read')}</span>}
        <span class="line" dir="auto">
          {firstSentence(findTermByKey(packs, mention.term)?.term.gloss ?? '')}
        </span>
      </button>
      <button
        type="button"
        class="jump"
        aria-label={t('panel_jump_to', mention.label)}
        title={t('panel_jump')}
        onClick={() => onJump(mention)}
      >
        <span aria-hidden="true">→</span>
      </button>
    </li>
  );
}

function walkTerms(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const terms = [...document.querySelectorAll<HTMLButtonElement>('.outline .term')];
  const at = terms.findIndex((term) => term.matches(':focus'));
  if (at < 0) return;
  event.preventDefault();
  terms[at + step]?.focus();
}
