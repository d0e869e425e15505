/** One picture of the gallery. */
export interface Picture {
  /** Path under the gallery's folder. */
  readonly file: string;
  readonly state: string;
  readonly theme: string;
  readonly size: string;
  readonly browser: string;
  /** Whether the foremost claims of the first two answers showed without scrolling. */
  readonly inSight: boolean;
}

/** The gallery's index page: one row a state, every picture a link to itself. */
export function galleryIndex(pictures: readonly Picture[]): string {
  const states = [...new Set(pictures.map(({ state }) => state))];
  const rows = states.map((state) => {
    const own = pictures.filter((picture) => picture.state === state).map(figure);
    return `<h2 id="${state}">${state}</h2>\n<div>${own.join('\n')}</div>`;
  });
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>The card, in every state</title>
<style>
body{margin:24px;font:15px/1.5 system-ui,sans-serif;background:#efeee9;color:#1d1c1a}
div{display:flex;flex-wrap:wrap;gap:12px}figure{margin:0}img{height:320px;border:1px solid #ccc}
figcaption{font-size:12px}
</style>
<h1>The card, in every state</h1>
<p>${pictures.length} pictures. Written by <code>npm run gallery</code>.</p>
${rows.join('\n')}
</html>
`;
}

function figure({ file, theme, size, browser, inSight }: Picture): string {
  const note = inSight ? '' : ', claims below the fold';
  return `<figure><a href="${file}"><img src="${file}" alt="" loading="lazy"></a><figcaption>${browser}, ${theme}, ${size}${note}</figcaption></figure>`;
}
