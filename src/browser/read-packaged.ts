import { browser } from './api.ts';

/** The JSON of a file of the extension's own package; the build has checked it. */
export async function readPackaged<T>(file: string): Promise<T> {
  const response = await fetch(browser.runtime.getURL(file));
  return (await response.json()) as T;
}
