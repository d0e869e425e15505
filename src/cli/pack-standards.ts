import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { cslItem } from '../core/cite.ts';
import { sourceFromCsl } from '../core/csl-source.ts';
import { definedTermSet } from '../core/defined-terms.ts';
import type { Pack } from '../core/types.ts';
import { packAnnotations } from '../core/web-annotation.ts';
import { readPack, wantPackFolder } from './pack-reading.ts';
import { PlainError } from './project.ts';

const FORMS: Readonly<Record<string, (pack: Pack) => unknown>> = {
  'csl-json': (pack) => pack.sources.map((source) => cslItem(source)),
  'web-annotation': packAnnotations,
  'schema-org': definedTermSet,
};

/** Prints a pack in a form that others read, or writes it to a file. */
export async function exportPack(path: string, shown: string, form = '', out?: string): Promise<number> {
  const make = Object.hasOwn(FORMS, form) ? FORMS[form] : undefined;
  if (make === undefined)
    throw new PlainError(`"pack export" wants --as and one of ${Object.keys(FORMS).join(', ')}.`);
  const file = await readPack(path, shown);
  if (file === undefined) return 1;
  const text = `${JSON.stringify(make(file.pack), undefined, 2)}\n`;
  if (out === undefined) process.stdout.write(text);
  else await writeFile(out, text);
  return 0;
}

/** Adds the sources of a CSL-JSON file; what CSL does not know is left for an editor, and `check` names it. */
export async function addSources(file: string, shown: string, dir: string): Promise<number> {
  wantPackFolder(dir, dir);
  const items: unknown = parse(await readFile(file, 'utf8').catch(() => missing(shown)), shown);
  const sources = (Array.isArray(items) ? items : [items]).flatMap((item) => sourceFromCsl(item) ?? []);
  if (sources.length === 0) throw new PlainError(`${shown} holds no CSL-JSON item with a title.`);
  await mkdir(join(dir, 'sources'), { recursive: true });
  for (const { id, fields } of sources) {
    const target = join(dir, 'sources', `${id}.yaml`);
    if (existsSync(target)) {
      console.log(`sources/${id}.yaml is there already; left as it is`);
      continue;
    }
    const head = '# yaml-language-server: $schema=../schema/source.json\n';
    await writeFile(
      target,
      head + stringify(fields, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }),
    );
    console.log(`sources/${id}.yaml`);
  }
  return 0;
}

function missing(shown: string): never {
  throw new PlainError(`There is no ${shown}.`);
}

function parse(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PlainError(`${shown} is not JSON.`);
  }
}
