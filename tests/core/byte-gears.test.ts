import { expect, test } from 'vitest';
import { codeAt, hashAll, isLetterByte, readyGears, SPECIAL } from '../../src/core/byte-gears.ts';
import { gearOf, hashUnit } from '../../src/core/token-cursor.ts';

const byte = (char: string) => char.charCodeAt(0);

test('capitals have the gear of small letters; signs none; the dot and what is beyond ASCII are special', () => {
  const gear = (char: string) => readyGears()[byte(char)];
  expect([gear('a'), gear('A'), gear(','), gear(' ')]).toEqual([gearOf(0x61), gearOf(0x61), 0, 0]);
  expect([gear('.'), readyGears()[0x80], readyGears()[0xff]]).toEqual([SPECIAL, SPECIAL, SPECIAL]);
});

test.each(['é', 'Ж', '刘', '\uffff', '😀'])('%s is read from its bytes', (char) => {
  const bytes = new TextEncoder().encode(`x${char}`);
  expect(codeAt(bytes, 1, bytes.length - 1)).toBe(char.codePointAt(0));
});

test('letters are those of ASCII', () => {
  expect([...'azAZ'].every((char) => isLetterByte(byte(char)))).toBe(true);
  expect([...'09_@[`{', 'á', 'Á'].some((char) => isLetterByte(byte(char)))).toBe(false);
});

test('units are hashed one after the other', () => {
  expect(hashAll(0, 'ab')).toBe(hashUnit(hashUnit(0, gearOf(0x61)), gearOf(0x62)));
  expect(hashAll(7, '')).toBe(7);
});
