import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas } from '../compiler/json-schema.ts';

const DIR = 'data/schema';

await mkdir(DIR, { recursive: true });
for (const [name, text] of jsonSchemas()) await writeFile(join(DIR, name), text);
console.log(`${jsonSchemas().size} schemas written to ${DIR}`);
