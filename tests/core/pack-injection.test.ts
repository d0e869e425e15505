import { describe, expect, test, vi } from 'vitest';
import { buildCard } from '../../src/core/card.ts';
import { formatCitation } from '../../src/core/cite.ts';
import type { TermKey } from '../../src/core/ids.ts';
import { createPackLookUp } from '../../src/core/look-up.ts';
import { decodePackFile } from '../../src/core/pack-file.ts';
import type { Pack } from '../../src/core/types.ts';
import { payloads } from './injection-payloads.ts';
import { type Path, rawPack, rawWith } from './raw-pack.ts';

// A busy machine takes ten times as long.
vi.setConfig({ testTimeout: 60_000 });

/** Every place of a pack file that holds a text. */
function textPlaces(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textPlaces(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** One place for each kind of field: lists by their first entry. */
const fields = new Map(
  textPlaces(rawPack()).map((path) => [
    path.map((key) => (typeof key === 'number' ? '#' : key)).join('.'),
    path,
  ]),
);

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);

test('there are at least 200 payloads and every kind of text field is tried', () => {
  expect(new Set(payloads).size).toBeGreaterThanOrEqual(200);
  expect([...fields.keys()]).toEqual(
    expect.arrayContaining(['title', 'terms.#.gloss', 'sources.#.url', 'names.aliases.#.#']),
  );
  expect(fields.size).toBeGreaterThan(45);
});

describe('P43 a payload is refused, or comes through as the very same text and nothing else', () => {
  test.each([...fields])('in %s', (_, path) => {
    for (const payload of payloads) {
      const decoded = decodePackFile(rawWith(path, payload));
      if ('faults' in decoded) expect(decoded.faults.length).toBeGreaterThan(0);
      else {
        const file = { ...decoded.file.pack, names: decoded.file.names };
        expect([path, at(file, path)]).toEqual([path, payload]);
        expect(Object.keys(file).sort()).toEqual(
          Object.keys(rawPack())
            .filter((key) => key !== 'format')
            .sort(),
        );
      }
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('no link of any field takes any payload', () => {
    const links = [...fields].filter(([name]) => /url$|homepage$/i.test(name));
    expect(links.length).toBeGreaterThan(2);
    for (const [, path] of links)
      for (const payload of payloads) expect(decodePackFile(rawWith(path, payload))).toHaveProperty('faults');
  });
});

describe('P43 what is built from a pack full of payloads is still only text', () => {
  const marked = payloads.filter(
    (payload) => 'file' in decodePackFile(rawWith(['terms', 0, 'gloss'], payload)),
  );

  test('the card carries them as they are', () => {
    expect(marked.length).toBeGreaterThan(100);
    for (const payload of marked) {
      const pack = rawWith(['terms', 0, 'gloss'], payload) as unknown as Pack;
      const card = buildCard([createPackLookUp(pack)], 'small/magnitsky-act' as TermKey, { nearbyWords: [] });
      expect(JSON.stringify(card)).toContain(JSON.stringify(payload).slice(1, -1));
    }
  });

  test('a citation to copy keeps its form: no payload ends a field of Markdown or BibTeX', () => {
    for (const payload of marked.filter((text) => text.length <= 200)) {
      const pack = rawWith(['sources', 0, 'title'], payload) as unknown as Pack;
      const [source] = pack.sources;
      if (source === undefined) throw new Error('the small pack has a source');
      const bibtex = formatCitation('bibtex', source).replace(/\\[{}]/g, '');
      expect(bibtex.split('{').length).toBe(bibtex.split('}').length);
      expect(formatCitation('markdown', source).match(/(?<!\\)\]\(/g)).toHaveLength(1);
      expect(JSON.parse(formatCitation('csl-json', source))).toHaveLength(1);
    }
  });
});
