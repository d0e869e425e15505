import { expect, test } from 'vitest';
import { sealedBytes, sealedText } from '../../src/core/pack-seal.ts';

const seal = { sha256: 'a'.repeat(64), index: 'b'.repeat(64) };
const signed = { ...seal, signature: 'c'.repeat(86) };
const find = (text: string): string | undefined => {
  const bytes = sealedBytes(new TextEncoder().encode(text));
  return bytes && new TextDecoder().decode(bytes);
};
const inside = JSON.stringify({ seal }).slice(1);

test.each([
  ['{"format":2,"title":"Ä"}', seal, ''],
  ['{"format":2,"title":"Ä"}', signed, '\n'],
  [`{"title":${JSON.stringify(`,${inside}`)}}`, seal, '\r\n '],
  [`{"a":{"b":1,${inside}}`, signed, ''],
  ['{"seal":1}', seal, ''],
])('what is sealed of %s is read off the file', (content, own, end) => {
  const file = `${content.slice(0, -1)},"seal":${JSON.stringify(own)}}${end}`;
  expect(find(file)).toBe(content);
  if (!content.startsWith('{"seal"')) expect(sealedText(JSON.parse(file))).toBe(content);
});

test.each([
  ['', 'nothing'],
  ['{}', 'no seal'],
  [JSON.stringify({ seal, title: 'x' }), 'the seal comes first'],
  [JSON.stringify({ title: 'x', seal }, undefined, 1), 'not compact'],
  [JSON.stringify({ title: 'x', seal: { ...seal, more: 1 } }), 'another field'],
  [JSON.stringify({ title: 'x', seal: { ...seal, sha256: 'A' } }), 'no hash'],
  [JSON.stringify([{ title: 'x', seal }]), 'deeper'],
  [`${JSON.stringify({ title: 'x', seal })}x`, 'something behind it'],
  [JSON.stringify({ title: `x,${inside}` }), 'within a text'],
])('nothing of %s: %s', (text) => {
  expect(find(text)).toBeUndefined();
});
