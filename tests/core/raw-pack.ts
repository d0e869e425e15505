import { smallPack } from '../fixtures/small-pack.ts';

type Raw = Record<string, unknown>;
export type Path = readonly (string | number)[];

/** Names of the small pack: a plain alias, one with a rule, one that is only asked for, one that means nothing. */
const names = {
  pageCues: 1,
  aliases: [
    ['Congress', []],
    ['Magnitsky Act', [[0, 0]]],
    ['Section 402', [[1, 1]]],
    ['asset freeze', [[3, 0]]],
    ['Magnitsky Street', []],
  ],
  rules: [{ letters: 'Aa', needs: [0, [-1, 1]], within: 'page', notBefore: ['of'] }],
};

/** A fresh copy of a pack file in which every rule holds, as JSON.parse gives it. */
export function rawPack(): Raw {
  return structuredClone({ format: 2, ...smallPack, names }) as unknown as Raw;
}

/** The same with one value set, or taken out when it is `undefined`. */
export function rawWith(path: Path, value: unknown): Raw {
  const whole = rawPack();
  const last = path.at(-1) ?? '';
  const at = path.slice(0, -1).reduce<Raw>((inner, key) => inner[key] as Raw, whole);
  if (value === undefined) delete at[last];
  else at[last] = value;
  return whole;
}
