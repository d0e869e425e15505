/** Names of the page's two highlights: random in each document, so that they identify nothing. */
export interface MarkNames {
  readonly plain: string;
  readonly inLink: string;
}

/**
 * The rule that paints the two highlights. Screen only, so that paper never shows a Mark. At 80 % of the text's
 * own colour an underline keeps 3:1 wherever the text keeps 4.5:1. In a link a tint is added, since the dotted
 * line would lie upon the link's own.
 */
export function markStyle(names: MarkNames): string {
  const line =
    'text-decoration:underline dotted color-mix(in srgb,currentColor 80%,transparent) max(1.5px,.08em);' +
    'text-underline-offset:.22em';
  return (
    `@media screen{::highlight(${names.plain}){${line}}` +
    `::highlight(${names.inLink}){${line};text-underline-offset:.36em;` +
    'background-color:color-mix(in srgb,currentColor 9%,transparent)}}' +
    `@media screen and (forced-colors:active){::highlight(${names.plain}),::highlight(${names.inLink}){` +
    'text-decoration-color:currentColor;background-color:transparent}}'
  );
}
