import { isUtf8 } from 'node:buffer';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

/** What one path answers. A string is an HTML page. */
export interface Answer {
  readonly body: string | Buffer;
  readonly type?: string;
  readonly status?: number;
  /** Such as a Content-Security-Policy. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A web server on this machine only; `127.0.0.1` and `localhost` are two origins of it. */
export interface Loopback {
  /** Puts a page (or another answer) at a path; gives its address on 127.0.0.1. */
  put(path: string, answer: string | Answer): string;
  /** Serves a folder's files below a path that ends in a slash. */
  putFolder(path: string, dir: string): string;
  url(path: string): string;
  /** The same path on the other origin. */
  otherUrl(path: string): string;
  /** Every path asked for so far, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml',
  '.xht': 'application/xhtml+xml',
  '.xml': 'application/xml',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
};

/** Media type of a file by its ending. */
function mediaType(path: string): string {
  return types[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/** Starts the server on a free port. */
export async function serveLoopback(): Promise<Loopback> {
  const answers = new Map<string, Answer>();
  const folders = new Map<string, string>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    respond(request, response, answers, folders);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = (path: string) => `http://127.0.0.1:${port}${path}`;
  return {
    put(path, answer) {
      answers.set(path, typeof answer === 'string' ? { body: answer } : answer);
      return url(path);
    },
    putFolder(path, dir) {
      folders.set(path, dir);
      return url(path);
    },
    url,
    otherUrl: (path) => `http://localhost:${port}${path}`,
    requests,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answers: ReadonlyMap<string, Answer>,
  folders: ReadonlyMap<string, string>,
): void {
  const pathname = readPath(request.url ?? '/');
  const answer = answers.get(pathname);
  if (answer) {
    const { body, type = 'text/html; charset=utf-8', status = 200, headers = {} } = answer;
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(body);
    return;
  }
  const file = findFile(pathname, folders);
  if (file) {
    response.writeHead(200, { 'content-type': typeOf(file), 'cache-control': 'no-store' });
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
    return;
  }
  // Browsers ask for an icon of their own accord; a 404 would be an entry in the page's console.
  const status = pathname === '/favicon.ico' ? 204 : 404;
  response.writeHead(status, { 'content-type': 'text/plain' }).end();
}

/** The path that was asked for, decoded; as it stands where a page of the wild asks for what is no address. */
function readPath(asked: string): string {
  const [path = '/'] = asked.split(/[?#]/, 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Pages that are not UTF-8 say themselves what they are, or have the browser guess. */
function typeOf(file: string): string {
  const type = mediaType(file);
  return type.startsWith('text/html') && !isUtf8(readFileSync(file)) ? 'text/html' : type;
}

function findFile(pathname: string, folders: ReadonlyMap<string, string>): string | undefined {
  // No file has such a name, and to ask for one is an error.
  if (pathname.includes('\0')) return undefined;
  for (const [prefix, dir] of folders) {
    if (!pathname.startsWith(prefix)) continue;
    const file = normalize(join(dir, pathname.slice(prefix.length)));
    const inside = file.startsWith(normalize(dir + sep));
    if (inside && statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
  }
  return undefined;
}
