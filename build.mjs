// Builds dist/chrome and dist/firefox (unpacked) and a zip of each from one manifest and one set of sources.
// Run as `npm run build`, or `node build.mjs`. Two runs give the same bytes.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(fileURLToPath(import.meta.url));
const FIRST_NODE_THAT_RUNS_TYPESCRIPT = 24;

/**
 * Bytes a bundle may weigh, minified (R11). Every page gets `start` and `first-look`; `second-look` and `page` come
 * only where the first look finds something, `card` with the first card. What decides is with the background.
 */
const BUDGETS = {
  'content/start.js': 40 * 1024,
  'content/first-look.js': 16 * 1024,
  'content/second-look.js': 16 * 1024,
  'content/page.js': 36 * 1024,
  'content/card.js': 60 * 1024,
  'content/landing.js': 60 * 1024,
  'content/landing-views.js': 60 * 1024,
};
/** And the index of a pack, which the background reads whenever it wakes. */
const INDEX_BUDGET = 60 * 1024;

/** In every page. */
const START = 'content/start';

/**
 * Those that come to where START is at work. One character above U+00FF in a script, and the browser keeps two bytes
 * for each: in these they are in ASCII.
 */
const PLAIN = new Set([START, 'content/page']);

const BROWSERS = ['chrome', 'firefox'];
const TARGETS = ['chrome128', 'firefox146'];
const PAGES = ['toolbar', 'panel', 'library', 'options', 'welcome'];

/** Every moment in a zip is the same, so that two builds are byte-equal. */
const ZIP_TIME = new Date(2020, 0, 1);

/** Builds everything; throws an Error whose message lists every problem. */
export async function build({ dist = path.join(root, 'dist'), only = BROWSERS, also = [] } = {}) {
  const [esbuild, { zipSync }] = await Promise.all([import('esbuild'), import('fflate')]);
  const { packs, included, example } = await compilePacks(also);
  const scripts = await bundleScripts(esbuild, example);
  const shared = new Map([
    ...scripts,
    ...(await packFiles(packs)),
    ...includedFiles(included),
    ...(await staticFiles()),
  ]);
  // A pack of somebody's own may be of any size; readers get it another way.
  if (also.length === 0) checkBudgets(shared);
  const manifest = JSON.parse(await readFile(path.join(root, 'manifest.json'), 'utf8'));
  for (const browser of only) {
    const files = new Map(shared);
    files.set('manifest.json', toBytes(`${JSON.stringify(manifestFor(browser, manifest), null, 2)}\n`));
    await writeBrowser(path.join(dist, browser), files);
    await writeFile(path.join(dist, `sidelight-${browser}.zip`), zip(zipSync, files));
  }
  return { sizes: new Map([...shared].map(([name, bytes]) => [name, bytes.length])) };
}

/** The packs of `data/bundle.json`: those that are on, with the folders in `also`, and those that are only included. */
async function compilePacks(also) {
  const [{ readBundle }, { compilePack }, { compilePackFile }] = await Promise.all([
    import('./src/compiler/read-bundle.ts'),
    import('./src/compiler/compile-pack.ts'),
    import('./src/compiler/compile-pack-file.ts'),
  ]);
  const data = path.join(root, 'data');
  const bundle = await readBundle(data);
  const inData = (id) => path.join(data, id);
  const packs = await Promise.all([...bundle.on.map(inData), ...also].map((dir) => compilePack(dir)));
  const included = await Promise.all(bundle.off.map((id) => compilePackFile(inData(id))));
  const problems = [...packs, ...included].flatMap((result) => result.problems);
  if (problems.length > 0) {
    const lines = problems.map(
      ({ file, line, field, message }) =>
        `${path.relative(root, file)}:${line} ${field ? `${field}: ` : ''}${message}`,
    );
    throw new Error(`The corpus has ${problems.length} problem(s):\n${lines.join('\n')}`);
  }
  if (!packs.some(({ pack }) => pack.terms.some(({ id }) => `${pack.id}/${id}` === bundle.example)))
    throw new Error(`data/bundle.json: no pack that is on has the example "${bundle.example}"`);
  return { packs, included: included.map(({ built }) => built), example: bundle.example };
}

