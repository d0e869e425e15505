import type { Pack, Term } from './types.ts';

/** A Pack's Terms as schema.org's DefinedTermSet, in JSON-LD. */
export function definedTermSet(pack: Pack) {
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTermSet',
    '@id': `urn:sidelight:${pack.id}`,
    name: pack.title,
    ...(pack.description !== undefined && { description: pack.description }),
    ...(pack.homepage !== undefined && { url: pack.homepage }),
    inLanguage: pack.language,
    version: pack.version,
    license: pack.licence,
    publisher: { '@type': 'Organization', name: pack.publisher },
    hasDefinedTerm: pack.terms.map((term) => definedTerm(pack.id, term)),
  };
}

function definedTerm(pack: string, { id, label, aliases, kindLine, gloss, records }: Term) {
  const links = records.flatMap(({ url }) => url ?? []);
  const others = aliases.filter((alias) => alias !== label);
  return {
    '@type': 'DefinedTerm',
    '@id': `urn:sidelight:${pack}:${id}`,
    termCode: id,
    name: label,
    description: gloss,
    disambiguatingDescription: kindLine,
    ...(others.length > 0 && { alternateName: others }),
    ...(links.length > 0 && { subjectOf: links }),
  };
}
