/** Letters of any script, digits and hyphens, parted by dots; a port, a path and the scheme fall away. */
const SITE =
  /^(?:[a-z][a-z+.-]*:\/\/)?(?:[^/?#@\s]*@)?([\p{L}\p{N}]([\p{L}\p{M}\p{N}.-]*[\p{L}\p{M}\p{N}])?)(?::\d+)?(?:[/?#].*)?$/u;
const MAX_HOST_UNITS = 253;

/** The site that a reader means by a host name or a whole address; nothing when it is neither. */
export function readSite(written: string): string | undefined {
  const host = SITE.exec(written.trim().toLowerCase())?.[1]?.replace(/^www\./, '');
  if (host === undefined || host.length > MAX_HOST_UNITS || host.includes('..')) return undefined;
  return host.includes('.') || host === 'localhost' || host === 'file' ? host : undefined;
}
