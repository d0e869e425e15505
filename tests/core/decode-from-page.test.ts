import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeFromPage } from '../../src/core/decode-from-page.ts';

const words = { nearbyWords: [] };

test.each([
  [{ type: 'page.changed', count: 3 }, true],
  [{ type: 'page.changed', count: '3' }, false],
  [{ type: 'page.changed', count: Number.NaN }, false],
  [{ type: 'page.changed', count: -1 }, false],
  [{ type: 'page.style', plain: 'a', inLink: 'b' }, true],
  [{ type: 'page.style', plain: 'a', inLink: 'b', quote: 7 }, false],
  [{ type: 'card.load' }, true],
  [{ type: 'names.get', stamp: 's', keys: [7] }, false],
  [{ type: 'card.get', term: 'p/t', context: words }, true],
  [{ type: 'card.get', term: 'p/t', context: { ...words, surface: 'the Act' } }, true],
  [{ type: 'card.get', term: 'p/t', context: { ...words, surface: 7 } }, false],
  [{ type: 'card.get', term: 'p/t', context: { ...words, why: { rule: 'alias', evidence: [] } } }, true],
  [{ type: 'card.get', term: 'p/t', context: { ...words, why: { rule: 'alias' } } }, false],
  [{ type: 'card.get', term: 'p/t', context: { ...words, pageDate: { date: 2012, from: 'meta' } } }, false],
  [{ type: 'card.get', term: 'p/t', context: { nearbyWords: [1] } }, false],
  [{ type: 'card.get', term: 'p/t', context: null }, false],
  [{ type: 'card.get', term: 'p/t', context: {} }, false],
  [{ type: 'card.get', term: 'x'.repeat(301), context: words }, false],
  [{ type: 'card.get', term: 'p/t', context: { ...words, also: ['q/t'] } }, true],
  [{ type: 'card.get', term: 'p/t', context: { ...words, also: 'q/t' } }, false],
  [{ type: 'site.set', active: false }, true],
  [{ type: 'site.set' }, false],
  [{ type: 'term.mute', term: 'p/t', muted: 1 }, false],
  [Object.create({ type: 'card.load' }), false],
  [{ type: 'toString' }, false],
  [{ type: '__proto__' }, false],
  [{}, false],
  [null, false],
  ['card.load', false],
])('%j is known: %s', (message, known) => {
  expect(decodeFromPage(message) !== undefined).toBe(known);
});

const told = { cues: [], named: [], rivals: [], shorts: [] };
const nothingTold = { packs: {}, keys: [] };
const ask = (fields: object) => ({
  ...{ type: 'passages.decide', texts: ['the Act'], memory: nothingTold, packsOff: [] },
  ...fields,
});
const askWith = (evidence: object) => ask({ memory: { packs: { p: { ...told, ...evidence } }, keys: [] } });
const packsOf = (most: number) => Object.fromEntries(Array.from({ length: most }, (_, at) => [at, told]));
const parsed = (json: string): object => JSON.parse(json);

test.each<[string, object, boolean]>([
  ['nothing told', ask({}), true],
  ['no texts', ask({ texts: [] }), true],
  ['a stamp', ask({ stamp: 's' }), true],
  ['what a page told', askWith({ cues: [[7, 'court']], named: [[0, 'Act']], rivals: ['stone'] }), true],
  ['short forms', askWith({ shorts: [['A.B. Act-2', [0, null]]] }), true],
  ['as many texts as may be', ask({ texts: Array(1_000).fill('a') }), true],
  ['keys of both signs', ask({ memory: { packs: {}, keys: [-1, 7] } }), true],
  ['a Pack called __proto__', ask({ memory: parsed('{"packs":{"__proto__":null},"keys":[]}') }), false],
  ['what else is called __proto__', ask({ texts: parsed('{"__proto__":[]}') }), false],
  ['texts that are inherited', Object.create(ask({})), false],
  ['a memory that is inherited', ask({ memory: Object.create(nothingTold) }), false],
  ['evidence that is inherited', ask({ memory: { packs: { p: Object.create(told) }, keys: [] } }), false],
  [
    'evidence without short forms',
    ask({ memory: { packs: { p: { ...told, shorts: undefined } }, keys: [] } }),
    false,
  ],
  ['no memory', ask({ memory: undefined }), false],
  ['a list of Packs', ask({ memory: { packs: [told], keys: [] } }), false],
  ['no texts at all', ask({ texts: undefined }), false],
  ['one text', ask({ texts: 'the Act' }), false],
  ['a number for a text', ask({ texts: [7] }), false],
  ['a text in a list', ask({ texts: [['the Act']] }), false],
  ['too many texts', ask({ texts: Array(1_001).fill('a') }), false],
  ['too long a text', ask({ texts: ['a'.repeat(1_000_001)] }), false],
  ['too much text', ask({ texts: Array(11).fill('a'.repeat(100_000)) }), false],
  ['as many Packs off as settings hold', ask({ packsOff: Array(10_000).fill('p') }), true],
  ['more Packs off', ask({ packsOff: Array(10_001).fill('p') }), false],
  ['what it told a hundred Packs', ask({ memory: { packs: packsOf(100), keys: [] } }), true],
  ['what it told more Packs', ask({ memory: { packs: packsOf(101), keys: [] } }), false],
  ['no Packs', ask({ packsOff: undefined }), false],
  ['a number for a Pack', ask({ packsOff: [7] }), false],
  ['a number for a stamp', ask({ stamp: 7 }), false],
  ['a long stamp', ask({ stamp: 's'.repeat(301) }), false],
  ['too many keys', ask({ memory: { packs: {}, keys: Array(20_001).fill(1) } }), false],
  ['a key that is no number', ask({ memory: { packs: {}, keys: ['7'] } }), false],
  ['half a key', ask({ memory: { packs: {}, keys: [0.5] } }), false],
  ['a cue of no number', askWith({ cues: [['7', 'court']] }), false],
  ['a cue below zero', askWith({ cues: [[-1, 'court']] }), false],
  ['a cue in a long word', askWith({ cues: [[7, 'a'.repeat(301)]] }), false],
  ['a cue of three', askWith({ cues: [[7, 'court', 7]] }), false],
  ['a name that is no pair', askWith({ named: [7] }), false],
  ['a rival that is no word', askWith({ rivals: [{}] }), false],
  ['a meaning that is no Term', askWith({ shorts: [['Act', ['0']]] }), false],
  ['a form without meanings', askWith({ shorts: [['Act']] }), false],
  ['more forms than may be', askWith({ shorts: Array(1_001).fill(['Act', [0]]) }), false],
  ...['', ' ', 'Act ', 'the  Act', '(', '(a+)+', '[a', '.*', 'a|b', '\\', 'a\nb', 'a{9}'].map(
    (form): [string, object, boolean] => [`the form ${form}`, askWith({ shorts: [[form, [0]]] }), false],
  ),
])('P38 passages to be decided, with %s: %#', (_, message, known) => {
  expect(decodeFromPage(message) !== undefined).toBe(known);
});

test('P38 a field that no shape has is left behind', () => {
  const message = { type: 'site.set', active: false, hostname: 'bank.example', files: ['x.js'] };
  expect(decodeFromPage(message)).toEqual({ type: 'site.set', active: false });
});

test('P38 10,000 forged messages are refused or known, and never throw', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      decodeFromPage(data);
    }),
    { numRuns: 10_000 },
  );
});
