import { copySelection } from './safe-document.ts';

/** Copies a text within a reader's click or key; false when the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard object on http pages, and some refuse it by policy.
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  let isDone = false;
  const give = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    isDone = event.clipboardData !== null;
  };
  addEventListener('copy', give, { capture: true, once: true });
  copySelection();
  removeEventListener('copy', give, { capture: true });
  return isDone;
}
