/** Newer than the oldest browsers that are supported: Chrome 126, Firefox 149, each on Android too. */
type CloseWatcherType = new (options: { readonly signal: AbortSignal }) => EventTarget;

/**
 * Hears the browser's own request to close what is on top, which is Back on Android, once; the page's history is
 * neither read nor changed. Where the browser has no such request, nothing is heard and Back leaves the page.
 */
export function watchCloseRequest(onRequest: () => void, signal: AbortSignal): void {
  const { CloseWatcher } = globalThis as { CloseWatcher?: CloseWatcherType };
  if (CloseWatcher === undefined) return;
  new CloseWatcher({ signal }).addEventListener('close', onRequest, { signal });
}
