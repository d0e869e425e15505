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

  test('P65 the runtime dependencies are those that were reviewed', () => {
    const { dependencies } = JSON.parse(read('package.json'));
    const reviewed = ['idb', 'preact', 'valibot', 'webextension-polyfill'];
    expect(Object.keys(dependencies).sort()).toEqual(reviewed);
  });

  test('every dependency has its one-line reason', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const reasons = read('CONTRIBUTING.md');
    const names = Object.keys({ ...dependencies, ...devDependencies });
    expect(names.filter((name) => !reasons.includes(`| \`${name}\` |`))).toEqual([]);
  });
});
