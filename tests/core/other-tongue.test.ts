import { expect, test } from 'vitest';
import { isOtherTongue } from '../../src/core/other-tongue.ts';

test.each([
  ['retenues par des ', ' de la Marine et du corps', true],
  ['Sin ', ', los Estados Unidos y Cuba no han firmado el acuerdo', true],
  ['Die Regierung spricht von ', ' und der Westen', true],
  ['the Corps de la ', ' et du Nord', false],
  ['Le Monde says ', ' in La Paz rose', false],
  ['', ' rose', false],
])('%j … %j: %s', (before, after, expected) => expect(isOtherTongue({ before, after })).toBe(expected));
