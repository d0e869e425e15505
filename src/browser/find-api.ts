/**
 * The extension API inside a page. An element or a frame of the page with the id `chrome` stands on the global in its
 * place, so what is found there must be able to send a message.
 */
export function findApi(): object {
  // One after the other: what is looked at the browser makes then, which takes a millisecond.
  found ??= readGlobal('browser') ?? readGlobal('chrome');
  if (found === undefined) throw new Error('not inside an extension');
  return found;
}

let found: object | undefined;

function readGlobal(name: string): object | undefined {
  try {
    const value: unknown = Reflect.get(globalThis, name);
    const isApi =
      typeof (value as { runtime?: { sendMessage?: unknown } })?.runtime?.sendMessage === 'function';
    return isApi ? (value as object) : undefined;
  } catch {
    // A frame of another origin may not even be looked at.
    return undefined;
  }
}
