import { findQuoteIn } from '../core/landing.ts';

/** Tells of each genuine click on a link that lands on a quotation, by any button that follows it. */
export function watchCitationClicks(
  root: Document | ShadowRoot,
  onFollow: (url: string, quote: string) => void,
  signal: AbortSignal,
): void {
  const onClick = (event: Event): void => {
    if (!event.isTrusted || !(event.target instanceof Element)) return;
    const link = event.target.closest('a');
    const quote = link && findQuoteIn(link.href);
    if (link && quote) onFollow(link.href, quote);
  };
  for (const type of ['click', 'auxclick']) root.addEventListener(type, onClick, { capture: true, signal });
}
