import type { Bed } from '../e2e/harness.ts';

interface MessagesApi {
  readonly runtime: { readonly onMessage: { addListener(listen: (message: unknown) => void): void } };
}

/** From now on listens to all that pages tell the extension, beside who answers them; asked, all of it as JSON. */
export async function hearPages({ session }: Bed): Promise<() => Promise<string>> {
  await session.inExtension(() => {
    const scope = globalThis as { browser?: MessagesApi; chrome?: MessagesApi };
    const heard: unknown[] = [];
    if (!Reflect.has(globalThis, 'heard'))
      (scope.browser ?? scope.chrome)?.runtime.onMessage.addListener((message) => {
        (Reflect.get(globalThis, 'heard') as unknown[]).push(message);
      });
    Reflect.set(globalThis, 'heard', heard);
  });
  return () => session.inExtension(() => JSON.stringify(Reflect.get(globalThis, 'heard')));
}
