// The first step of every command. Plain JavaScript for any Node from 20 on, with nothing installed yet:
// it puts the dependencies in place when they are missing or stale, then hands over to the pinned Node.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const OLDEST_NODE = 20;

/** The lock files' package entries, or nothing when the file is absent. */
function lockedPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

/** Why `npm ci` is needed, or nothing. Packages for other platforms may be absent. */
function findStaleness() {
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  const installed = lockedPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted) return 'package-lock.json is missing';
  if (!installed) return 'no dependencies are installed yet';
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const present = installed[path];
    if (!present && !entry.optional) return `${path} is missing`;
    if (present && present.version !== entry.version) return `${path} is not at ${entry.version}`;
  }
  return existsSync(pinnedNode()) ? undefined : 'the pinned Node is missing';
}

function pinnedNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(root, 'node_modules', 'node', 'bin', name);
}

function installDependencies(reason) {
  // All of it on standard error: what a command prints may be read by another program.
  console.error(`Installing dependencies (${reason})`);
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['inherit', 2, 2] };
  const done = npm
    ? spawnSync(process.execPath, [npm, 'ci'], options)
    : spawnSync('npm', ['ci'], { ...options, shell: process.platform === 'win32' });
  if (done.status !== 0) fail('npm ci did not finish; its own message stands above.');
}

function fail(sentence) {
  console.error(sentence);
  process.exit(2);
}

const [command, ...rest] = process.argv.slice(2);
const script = join(root, 'src', 'cli', `${command}.ts`);
if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  fail(`Sidelight's tools need Node ${OLDEST_NODE} or newer; this is ${process.version}.`);
}
if (!command || !existsSync(script)) fail(`Unknown command: ${command ?? '(none)'}.`);

const staleness = findStaleness();
if (staleness) installDependencies(staleness);

const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(
  process.platform === 'win32' ? ';' : ':',
);
const done = spawnSync(pinnedNode(), [script, ...rest], {
  stdio: 'inherit',
  env: { ...process.env, PATH: path },
});
if (done.signal) process.kill(process.pid, done.signal);
process.exit(done.status ?? 1);
