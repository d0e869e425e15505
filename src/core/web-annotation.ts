import { citationUrl } from './cite.ts';
import { claimsOf } from './look-up.ts';
import type { Citation, Claim, Pack, Source } from './types.ts';

/** A Citation as a W3C Web Annotation: our words about the words that stand in a Source. */
export interface WebAnnotation {
  readonly '@context': readonly [string, Readonly<Record<string, string>>];
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: 'describing';
  readonly body: {
    readonly type: 'TextualBody';
    readonly value: string;
    readonly format: 'text/plain';
    readonly language: string;
  };
  readonly target: {
    readonly source: string;
    readonly selector: readonly [
      { readonly type: 'TextQuoteSelector'; readonly exact: string },
      { readonly type: 'FragmentSelector'; readonly conformsTo: string; readonly value: string },
    ];
    readonly paragraph: number;
  };
}

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const TEXT_FRAGMENT = 'https://wicg.github.io/scroll-to-text-fragment/';

/** Every Citation of a Pack as an annotation, in the Pack's order. */
export function packAnnotations(pack: Pack): readonly WebAnnotation[] {
  const sources = new Map(pack.sources.map((source) => [source.id, source]));
  return pack.questions.flatMap(claimsOf).flatMap((claim) => {
    const source = sources.get(claim.source);
    return source === undefined
      ? []
      : claim.citations.map((citation, at) => annotationOf(pack, source, claim, citation, at + 1));
  });
}

function annotationOf(
  { id, language }: Pack,
  source: Source,
  claim: Claim,
  citation: Citation,
  ordinal: number,
): WebAnnotation {
  const value = citationUrl(source, citation).slice(source.url.length + 1);
  return {
    '@context': [CONTEXT, { paragraph: 'urn:sidelight:paragraph' }],
    id: `urn:sidelight:${id}:${claim.id}:${ordinal}`,
    type: 'Annotation',
    motivation: 'describing',
    body: { type: 'TextualBody', value: claim.text, format: 'text/plain', language },
    target: {
      source: source.url,
      selector: [
        { type: 'TextQuoteSelector', exact: citation.quote },
        { type: 'FragmentSelector', conformsTo: TEXT_FRAGMENT, value },
      ],
      paragraph: citation.paragraph,
    },
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** Where an annotation points, as a Citation and the address it is on; undefined when it quotes no words. */
export function citationFromAnnotation(
  value: unknown,
): { readonly url: string; readonly quote: string; readonly paragraph?: number } | undefined {
  const [target] = listOf(fieldsOf(value)['target']).map(fieldsOf);
  const url = target?.['source'];
  const quotes = listOf(target?.['selector']).map(fieldsOf);
  const quote = quotes.find(({ type }) => type === 'TextQuoteSelector')?.['exact'];
  const paragraph = target?.['paragraph'];
  if (typeof url !== 'string' || typeof quote !== 'string') return undefined;
  return { url, quote, ...(typeof paragraph === 'number' && { paragraph }) };
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** JSON-LD writes a list of one without its brackets. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined ? [] : [value];
}
