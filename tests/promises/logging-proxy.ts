import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SessionOptions } from '../../src/cli/session.ts';

/** Between a browser and everything else, this machine's own servers included. */
export interface LoggingProxy {
  /** Every address asked for, in order; of a secure one no more than host and port are seen. */
  readonly asked: readonly string[];
  /** With these a browser asks nobody else. */
  readonly options: SessionOptions;
  close(): Promise<void>;
}

/** Starts it on a free port. It passes on what is for this machine and refuses all else. */
export async function startLoggingProxy(): Promise<LoggingProxy> {
  const asked: string[] = [];
  const server = createServer((incoming, response) => {
    const url = incoming.url ?? '';
    asked.push(url);
    if (!URL.canParse(url) || new URL(url).hostname !== '127.0.0.1') {
      response.writeHead(403).end();
      return;
    }
    const { method, headers } = incoming;
    const onward = request(url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  });
  server.on('connect', ({ url = '' }, socket) => {
    asked.push(url);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    options: optionsFor(port),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function optionsFor(port: number): SessionOptions {
  return {
    args: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
    prefs: {
      'network.proxy.http_port': port,
      'network.proxy.ssl_port': port,
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
    },
  };
}
