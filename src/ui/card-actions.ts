import type { TermKey } from '../core/types.ts';

export const CITATION_FORMATS = ['plain', 'markdown', 'bibtex', 'csl-json'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** What was just done, said in the card; all but copying can be undone there. */
export type CardNotice =
  | { readonly type: 'muted' | 'site-off' | 'not-this-meaning' }
  | { readonly type: 'copied' | 'copy-failed' };

/** What a reader can do in a card. An action left out has no control. */
export interface CardActions {
  readonly onTerm: (key: TermKey) => void;
  readonly onBack: () => void;
  readonly onForward: () => void;
  readonly onClose: () => void;
  readonly onPin?: () => void;
  readonly onOpenPanel?: () => void;
  readonly onCopy?: (format: CitationFormat) => void;
  readonly onMute?: () => void;
  readonly onSiteOff?: () => void;
  readonly onNotThisMeaning?: () => void;
  /** Takes back what the notice on show says. */
  readonly onUndo?: () => void;
}
