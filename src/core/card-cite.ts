import { type CitationFormat, cslItem, formatCitation } from './cite.ts';
import type { Pack, Source, TermKey } from './types.ts';

/**
 * References to the Sources that the Card of a Term speaks for, in the order they are met there; nothing when no Pack
 * has the Term or no Source speaks to it.
 */
export function citeTerm(packs: readonly Pack[], key: TermKey, format: CitationFormat): string | undefined {
  for (const pack of packs) {
    const term = pack.terms.find(({ id }) => key === `${pack.id}/${id}`);
    if (term === undefined) continue;
    const claimed = pack.questions
      .filter((question) => question.terms.includes(term.id))
      .flatMap((question) => question.positions.flatMap(({ claims }) => claims.map(({ source }) => source)));
    const ids = new Set([...claimed, ...term.sources]);
    const byId = new Map(pack.sources.map((source) => [source.id, source]));
    const sources = [...ids].map((id) => byId.get(id)).filter((source) => source !== undefined);
    return sources.length === 0 ? undefined : citeAll(sources, format);
  }
  return undefined;
}

function citeAll(sources: readonly Source[], format: CitationFormat): string {
  if (format === 'csl-json') {
    return JSON.stringify(
      sources.map((source) => cslItem(source)),
      undefined,
      2,
    );
  }
  return sources.map((source) => formatCitation(format, source)).join('\n');
}
