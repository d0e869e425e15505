import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type PrepareOptions, preparePack, sha256 } from '../../src/browser/prepare-pack.ts';
import { MOST_PARTS } from '../../src/core/pack-limits.ts';
import { sealedText } from '../../src/core/pack-seal.ts';
import { rawPack } from '../core/raw-pack.ts';

const options: PrepareOptions = {
  bundled: [{ id: 'human-rights-sanctions', title: 'Human rights sanctions', publisher: 'Sidelight' }],
  nowMs: 7,
};
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const keys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
type Keys = ReturnType<typeof keys>;
const spkiOf = ({ publicKey }: Keys): string =>
  publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

/** The small pack with these fields, sealed as `pack build` does; signed where keys are given. */
async function sealed(fields: object, signer?: Keys): Promise<Record<string, unknown>> {
  const content = { ...rawPack(), publisher: 'A school', title: 'Small pack', ...fields };
  const text = new TextEncoder().encode(sealedText(content));
  const signature =
    signer && sign('sha256', text, { key: signer.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64');
  const seal = { sha256: await sha256(text), index: '0'.repeat(64), ...(signature && { signature }) };
  return { ...content, seal };
}

const faultOf = async (value: unknown, more: Partial<PrepareOptions> = {}): Promise<string | undefined> => {
  const result = await preparePack(bytesOf(value), { ...options, ...more });
  return 'fault' in result ? result.fault : undefined;
};

describe('preparePack', () => {
  test('gives a pack with what it is known by, and says how far it is', async () => {
    const bytes = bytesOf(await sealed({}));
    const phases: string[] = [];
    const result = await preparePack(bytes, { ...options, onProgress: (phase) => phases.push(phase) });
    expect(result).toMatchObject({
      id: 'small',
      isSealed: true,
      version: {
        content: await sha256(bytes),
        title: 'Small pack',
        publisher: 'A school',
        bytes: bytes.length,
        at: 7,
      },
    });
    expect('contents' in result && result.contents.names.keys.length).toBe(5);
    expect([...new Set(phases)]).toEqual(['checking', 'naming']);
  });

  test.each([
    ['{', 'not-json'],
    ['', 'not-json'],
    ['<!doctype html>', 'not-json'],
    ['\u0000', 'not-json'],
  ])('P46 %j is %s', async (text, fault) => {
    const result = await preparePack(new TextEncoder().encode(text), options);
    expect(result).toEqual({ fault });
  });

  test('P46 bytes that are no UTF-8 are refused', async () => {
    expect(await preparePack(Uint8Array.of(0x22, 0xff, 0xfe, 0x22), options)).toEqual({ fault: 'not-json' });
  });

  test('P46 a broken rule is told with its place', async () => {
    const result = await preparePack(bytesOf({ ...rawPack(), version: 7 }), options);
    expect(result).toMatchObject({ fault: 'invalid', faults: [expect.stringMatching(/^version: /)] });
  });

  test('P45 a field that reaches behind objects is refused, and nothing is touched by it', async () => {
    const text = JSON.stringify(rawPack()).replace(/^\{/, '{"__proto__":{"polluted":1},');
    expect(await preparePack(new TextEncoder().encode(text), options)).toMatchObject({ fault: 'invalid' });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('P53 a pack that passes for ours is refused', async () => {
    expect(await faultOf(await sealed({ id: 'human-rights-sanctions' }))).toBe('passes-for');
    expect(await faultOf(await sealed({ publisher: 'Sіdelight' }))).toBe('passes-for');
  });

  test('P54 a hash that is not the file’s is refused wherever it comes from', async () => {
    const whole = await sealed({});
    expect(await faultOf(whole, { mustBeSealed: true })).toBeUndefined();
    expect(await faultOf({ ...whole, title: 'Another' })).toBe('seal');
    expect(await faultOf({ ...whole, licence: 'Changed on the way' }, { mustBeSealed: true })).toBe('seal');
  });

  test('a file that somebody has laid out anew still holds, and not when a word was changed with it', async () => {
    const whole = await sealed({});
    const { seal, ...rest } = whole;
    const prepare = (text: string) => preparePack(new TextEncoder().encode(text), options);
    expect(await prepare(JSON.stringify(whole, undefined, 2))).toMatchObject({ isSealed: true });
    expect(await prepare(JSON.stringify({ seal, ...rest }))).toMatchObject({ isSealed: true });
    const changed = JSON.stringify({ seal, ...rest, title: 'Another' }, undefined, 2);
    expect(await prepare(changed)).toEqual({ fault: 'seal' });
  });

  test('P54 a second seal, or a field said twice, changes nothing of what is sealed', async () => {
    const text = JSON.stringify(await sealed({}));
    const prepare = async (file: string) => {
      const result = await preparePack(new TextEncoder().encode(file), options);
      return 'fault' in result ? result.fault : result.version.title;
    };
    expect(await prepare(text)).toBe('Small pack');
    expect(await prepare(text.replace('{', '{"title":"Another",'))).toBe('seal');
    expect(await prepare(text.replace(',"seal"', ',"title":"Another","seal"'))).toBe('seal');
    expect(await prepare(text.replace(/\}$/, ',"seal":{"sha256":"x"}}'))).toBe('invalid');
  });

  test('P54 without a hash a file may be taken, an address never', async () => {
    const { seal: _, ...bare } = await sealed({});
    expect(await faultOf(bare)).toBeUndefined();
    expect(await faultOf(bare, { mustBeSealed: true })).toBe('no-seal');
  });

  test('P54 what names a key must be signed with it', async () => {
    const [own, other] = [keys(), keys()];
    const key = spkiOf(own);
    expect(await faultOf(await sealed({ key }, own))).toBeUndefined();
    expect(await faultOf(await sealed({ key }, other))).toBe('signature');
    expect(await faultOf(await sealed({ key }))).toBe('signature');
    const { seal: _, ...bare } = await sealed({ key }, own);
    expect(await faultOf(bare)).toBe('no-seal');
  });

  test('P54 an update must be signed with the key of the version before, whatever it names itself', async () => {
    const [own, other] = [keys(), keys()];
    const key = spkiOf(own);
    expect(await faultOf(await sealed({ key: spkiOf(other) }, other), { findKey: () => key })).toBe(
      'signature',
    );
    expect(await faultOf(await sealed({}), { findKey: () => key })).toBe('signature');
    expect(await faultOf(await sealed({ key: spkiOf(other) }, own), { findKey: () => key })).toBeUndefined();
    expect(await faultOf(await sealed({}, own), { findKey: () => 'no key at all' })).toBe('signature');
  });

  test('P54 a file is held to the key of the pack that it would take the place of, and to no other’s', async () => {
    const [own, other] = [keys(), keys()];
    const findKey = (id: string) => (id === 'small' ? spkiOf(own) : spkiOf(other));
    const { seal: _, ...bare } = await sealed({});
    expect(await faultOf(bare, { findKey })).toBe('no-seal');
    expect(await faultOf(await sealed({ key: spkiOf(other) }, other), { findKey })).toBe('signature');
    expect(await faultOf(await sealed({}, own), { findKey })).toBeUndefined();
    expect(await faultOf(bare, { findKey: () => undefined })).toBeUndefined();
  });

  test('P47 what opens millions of lists is refused before it is read', async () => {
    const flood = new Uint8Array(MOST_PARTS + 1).fill(0x5b);
    const faults = ['pack: holds more than 8000000 lists and fields with values'];
    expect(await preparePack(flood, options)).toEqual({ fault: 'invalid', faults });
    expect(await preparePack(flood.subarray(1), options)).toEqual({ fault: 'not-json' });
  });

  test('P46 a name that no matcher holds is told, and nothing is half built', async () => {
    const raw = rawPack();
    const names = raw['names'] as { aliases: [string, unknown][] };
    const long = { ...names, aliases: [...names.aliases, ['x'.repeat(100), [[0, 0]]]] };
    expect(await faultOf({ ...raw, publisher: 'A school', names: long })).toBe('invalid');
  });
});