/** Packs that are off at first: pack files like anybody's, and a list of what they are. No page gets any of it. */
function includedFiles(included) {
  const files = included.map(({ file, text }) => [`packs/${file.pack.id}.pack.json`, toBytes(text)]);
  const list = included.map(({ file: { pack, seal } }) => {
    const { id, title, description, version, language, licence, publisher, terms, sources, questions } = pack;
    const counts = { terms: terms.length, sources: sources.length, questions: questions.length };
    const file = `packs/${id}.pack.json`;
    return {
      id,
      title,
      description,
      version,
      language,
      licence,
      publisher,
      ...counts,
      file,
      sha256: seal.sha256,
    };
  });
  return [...files, ['packs/included.json', toBytes(JSON.stringify(list))]];
}

/**
 * The looks go into pages as scripts that leave their bytes for the next one; the contents stay with the background,
 * and so does the index, by which it decides what is a Mention.
 */
async function packFiles(packs) {
  const { buildScriptIndex } = await import('./src/compiler/build-index.ts');
  const files = packs.flatMap(({ pack, names }) => [
    [`packs/${pack.id}.json`, toBytes(JSON.stringify(pack))],
    [`packs/${pack.id}.index.json`, toBytes(JSON.stringify(buildScriptIndex(pack, names)))],
  ]);
  const { buildLooks } = await import('./src/core/build-first-look.ts');
  const looks = packs.map(({ pack, names }) => ({ id: pack.id, ...buildLooks(names) }));
  const firstLooks = looks.map(({ id, first: { pattern, words, keys } }) => {
    const texts = [id, words, base64(keys)].map((text) => JSON.stringify(text));
    return `[${texts[0]},{expression:/${pattern}/g,words:${texts[1]},keys:${texts[2]}}]`;
  });
  const secondLooks = looks.map(
    ({ id, second }) => `[${[id, base64(second)].map((text) => JSON.stringify(text))}]`,
  );
  const list = JSON.stringify(packs.map(({ pack }) => pack.id));
  return [
    ...files,
    ['packs/packs.json', toBytes(list)],
    ['content/first-look.js', leaveOnGlobal('sidelight.first-looks', `[${firstLooks.join()}]`)],
    ['content/second-look.js', leaveOnGlobal('sidelight.second-looks', `[${secondLooks.join()}]`)],
  ];
}

function base64(bytes) {
  return Buffer.from(bytes).toString('base64');
}

/** `source`: of the value, as JavaScript. */
function leaveOnGlobal(name, source) {
  return toBytes(`globalThis[Symbol.for(${JSON.stringify(name)})]=${source};\n`);
}

/** Styles become text in the scripts that adopt them; esbuild's own text loader would leave them as written. */
function minifiedStyles(transform) {
  return {
    name: 'minified-styles',
    setup(plugin) {
      plugin.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
        const { code } = await transform(await readFile(file, 'utf8'), {
          loader: 'css',
          minify: true,
          target: TARGETS,
        });
        return { contents: code, loader: 'text' };
      });
    },
  };
}

