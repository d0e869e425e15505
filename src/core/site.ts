/** Scheme and host of an address as the browser gives it, which is normalised. */
const SCHEME_AND_HOST = /^([a-z][a-z0-9+.-]*):(?:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*))?/;

/**
 * The site that a frame belongs to: its host, for a frame without an address of its own (`srcdoc`) that of its origin,
 * else its scheme, such as `file`. Empty only for an empty address.
 */
export function siteOf(url: string, origin = ''): string {
  const [, scheme = '', host] = SCHEME_AND_HOST.exec(url) ?? [];
  return host || SCHEME_AND_HOST.exec(origin)?.[2] || scheme;
}

/** What a browser says of the sender of a message. */
export interface MessageSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/**
 * The site of the frame that a content script of ours spoke from; nothing for every other sender: another extension,
 * a page of the extension itself (`ownUrl`), whatever stands in no tab.
 */
export function findSenderSite(
  { id, url = '', origin = '', tab, frameId }: MessageSender,
  ownId: string,
  ownUrl: string,
): string | undefined {
  if (id !== ownId || tab?.id === undefined || frameId === undefined) return undefined;
  const isOwnPage = url.startsWith(ownUrl) || `${origin}/`.startsWith(ownUrl);
  return isOwnPage ? undefined : siteOf(url, origin) || undefined;
}
