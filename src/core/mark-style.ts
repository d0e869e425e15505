/** Names of the page's two highlights: random in each document, so that they identify nothing. */
export interface MarkNames {
  readonly plain: string;
  readonly inLink: string;
}

/**
 * The rule that paints the two highlights. Screen only, so that paper never shows a Mark. The line has the text's
 * own colour, and so its contrast; it is quiet by being thin and dotted. The keyword alone will do: Chromium works
 * out any mix of `currentColor` once, at the root, and the line would be dark on a dark part of a light page.
 * In a link a neutral tint is added, since the dotted line would lie upon the link's own.
 */
export function markStyle(names: MarkNames): string {
  const line = 'text-decoration:underline dotted currentColor max(1px,.07em);text-underline-offset:.22em';
  return (
    `@media screen{::highlight(${names.plain}){${line}}` +
    `::highlight(${names.inLink}){${line};text-underline-offset:.36em;background-color:rgb(127 127 127/.16)}}` +
    `@media screen and (forced-colors:active){::highlight(${names.inLink}){background-color:transparent}}`
  );
}
