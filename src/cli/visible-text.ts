import { JSDOM } from 'jsdom';

/** What a reader of the page does not read as text, or writes himself. */
const LEFT_OUT =
  'script, style, noscript, template, head, svg, math, iframe, object, code, pre, kbd, samp, textarea, input, select, button[hidden], [hidden], [aria-hidden="true"], [contenteditable=""], [contenteditable="true"], [role="textbox"]';
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

/** The visible text of an HTML document: blocks divided by a blank line, `<br>` as a line end. */
export function visibleText(html: string): string {
  const { document } = new JSDOM(html).window;
  return textOf(document.body)
    .replace(/[^\S\n\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim();
}

function textOf(node: Node): string {
  if (node.nodeType === node.TEXT_NODE) return (node.textContent ?? '').replace(/[^\S\u00a0]+/g, ' ');
  if (node.nodeType !== node.ELEMENT_NODE) return '';
  const element = node as Element;
  if (element.tagName === 'BR') return '\n';
  if (element.matches(LEFT_OUT) || isInvisible(element)) return '';
  const inside = [...element.childNodes].map(textOf).join('');
  return BLOCKS.has(element.tagName) ? `\n\n${inside}\n\n` : inside;
}

function isInvisible(element: Element): boolean {
  const style = element.getAttribute('style') ?? '';
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}
