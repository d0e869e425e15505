import { createFindPlaces, type Span } from '../core/find-places.ts';
import { keepWeakly } from '../core/keep-weakly.ts';
import { loadWholeLook } from './bundled-data.ts';
import type { PageStart } from './page-door.ts';

/**
 * Where in a text something may be mentioned, or stands that tells which Term is meant. The tables are made anew after
 * a collection of garbage: a page at rest keeps none.
 */
export function createPageLook(
  { settings, added }: Pick<PageStart, 'settings' | 'added'>,
  findForms: () => readonly string[],
): (text: string) => readonly Span[] {
  const findLooks = keepWeakly(() => [
    loadWholeLook(settings.packsOff),
    ...(added ? [added.createWhole()] : []),
  ]);
  // Short forms such as "the Act" are names here and on no other page.
  let forms: readonly string[] = [];
  let findShort = createFindPlaces(forms);
  return (text) => {
    if (forms !== findForms()) {
      forms = findForms();
      findShort = createFindPlaces(forms);
    }
    return [...findLooks().flatMap((look) => look(text)), ...findShort(text)];
  };
}
