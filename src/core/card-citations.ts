import { type CitationFormat, cslItem, formatCitation } from './cite.ts';
import type { SourceId } from './ids.ts';
import { claimsOf, type PackLookUp } from './look-up.ts';
import type { Citation, Question, Source, Term } from './types.ts';

/**
 * References to every Source that the card rests on, in each format: those of the foremost Claims first, with their
 * paragraph. Nothing where the card rests on no Source.
 */
export function buildCitations(
  term: Term,
  questions: readonly Question[],
  pack: PackLookUp,
): { readonly citations?: Readonly<Record<CitationFormat, string>> } {
  const leads = questions[0]?.positions.map((position) => position.claims[0]) ?? [];
  const cited = new Map<SourceId, Citation | undefined>();
  for (const lead of leads) if (!cited.has(lead.source)) cited.set(lead.source, lead.citations[0]);
  for (const source of [...questions.flatMap(claimsOf).map((claim) => claim.source), ...term.sources]) {
    if (!cited.has(source)) cited.set(source, undefined);
  }
  const references = [...cited].flatMap(([id, citation]) => {
    const source = pack.findSource(id);
    return source ? [{ source, citation }] : [];
  });
  if (references.length === 0) return {};
  const csl = references.map(({ source, citation }) => cslItem(source, citation));
  return {
    citations: {
      plain: inFormat('plain', references).join('\n\n'),
      markdown: inFormat('markdown', references)
        .map((line) => `- ${line}`)
        .join('\n'),
      bibtex: inFormat('bibtex', references).join('\n'),
      'csl-json': JSON.stringify(csl, undefined, 2),
    },
  };
}

interface Reference {
  readonly source: Source;
  readonly citation: Citation | undefined;
}

function inFormat(format: CitationFormat, references: readonly Reference[]): readonly string[] {
  return references.map(({ source, citation }) => formatCitation(format, source, citation));
}
