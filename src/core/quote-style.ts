/** How strongly the found quotation is tinted, one stage after the other: seen at once, then quiet. */
const tints = [0.38, 0.28, 0.2, 0.12];

/** Names of the highlights that a found quotation goes through, made of one random name; the strongest first. */
export function quoteStages(quote: string): readonly string[] {
  return tints.map((_, stage) => quote + 'abcd'.charAt(stage));
}

/**
 * The rule that paints a found quotation: amber over whatever the page's own background is; in forced colours the
 * system's own way to mark. Screen only.
 */
export function quoteStyle(quote: string): string {
  const stages = quoteStages(quote);
  const rules = stages.map(
    (name, at) => `::highlight(${name}){background-color:rgb(240 180 0/${tints[at]})}`,
  );
  const all = stages.map((name) => `::highlight(${name})`).join();
  return (
    `@media screen{${rules.join('')}}` +
    `@media screen and (forced-colors:active){${all}{background-color:Mark;color:MarkText}}`
  );
}
