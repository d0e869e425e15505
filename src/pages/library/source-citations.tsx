import { useState } from 'preact/hooks';
import { type CitationFormat, formatCitation } from '../../core/cite.ts';
import type { Source } from '../../core/types.ts';
import { copyText } from '../../dom/clipboard.ts';
import { CITATION_FORMATS } from '../../ui/card-actions.ts';
import { useWords } from '../../ui/words.ts';

/** The reference in every format, to read and to copy. */
export function SourceCitations({ source }: { readonly source: Source }) {
  const { t } = useWords();
  const [format, setFormat] = useState<CitationFormat>('plain');
  const [said, setSaid] = useState('');
  const text = formatCitation(format, source);
  const copy = (): void =>
    void copyText(text).then((isDone) =>
      setSaid(t(isDone ? 'card_notice_copied' : 'card_notice_copy_failed')),
    );
  return (
    <section class="citations">
      <h3>{t('library_cite')}</h3>
      <fieldset class="choices">
        <legend class="unseen">{t('library_cite')}</legend>
        {CITATION_FORMATS.map((name) => (
          <button key={name} type="button" aria-pressed={name === format} onClick={() => setFormat(name)}>
            {t(`card_cite_${name.replace('-', '_')}`)}
          </button>
        ))}
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <pre tabIndex={0}>{text}</pre>
      <p class="choices">
        <button type="button" onClick={copy}>
          {t('library_copy')}
        </button>
        <span role="status">{said}</span>
      </p>
    </section>
  );
}
