import { MOST_UNITS } from './pack-limits.ts';

/** What every place that runs this has: the browsers, their workers, Node. */
declare const URL: { parse(text: string): Readonly<Record<'href' | 'host' | 'protocol', string>> | null };

/** RFC 3986 in ASCII: what is not in it is written with %. The host is a name with a dot, never a number. */
const LINK =
  /^https:\/\/((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59}))(?::[1-9]\d{0,4})?(?:[/?#][\w.~:/?#[\]@!$&'()*+,;=%-]*)?$/i;

/** Names that never leave a machine or its network. */
const AT_HOME = /(?:^|\.)(?:local|localhost|localdomain|internal|intranet|lan|home|corp|arpa|onion)$/i;

/** What is wrong with a link of a pack, in words; undefined for an https address of a public host. */
export function linkFault(text: string): string | undefined {
  if (text.length > MOST_UNITS.link) return `has more than ${MOST_UNITS.link} characters`;
  const [, host] = LINK.exec(text) ?? [];
  if (!text.startsWith('https://') || host === undefined) return 'must be an https link';
  if (host.length > 253 || AT_HOME.test(host))
    return `leads to "${host.slice(0, 80)}", which is no public host`;
  return isReadAsWritten(text, host) ? undefined : 'must be an https link';
}

/** The last host and port that were asked about: the links of a large pack lead to few. */
let last = { start: '', isFit: false };

/** Whether a browser reads the host as it stands there. Behind it, the expression above has left nothing to misread. */
function isReadAsWritten(text: string, host: string): boolean {
  const start = /^https:\/\/[^/?#]*/.exec(text)?.[0] ?? '';
  if (start === last.start) return last.isFit;
  const parsed = URL.parse(start);
  const isFit = parsed?.protocol === 'https:' && parsed.host.replace(/:\d+$/, '') === host.toLowerCase();
  last = { start, isFit };
  return isFit;
}
