import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { BrowserKind } from '../../src/cli/browsers.ts';
import type { SessionOptions } from '../../src/cli/session.ts';
import { inFirefoxWindow } from './firefox-window.ts';
import type { Bed } from './harness.ts';

// An https server on this machine that stands at a public name; what it answers is up to the test.

const HOST = 'packs.example.org';
const tls = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/loopback-tls', name));

export interface PackServer {
  readonly address: string;
  readonly port: number;
  readonly asked: { readonly url: string; readonly headers: IncomingHttpHeaders }[];
  /** Answers like this from now on. */
  answer(how: (response: ServerResponse) => void): void;
  give(body: string, headers?: Readonly<Record<string, string>>, status?: number): void;
  close(): void;
}

export async function servePacks(): Promise<PackServer> {
  const asked: PackServer['asked'] = [];
  let answer = (response: ServerResponse): void => void response.end();
  const jwk = createPrivateKey({ key: JSON.parse(tls('key.json').toString()), format: 'jwk' });
  const key = jwk.export({ type: 'pkcs8', format: 'pem' });
  const server = createServer({ key, cert: tls('cert.pem') }, (request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers });
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ address: `https://${HOST}:${port}/telegraph.json`, port, asked },
    answer: (how) => {
      answer = how;
    },
    give: (body, headers = {}, status = 200) => {
      answer = (response) =>
        void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The server's name leads to this machine, and nowhere else does any. Its certificate is trusted in Chromium only, if at all. */
export function reachServer(kind: BrowserKind, isTrusted: boolean): SessionOptions {
  const resolved = `--host-resolver-rules=MAP ${HOST} 127.0.0.1, MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost`;
  if (kind === 'chromium') return { args: [resolved, ...(isTrusted ? ['--ignore-certificate-errors'] : [])] };
  return {
    prefs: {
      'network.dns.localDomains': HOST,
      'network.proxy.no_proxies_on': `127.0.0.1, localhost, ${HOST}`,
    },
  };
}

interface ChromeScope {
  readonly Cc: Readonly<Record<string, { getService(kind: unknown): Overrides }>>;
  readonly Ci: Readonly<Record<string, unknown>>;
}

interface Overrides {
  setDisableAllSecurityChecksAndLetAttackersInterceptMyData(is: boolean): void;
}

/** Firefox takes the test server's certificate from now on. */
export async function trustServer({ kind, session }: Bed): Promise<void> {
  if (kind !== 'firefox') return;
  await inFirefoxWindow(session, () => {
    const { Cc, Ci } = globalThis as unknown as ChromeScope;
    Cc['@mozilla.org/security/certoverride;1']
      ?.getService(Ci['nsICertOverrideService'])
      .setDisableAllSecurityChecksAndLetAttackersInterceptMyData(true);
    return null;
  });
}
