import type { CitationFormat } from '../core/cite.ts';
import type { TermKey } from '../core/ids.ts';

/** In the order of the menu. */
export const CITATION_FORMATS: readonly CitationFormat[] = ['plain', 'markdown', 'bibtex', 'csl-json'];

/** What was just done or could not be, said in the card; choices can be undone there. */
export type CardNotice =
  | { readonly type: 'muted' | 'site-off' | 'not-this-meaning' }
  | { readonly type: 'copied' | 'copy-failed' | 'not-stored' };

/** What a reader can do in a card. An action left out has no control. */
export interface CardActions {
  readonly onTerm: (key: TermKey) => void;
  readonly onBack: () => void;
  readonly onForward: () => void;
  readonly onClose: () => void;
  readonly onPin?: () => void;
  readonly onOpenPanel?: () => void;
  /** The text is that of the card's `citations`; whether it could be copied comes back as a notice. */
  readonly onCopy?: (text: string, format: CitationFormat) => void;
  readonly onMute?: () => void;
  readonly onSiteOff?: () => void;
  readonly onNotThisMeaning?: () => void;
  /** Takes back what the notice on show says. */
  readonly onUndo?: () => void;
}
