import { expect, test, vi } from 'vitest';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import { decodePackFile } from '../../src/core/pack-file.ts';
import { buildPackIndex } from '../../src/core/pack-index.ts';
import { sealedText } from '../../src/core/pack-seal.ts';

// A busy machine takes ten times as long.
vi.setConfig({ testTimeout: 60_000 });

const { pack, names, index } = await compilePack('data/human-rights-sanctions');

test('tables made from the file are, byte for byte, those that the build made', () => {
  const decoded = decodePackFile(JSON.parse(JSON.stringify({ format: 2, ...pack, names })));
  if ('faults' in decoded) throw new Error(decoded.faults.join('\n'));
  const built = buildPackIndex(decoded.file.pack, decoded.file.names);
  expect(Buffer.from(built).equals(index ?? new Uint8Array())).toBe(true);
});

test('a seal is over all but itself, whatever the blanks of the file', () => {
  const text = '{ "format": 2, "seal": { "sha256": "x" },\n "title": "A  b" }';
  expect(sealedText(JSON.parse(text))).toBe('{"format":2,"title":"A  b"}');
});