async function bundleScripts({ build: bundle, transform }, example) {
  const pages = PAGES.filter((name) => existsSync(path.join(root, `src/pages/${name}/${name}.tsx`)));
  const entries = [
    ['content/start', 'src/content/start.ts'],
    ['content/page', 'src/content/page.ts'],
    ['content/card', 'src/content/card.tsx'],
    ['content/landing', 'src/content/landing.ts'],
    ['content/landing-views', 'src/content/landing-views.ts'],
    ['background/background', 'src/background/background.ts'],
    ['pages/options/import-worker', 'src/pages/options/import-worker.ts'],
    ...pages.map((name) => [`pages/${name}/${name}`, `src/pages/${name}/${name}.tsx`]),
  ].filter(([, file]) => existsSync(path.join(root, file)));
  const options = {
    absWorkingDir: root,
    outdir: 'out',
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: TARGETS,
    charset: 'utf8',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [minifiedStyles(transform), withoutMarkup],
    define: {
      'process.env.NODE_ENV': '"production"',
      EXAMPLE_TERM: JSON.stringify(example),
    },
    logLevel: 'silent',
  };
  const pointsOf = (isChosen) =>
    entries.filter(([out]) => isChosen(out)).map(([out, file]) => ({ in: file, out }));
  const later = { ...options, plugins: [...options.plugins, await shareWithStart()] };
  const results = await Promise.all([
    bundle({ ...options, entryPoints: pointsOf((out) => !PLAIN.has(out)) }),
    bundle({ ...options, entryPoints: pointsOf((out) => out === START) }).then(inAscii),
    bundle({ ...later, entryPoints: pointsOf((out) => PLAIN.has(out) && out !== START) }).then(inAscii),
  ]);
  const files = results.flatMap(({ outputFiles }) => outputFiles);
  return files.map((file) => [
    path.relative(path.join(root, 'out'), file.path).split(path.sep).join('/'),
    file.contents,
  ]);
}

/** The bundler's own way leaves expressions as they are; in them and in texts this means the same character. */
function inAscii({ outputFiles }) {
  const codeOf = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const escaped = outputFiles.find(({ text }) => /\\[\u0080-\uffff]/.test(text));
  if (escaped)
    throw new Error(`${escaped.path} has a backslash before a character beyond ASCII: leave it out`);
  const outputs = outputFiles.map(({ path: file, text }) => [file, text.replace(/[\u0080-\uffff]/g, codeOf)]);
  return { outputFiles: outputs.map(([file, text]) => ({ path: file, contents: toBytes(text) })) };
}

/** Preact's one way from a string to markup, which nothing here uses: it does not reach the package at all (P43, P66). */
const MARKUP_IN_PREACT = /\(\w+\.innerHTML=\w+\.__html\)/g;

const withoutMarkup = {
  name: 'without-markup',
  setup({ onLoad }) {
    onLoad({ filter: /preact[/\\]dist[/\\]preact\.mjs$/ }, async ({ path: file }) => {
      const source = await readFile(file, 'utf8');
      const found = source.match(MARKUP_IN_PREACT) ?? [];
      if (found.length !== 1)
        throw new Error(`${file} turns strings into markup in ${found.length} places, not in one`);
      return { contents: source.replace(MARKUP_IN_PREACT, '0') };
    });
  },
};

/** The scripts that come after START take from it what `shared-code.ts` imports; all else of those files is their own. */
async function shareWithStart() {
  const list = path.join(root, 'src/content/shared-code.ts');
  const imports = (await readFile(list, 'utf8')).matchAll(/^import \{([^}]+)\} from '([^']+)';$/gm);
  const shared = new Map(
    [...imports].map(([, names, file]) => [
      path.resolve(path.dirname(list), file),
      names
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    ]),
  );
  const taken = (names) =>
    `export const { ${names.join(', ')} } = globalThis[Symbol.for('sidelight.code')] ?? {};\n`;
  return {
    name: 'shared-with-start',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^own:/ }, (one) => ({
        path: one.path.slice(4),
        namespace: 'own',
        sideEffects: false,
      }));
      onLoad({ filter: /.*/, namespace: 'own' }, async ({ path: file }) => {
        return { contents: await readFile(file, 'utf8'), loader: 'ts', resolveDir: path.dirname(file) };
      });
      onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
        const names = shared.get(file);
        return names && { contents: `${taken(names)}export * from ${JSON.stringify(`own:${file}`)};\n` };
      });
    },
  };
}

