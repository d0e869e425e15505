/** Runs a change of ours, so that the watch does not take it for a foreign one. */
export type OwnChange = <T>(change: () => T) => T;

/**
 * Watches the card's own tree and host. A change that did not go through the returned function calls `onForeign`
 * before the next paint: a closed shadow root is no wall (`window.find` leads into it).
 */
export function watchTampering(
  host: Element,
  shadow: ShadowRoot,
  onForeign: () => void,
  signal: AbortSignal,
): OwnChange {
  const check = (records: readonly MutationRecord[]) => {
    if (!signal.aborted && records.length > 0) onForeign();
  };
  const observer = new MutationObserver(check);
  const everything = { childList: true, characterData: true, attributes: true, subtree: true };
  observer.observe(shadow, everything);
  observer.observe(host, everything);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return (change) => {
    check(observer.takeRecords());
    try {
      return change();
    } finally {
      observer.takeRecords();
    }
  };
}
