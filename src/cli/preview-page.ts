import type { Pack } from '../core/types.ts';

/** A page need not name 100,000 terms to show what a pack looks like. */
const MOST_TERMS = 300;

/** A page that names each term of a pack, beside its gloss so that words which must be near are. */
export function previewPage({ title, language, terms }: Pack): string {
  const sections = terms.slice(0, MOST_TERMS).map(({ label, kindLine, gloss, aliases }) => {
    const names = [...new Set([label, ...aliases])].map((name) => `<p>${asText(name)}. ${asText(gloss)}</p>`);
    return `<section><h2>${asText(label)}</h2><p><small>${asText(kindLine)}</small></p>${names.join('\n')}</section>`;
  });
  const left = terms.length - sections.length;
  const more = left > 0 ? `<p>${left} terms more.</p>` : '';
  return `<!doctype html>
<html lang="${asText(language)}"><meta charset="utf-8"><title>${asText(title)}</title>
<style>body{font:1.1rem/1.6 Georgia,serif;max-width:42rem;margin:3rem auto;padding:0 1rem}</style>
<h1>${asText(title)}</h1>
${sections.join('\n')}
${more}
</html>
`;
}

function asText(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => names[sign] ?? sign);
}
