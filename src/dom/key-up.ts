/** Whether no other key is held that would make a shortcut of this one; Shift does not count. */
export function isPlainKey(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.altKey && !event.metaKey;
}

/** Keeps the page from hearing the release of a key whose press was ours: it may act on either. */
export function swallowKeyUp(key: string): void {
  const swallow = (event: KeyboardEvent) => {
    if (event.key === key) event.stopImmediatePropagation();
  };
  addEventListener('keyup', swallow, { capture: true, once: true });
}