async function staticFiles() {
  const files = [];
  for (const folder of ['_locales', 'icons']) {
    for (const file of await listFiles(path.join(root, 'assets', folder))) {
      if (file.endsWith('.svg')) continue;
      files.push([`${folder}/${file}`, await readFile(path.join(root, 'assets', folder, file))]);
    }
  }
  for (const name of PAGES) {
    for (const file of await listFiles(path.join(root, 'src/pages', name))) {
      if (!file.endsWith('.html')) continue;
      files.push([`pages/${name}/${file}`, await readFile(path.join(root, 'src/pages', name, file))]);
    }
  }
  files.push(['LICENSE', await readFile(path.join(root, 'LICENSE'))]);
  files.push(['LICENCES.txt', await collectLicences()]);
  return files;
}

/** Name, version and licence text of every package that is bundled. */
async function collectLicences() {
  const { dependencies } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const parts = Object.keys(dependencies)
    .sort()
    .map(async (name) => {
      const folder = path.join(root, 'node_modules', name);
      const { version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
      const file = (await readdir(folder)).find((each) => /^licen[cs]e(\.|$)/i.test(each));
      if (!file) throw new Error(`${name} has no licence file to put into the package`);
      return `\n${name} ${version} (${license})\n\n${await readFile(path.join(folder, file), 'utf8')}`;
    });
  return toBytes(`What Sidelight is built with, and its licences.\n${(await Promise.all(parts)).join('\n')}`);
}

async function listFiles(folder) {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** Each store's linter wants only the keys that its browser knows. */
function manifestFor(browser, manifest) {
  const {
    browser_specific_settings,
    minimum_chrome_version,
    background,
    side_panel,
    sidebar_action,
    ...common
  } = structuredClone(manifest);
  if (browser === 'chrome') {
    const permissions = side_panel ? [...common.permissions, 'sidePanel'] : common.permissions;
    return {
      ...common,
      permissions,
      minimum_chrome_version,
      background: { service_worker: background.service_worker },
      ...(side_panel && { side_panel }),
    };
  }
  return {
    ...common,
    background: { scripts: background.scripts },
    browser_specific_settings,
    ...(sidebar_action && { sidebar_action }),
  };
}

function checkBudgets(files) {
  const indexes = [...files.keys()].filter((name) => name.endsWith('.index.json'));
  const budgets = [...Object.entries(BUDGETS), ...indexes.map((name) => [name, INDEX_BUDGET])];
  const over = budgets.flatMap(([name, most]) => {
    const size = files.get(name)?.length ?? 0;
    return size > most ? [`${name} is ${size} bytes, ${size - most} over its budget of ${most}`] : [];
  });
  if (over.length > 0) throw new Error(`A bundle is too large (R11):\n${over.join('\n')}`);
}

async function writeBrowser(folder, files) {
  await rm(folder, { recursive: true, force: true });
  for (const [name, bytes] of files) {
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
}

function zip(zipSync, files) {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(
    Object.fromEntries(
      sorted.map(([name, bytes]) => [name, [new Uint8Array(bytes), { mtime: ZIP_TIME, level: 9 }]]),
    ),
  );
}

function toBytes(text) {
  return Buffer.from(text, 'utf8');
}

/** `--dist FOLDER` builds elsewhere, `--also DIR` puts another pack beside those that are on. */
function readArguments(args) {
  const after = (name) => args.flatMap((arg, at) => (arg === name ? [path.resolve(args[at + 1] ?? '')] : []));
  const [dist] = after('--dist');
  return { also: after('--also'), ...(dist && { dist }) };
}

/** Runs this script again under the project's own Node when the one at hand cannot read TypeScript. */
function runUnderOwnNode() {
  const own = path.join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (!existsSync(own)) {
    console.error('Run `npm ci` first: the build needs the dependencies in node_modules.');
    return 1;
  }
  return spawnSync(own, process.argv.slice(1), { stdio: 'inherit' }).status ?? 1;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (Number(process.versions.node.split('.')[0]) < FIRST_NODE_THAT_RUNS_TYPESCRIPT)
    process.exit(runUnderOwnNode());
  try {
    const { sizes } = await build(readArguments(process.argv.slice(2)));
    for (const name of Object.keys(BUDGETS)) console.log(`${name} ${sizes.get(name) ?? 0} bytes`);
    console.log('Built dist/chrome, dist/firefox and a zip of each.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
