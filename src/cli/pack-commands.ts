import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { compileCorpus } from '../compiler/compile-pack.ts';
import type { Signer } from '../compiler/compile-pack-file.ts';
import { jsonSchemas } from '../compiler/json-schema.ts';
import { sortProblems } from '../compiler/problem.ts';
import { readCorpus } from '../compiler/read-corpus.ts';
import { verifyTexts } from '../compiler/verify-texts.ts';
import { diffLines } from '../core/diff-lines.ts';
import { diffPacks } from '../core/pack-diff.ts';
import { ID_FORM } from '../core/pack-limits.ts';
import { buildFolder, printProblems, readPack, wantPackFolder, withProgress } from './pack-reading.ts';
import { inProject, PlainError } from './project.ts';
import { readTexts } from './source-texts.ts';

const TEMPLATE = inProject('src', 'cli', 'pack-template');

/** A new folder with a worked example and the schemas that editors complete from. */
export async function initPack(dir: string, shown: string): Promise<number> {
  const id = basename(dir);
  if (!ID_FORM.test(id))
    throw new PlainError(`"${id}" cannot be a pack's id: use lower-case letters, digits and single hyphens.`);
  const inside = await readdir(dir).catch(() => []);
  if (inside.length > 0) throw new PlainError(`${shown} is not empty; nothing was written.`);
  await cp(TEMPLATE, dir, { recursive: true });
  await mkdir(join(dir, 'schema'), { recursive: true });
  for (const [name, text] of jsonSchemas()) await writeFile(join(dir, 'schema', name), text);
  console.log(`A pack with a worked example stands in ${shown}. Next:`);
  console.log(`  npm run pack -- check ${shown} --articles ${join(shown, 'texts')}`);
  console.log(`  npm run pack -- build ${shown}`);
  console.log(`  npm run pack -- preview ${shown}`);
  return 0;
}

/** Prints every problem; with the sources' texts, holds each quotation against them. */
export async function checkPack(dir: string, shown: string, articles?: string): Promise<number> {
  wantPackFolder(dir, shown);
  const texts = articles === undefined ? undefined : await readTexts(articles);
  const problems = await withProgress(async (onProgress) => {
    const { corpus, problems: faults } = await readCorpus(dir, onProgress);
    if (corpus === undefined) return faults;
    const checked = compileCorpus(corpus, faults, onProgress).problems;
    return sortProblems([...checked, ...(texts === undefined ? [] : verifyTexts(corpus, texts))]);
  });
  if (problems.length > 0) printProblems(problems);
  else
    console.log(
      `${shown} has no problems${texts === undefined ? '' : `; every quotation stands in its text`}.`,
    );
  return problems.length === 0 ? 0 : 1;
}

/** Writes the pack file and its tables, and prints their sizes and sha256. */
export async function buildPackTo(
  dir: string,
  shown: string,
  out: string,
  keyFile?: string,
): Promise<number> {
  const built = await buildFolder(dir, shown, keyFile === undefined ? undefined : await readSigner(keyFile));
  if (built === undefined) return 1;
  const { id, version, terms, key } = built.file.pack;
  if (keyFile !== undefined && key === undefined)
    throw new PlainError('The pack is signed but names no key: put the public key into pack.yaml as "key".');
  await mkdir(out, { recursive: true });
  const file = join(out, `${id}.pack.json`);
  const tables = join(out, `${id}.index`);
  await writeFile(`${file}.part`, built.text);
  await rm(file, { force: true });
  await cp(`${file}.part`, file);
  await rm(`${file}.part`);
  await writeFile(tables, built.index);
  const { seal } = built.file;
  console.log(`${id} ${version}: ${terms.length} terms`);
  console.log(`  ${file}  ${Buffer.byteLength(built.text)} bytes  sha256 of its content ${seal?.sha256}`);
  console.log(`  ${tables}  ${built.index.length} bytes  sha256 ${seal?.index}`);
  return 0;
}

/** Prints what differs between two packs. */
export async function diffPackFiles(
  before: string,
  after: string,
  shown: readonly string[],
): Promise<number> {
  const old = await readPack(before, shown[0] ?? before);
  const now = await readPack(after, shown[1] ?? after);
  if (old === undefined || now === undefined) return 1;
  if (old.pack.id !== now.pack.id)
    throw new PlainError(
      `These are two packs, "${old.pack.id}" and "${now.pack.id}", not two states of one.`,
    );
  for (const line of diffLines(diffPacks(old, now))) console.log(line);
  return 0;
}

/** A new key pair: the private key into a file that only its owner reads, the public one for pack.yaml. */
export async function makeKey(file: string, shown: string): Promise<number> {
  if (existsSync(file)) throw new PlainError(`${shown} is there already; a key is never written over.`);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  console.log(`${shown} signs: keep it to yourself, and keep a copy. In pack.yaml:`);
  console.log(`key: ${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`);
  return 0;
}

async function readSigner(file: string): Promise<Signer> {
  const pem = await readFile(file, 'utf8').catch(() => {
    throw new PlainError(`There is no key ${file}. Make one with: npm run pack -- key ${file}`);
  });
  const key = readKey(pem, file);
  return (bytes) => sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }).toString('base64');
}

function readKey(pem: string, file: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key;
  } catch {
    // Told below, in one sentence for every way of being no key.
  }
  throw new PlainError(`${file} is no private key of the kind that "pack key" makes.`);
}
