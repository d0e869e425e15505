import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSource } from '../src/cli/read-source.ts';

// What neither the linter nor the compiler can hold. Each rule lists every offender at once.

const root = resolve(import.meta.dirname, '..');
const sources = globSync('src/**/*.{ts,tsx,mjs}', { cwd: root }).sort();
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const folderOf = (path: string): string => path.split('/')[1] ?? '';

const mostLines = 250;
const mostFunctionLines = { '.ts': 39, '.tsx': 69 };
const documentedFolders = ['core', 'dom', 'browser', 'compiler'];

/** Who may import whom, by folder; a folder always reaches into itself. */
const walls: Readonly<Record<string, readonly string[]>> = {
  core: [],
  dom: ['core'],
  ui: ['core'],
  browser: ['core'],
  compiler: ['core'],
  cli: ['core', 'compiler'],
  content: ['core', 'dom', 'ui', 'browser'],
  background: ['core', 'dom', 'ui', 'browser'],
  pages: ['core', 'dom', 'ui', 'browser'],
};

/** Packages that only some folders may name; every other folder must do without. */
const packageWalls: Readonly<Record<string, readonly string[]>> = {
  'webextension-polyfill': ['browser'],
  idb: ['browser'],
  preact: ['ui', 'content', 'pages'],
  yaml: ['compiler', 'cli'],
  'puppeteer-core': ['cli'],
};

interface Import {
  readonly file: string;
  readonly target: string;
  /** Types leave no trace when the program runs. */
  readonly typeOnly: boolean;
}

