import type { ComponentChildren } from 'preact';
import { useWords } from './words.ts';

interface OutwardLinkProps {
  readonly href: string;
  readonly class?: string;
  readonly lang?: string;
  readonly children: ComponentChildren;
}

/** A link out of the card: a web address in a new tab, or plain text when it is none. */
export function OutwardLink({ href, class: name, lang, children }: OutwardLinkProps) {
  const { t } = useWords();
  if (!isWebAddress(href)) return <span class={name}>{children}</span>;
  return (
    <a class={name} href={href} target="_blank" rel="noopener noreferrer" lang={lang} dir="auto">
      {children}
      <span class="unseen"> {t('card_new_tab')}</span>
    </a>
  );
}

function isWebAddress(href: string): boolean {
  return URL.canParse(href) && /^https?:$/.test(new URL(href).protocol);
}
