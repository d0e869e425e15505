import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One way to answer, as bad as one likes. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server of packs that does what it is told, and a `fetch` for which it stands at `https://packs.example.org`. */
export interface HostileServer {
  answer: Answer;
  readonly requests: IncomingMessage[];
  readonly fetch: typeof fetch;
  close(): Promise<void>;
}

export const PACK_URL = 'https://packs.example.org/telegraph.json';

/** Node's own fetch speaks to it in the clear; whatever else is asked for goes nowhere and is noted. */
export async function startHostileServer(): Promise<HostileServer & { readonly elsewhere: string[] }> {
  const requests: IncomingMessage[] = [];
  const elsewhere: string[] = [];
  const server: Server = createServer((request, response) => {
    requests.push(request);
    made.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const made = {
    answer: ((_, response) => response.end()) as Answer,
    requests,
    elsewhere,
    fetch: ((input: string, init?: RequestInit) => {
      if (!input.startsWith('https://packs.example.org/')) {
        elsewhere.push(input);
        return Promise.reject(new TypeError('no such host'));
      }
      return fetch(input.replace('https://packs.example.org', `http://127.0.0.1:${port}`), init);
    }) as typeof fetch,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return made;
}

/** An answer of this body and these headers. */
export function give(body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Answer {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };
}