function readImports(file: string): Import[] {
  const statements = read(file).matchAll(/\b(import|export)(\s+type)?\b[^;'"]*?['"]([^'"]+)['"]/g);
  return [...statements]
    .filter(([whole]) => /\bfrom\s*['"]|^import\s*\(?\s*['"]/.test(whole))
    .map((match) => ({ file, target: match[3] ?? '', typeOnly: !!match[2] }));
}

const imports = sources.flatMap(readImports);

const resolved = imports
  .filter(({ target }) => target.startsWith('.'))
  .map((each) => ({ ...each, target: relative(root, resolve(root, dirname(each.file), each.target)) }));

describe('the map', () => {
  test('src holds the folders of the map and no others', () => {
    expect([...new Set(sources.map(folderOf))].filter((folder) => !(folder in walls))).toEqual([]);
  });

  test('every relative import leads to a file', () => {
    expect(resolved.filter(({ target }) => !existsSync(join(root, target)))).toEqual([]);
  });

  test('no folder imports over its wall', () => {
    const over = resolved.filter(({ file, target }) => {
      const [from, to] = [folderOf(file), folderOf(target)];
      const outside = !target.startsWith('src/') && !target.startsWith('assets/');
      return outside || (target.startsWith('src/') && from !== to && !walls[from]?.includes(to));
    });
    expect(over).toEqual([]);
  });

  test('packages are named only in their folders', () => {
    const over = imports.filter(({ file, target }) =>
      Object.entries(packageWalls).some(
        ([name, folders]) =>
          (target === name || target.startsWith(`${name}/`)) && !folders.includes(folderOf(file)),
      ),
    );
    expect(over).toEqual([]);
  });

  test('imports make no cycles', () => {
    expect(findCycle(new Map(sources.map((file) => [file, targetsOf(file)])))).toEqual([]);
  });
});

function targetsOf(file: string): string[] {
  return resolved.filter((each) => each.file === file && !each.typeOnly).map((each) => each.target);
}

/** These files and all that they import when the program runs. */
function reachFrom(entries: readonly string[]): readonly string[] {
  const reached = new Set(entries);
  for (const file of reached) for (const target of targetsOf(file)) reached.add(target);
  return [...reached];
}

/** The file without its comments. */
const codeOf = (file: string) => read(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** The files of one cycle, or an empty list. */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): string[] => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const target of graph.get(file) ?? []) {
      const cycle = visit(target, [...trail, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

describe('the habits', () => {
  test('every core file that holds code is tested by name', () => {
    const tests = globSync('tests/core/**/*.test.{ts,tsx}', { cwd: root }).map(read).join('\n');
    const withCode = sources.filter(
      (file) => file.startsWith('src/core/') && /^export (async )?(function|const|class)/m.test(read(file)),
    );
    expect(withCode.filter((file) => !tests.includes(file))).toEqual([]);
  });

  test('no code of pages holds an expression that engines look up in all of Unicode', () => {
    // `core/letters.ts` tells why.
    const inPages = reachFrom(['start', 'page'].map((name) => `src/content/${name}.ts`));
    const costly = inPages.filter((file) => /\/[^/`\n]*\\p\{[^`\n]*\/[dgimsuvy]*[.,;)\s]/.test(codeOf(file)));
    expect(costly).toEqual([]);
  });

  test(`no file is longer than ${mostLines} lines`, () => {
    const long = sources.map((file) => ({ file, lines: read(file).split('\n').length - 1 }));
    expect(long.filter(({ lines }) => lines > mostLines)).toEqual([]);
  });

  test('no function is longer than its length', () => {
    const code = sources.filter((file) => /\.tsx?$/.test(file));
    const long = code.flatMap((file) => {
      const most = mostFunctionLines[file.endsWith('.tsx') ? '.tsx' : '.ts'];
      const { functions } = readSource(file, read(file));
      return functions.filter(({ lines }) => lines > most).map(({ name, lines }) => ({ file, name, lines }));
    });
    expect(long).toEqual([]);
  });

  test('every export that others build on says what it promises', () => {
    const code = sources.filter((file) => documentedFolders.includes(folderOf(file)));
    const bare = code.flatMap((file) =>
      readSource(file, read(file))
        .exports.filter(({ documented }) => !documented)
        .map(({ name }) => `${file} ${name}`),
    );
    expect(bare).toEqual([]);
  });

  test('files are kebab-case and say what they hold', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.(ts|tsx|mjs)$/;
    const vague = /(^|-)(utils?|helpers?|common|misc|shared)\.(ts|tsx|mjs)$/;
    expect(sources.filter((file) => !kebab.test(basename(file)) || vague.test(basename(file)))).toEqual([]);
  });

  test('no file only passes on what others export', () => {
    expect(sources.filter((file) => /^export\s+(\*|\{[^}]*\})\s+from\b/m.test(read(file)))).toEqual([]);
  });

  test('exports are named', () => {
    expect(sources.filter((file) => /^export default\b/m.test(read(file)))).toEqual([]);
  });
});

describe('P33 a form’s fields shadow nothing that is read', () => {
  /** The places that read structure through the prototypes, where no field of a form stands in the way. */
  const safe = ['src/dom/safe-dom.ts', 'src/dom/safe-document.ts'];
  const names =
    'parentNode|parentElement|childNodes|children|childElementCount|(first|last)(Element)?Child|' +
    '(next|previous)(Element)?Sibling|node(Name|Type|Value)|localName|tagName|namespaceURI|textContent|inner(Text|HTML)|' +
    'outerHTML|isConnected|ownerDocument|getRootNode|shadowRoot|assignedSlot|attributes|(get|has)Attribute|' +
    'compareDocumentPosition';
  // What walks a tree is no node: nothing shadows its methods, which bear some of these names.
  const raw = new RegExp(
    `(?<!\\bwalker|prototype)\\??\\.(${names})\\b|const \\{[^}]*\\b(${names})\\b[^}]*\\} =`,
  );
  const touching = sources.filter((file) => /^src\/(content|dom)\//.test(file) && !safe.includes(file));

  test.each([
    'node.parentNode',
    'of(text)?.nodeName',
    'const { id, childNodes } = form;',
    'element.getAttribute("x")',
  ])('%s is seen', (line) => expect(raw.test(line)).toBe(true));
  test.each(['walker.nextSibling()', 'parentOf(node)', "getter(Node.prototype, 'nodeName')"])(
    '%s is let be',
    (line) => expect(raw.test(line)).toBe(false),
  );
  test.each(touching)('%s reads no structure from nodes themselves', (file) => {
    const lines = codeOf(file).split('\n');
    expect(lines.filter((line) => raw.test(line))).toEqual([]);
  });
});

describe('P43 no way from a string to markup or code', () => {
  const banned = [
    /\.innerHTML\b\s*[+]?=(?!=)/,
    /\.outerHTML\b\s*=(?!=)/,
    /\binsertAdjacentHTML\b/,
    /\bdocument\s*\.\s*write(ln)?\b/,
    /\beval\s*\(/,
    /\bnew\s+Function\b/,
    /\bdangerouslySetInnerHTML\b/,
    /\bcreateContextualFragment\b/,
    /\bsetHTMLUnsafe\b/,
  ];

  test.each(banned.map((pattern) => [pattern]))('%s stands nowhere in src', (pattern) => {
    expect(sources.filter((file) => pattern.test(read(file)))).toEqual([]);
  });
});

describe('P8 who may make a request', () => {
  /** Every other way to speak to somewhere than `fetch`. */
  const otherWays =
    /\b(?:XMLHttpRequest|sendBeacon|WebSocket|WebTransport|EventSource|RTCPeerConnection|importScripts|fetchLater|new Image|downloads\.download)\b/;
  const asks = /(?<![.\w$])fetch\b(?!-pack)(?!\?)/;
  const ofPackage = /(?<![.\w$])fetch\(browser\.runtime\.getURL\(/g;
  const inBrowser = sources.filter((file) => !/^src\/(?:cli|compiler)\//.test(file));
  const code = (file: string) => codeOf(file).replace(/^import\b[^;]*;/gm, '');

  test('nobody but by fetch, which only one file does that does not read the package', () => {
    expect(inBrowser.filter((file) => otherWays.test(code(file)))).toEqual([]);
    const outward = inBrowser.filter((file) => asks.test(code(file).replace(ofPackage, 'packaged(')));
    expect(outward).toEqual(['src/browser/fetch-pack.ts']);
    expect(inBrowser.filter((file) => code(file).match(ofPackage))).toEqual([
      'src/browser/extension-words.ts',
      'src/browser/included-packs.ts',
      'src/browser/read-packaged.ts',
    ]);
  });

  test('and that one only for subscriptions and for an address that a reader gives', () => {
    const usersOf = (wanted: string) =>
      resolved.filter(({ target, typeOnly }) => target === wanted && !typeOnly).map(({ file }) => file);
    expect(usersOf('src/browser/fetch-pack.ts')).toEqual([
      'src/browser/subscribed-packs.ts',
      'src/pages/options/use-pack-adding.ts',
    ]);
    const askers = usersOf('src/browser/subscribed-packs.ts');
    expect(askers.filter((file) => !file.startsWith('src/pages/options/'))).toEqual([
      'src/background/background.ts',
    ]);
  });

  test('no code of pages, nor what decides for them, leads there', () => {
    const entries = sources.filter((file) => file.startsWith('src/content/'));
    const reached = reachFrom([...entries, 'src/background/passages.ts', 'src/background/cards.ts']);
    expect(reached).toContain('src/core/decide-passages.ts');
    expect(reached).not.toContain('src/browser/fetch-pack.ts');
  });
});

interface Manifest {
  readonly permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly web_accessible_resources?: unknown;
  readonly externally_connectable?: unknown;
}

describe('the manifest', () => {
  const text = read('manifest.json');
  const manifest: Manifest = JSON.parse(text);

  test('every permission has its reason in the README', () => {
    const readme = read('README.md');
    const { permissions = [], optional_permissions = [], host_permissions = [] } = manifest;
    // The build adds `sidePanel` for Chrome when the manifest has a side panel.
    const derived = text.includes('"side_panel"') ? ['sidePanel'] : [];
    const all = [...permissions, ...optional_permissions, ...host_permissions, ...derived];
    const hasReason = (name: string) =>
      readme.split('\n').some((line) => line.includes(`\`${name}\``) && line.length > name.length + 20);
    expect(all.filter((name) => !hasReason(name))).toEqual([]);
  });

  test('P1 P38 nothing is open to pages or to other extensions', () => {
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
  });
});

describe('the words on screen', () => {
  const keys = Object.keys(JSON.parse(read('assets/_locales/en/messages.json')));
  const wordsFiles = [...sources, ...globSync('src/**/*.html', { cwd: root })];
  const ownText = wordsFiles.map(read).join('\n');
  const allText = `${read('manifest.json')}\n${ownText}`;
  const prefixes = [...new Set(keys.map((key) => key.split('_')[0]))].join('|');
  const literal = new RegExp(`['"\`]((?:${prefixes})_[a-z0-9_]*[a-z0-9])['"\`]`, 'g');
  const literals = [...new Set([...ownText.matchAll(literal)].map((match) => match[1] ?? ''))];
  const templates = [...ownText.matchAll(/`([a-z]+_[a-z0-9_]*(?:\$\{[^}]+\}[a-z0-9_]*)+)`/g)].map(
    (match) =>
      new RegExp(
        `^${(match[1] ?? '').replace(/\$\{[^}]+\}/g, '[a-zA-Z0-9_]+')}(_(zero|one|two|few|many|other))?$`,
      ),
  );

  test('every key is used', () => {
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  test('every key that is used exists', () => {
    const missing = (name: string) => !keys.some((key) => key === name || key.startsWith(`${name}_`));
    expect(literals.filter(missing)).toEqual([]);
  });

  // Code names a key whole, or its beginning (`card_count` + `_one`), or by a template (`kind_${kind}`).
  function isUsed(key: string): boolean {
    if (new RegExp(`\\b${key}\\b|__MSG_${key}__`).test(allText)) return true;
    return literals.some((name) => key.startsWith(`${name}_`)) || templates.some((each) => each.test(key));
  }
});

describe('the commands', () => {
  const { scripts } = JSON.parse(read('package.json')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const texts = globSync(['*.md', 'data/*.md', 'assets/store/**/*.md', 'tests/**/*.md', 'src/**/*.ts'], {
    cwd: root,
  });
  const named = texts.flatMap((file) =>
    [...read(file).matchAll(/\bnpm (?:run (?:--silent )?)?([a-z][a-z0-9-]*(?::[a-z-]+)?)/g)].map(
      ([whole, name = '']) => ({
        file,
        whole,
        name,
      }),
    ),
  );
  // What npm itself can do.
  const ofNpm = ['ci', 'install', 'start', 'test', 'run'];

  test('every command that a text names exists', () => {
    expect(named.filter(({ name }) => !ofNpm.includes(name) && !(name in scripts))).toEqual([]);
  });

  test('every command is told in a text', () => {
    const told = new Set(named.filter(({ file }) => file.endsWith('.md')).map(({ name }) => name));
    expect(Object.keys(scripts).filter((name) => !told.has(name))).toEqual([]);
  });
});

describe('the lock file', () => {
  test('names no registry', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });

  /** After a review of what changed, brought up to date by hand. */
  const reviewed = { idb: '8.0.4', preact: '11.2.0', valibot: '1.5.0', 'webextension-polyfill': '0.12.0' };
  interface Locked {
    readonly version?: string;
    readonly integrity?: string;
    readonly dependencies?: object;
    readonly optionalDependencies?: object;
    readonly hasInstallScript?: boolean;
  }
  const { '': _project, ...lock } = JSON.parse(read('package-lock.json')).packages as Record<string, Locked>;

  test('P65 the runtime dependencies are those that were reviewed, in the versions that were, and bring no others', () => {
    expect(JSON.parse(read('package.json')).dependencies).toEqual(reviewed);
    for (const [name, version] of Object.entries(reviewed)) {
      const { dependencies = {}, optionalDependencies = {}, ...is } = lock[`node_modules/${name}`] ?? {};
      expect([name, is.version, { ...dependencies, ...optionalDependencies }]).toEqual([name, version, {}]);
    }
  });

  test('P65 every dependency is one version, and every package that is installed has its hash', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const versions: readonly string[] = Object.values({ ...dependencies, ...devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(Object.entries(lock).filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  test('P65 no package runs a script when it is installed but the two that must', () => {
    const { allowScripts } = JSON.parse(read('package.json'));
    expect(allowScripts).toEqual({ esbuild: true, node: true });
    const running = Object.entries(lock).filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(running.map(([place]) => place)).toEqual(['node_modules/esbuild', 'node_modules/node']);
  });

  test('every dependency has its one-line reason', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const reasons = read('CONTRIBUTING.md');
    const names = Object.keys({ ...dependencies, ...devDependencies });
    expect(names.filter((name) => !reasons.includes(`| \`${name}\` |`))).toEqual([]);
  });
});
