/** One regular expression of the source, and where it stands. */
export interface Expression {
  readonly file: string;
  readonly line: number;
  readonly pattern: string;
  readonly flags: string;
}

const always = [' ', 'a', 'A', '0', '.', '-', '/', '\n', '"', '\u0301'];
const others = [' ', 'a', 'A', '.', '-', '"'];
/** Letters of its own that an expression is tried with. */
const mostLetters = 24;

/** Texts made to send an expression back again and again: runs of its own letters, and of pairs of them. */
export function* baitsFor({ pattern }: Expression, units: number): Iterable<string> {
  const letters = [...new Set([...always, ...pattern.replace(/\\[a-zA-Z]|[\\[\](){}*+?^$|]/g, '')])].slice(
    0,
    mostLetters,
  );
  for (const letter of letters) {
    const run = letter.repeat(units);
    yield run;
    yield `${run}\u0000`;
    for (const other of others) yield (letter + other).repeat(units / 2);
  }
  // What the expression begins with, again and again.
  const words = pattern.match(/[a-z:/]{2,}/gi) ?? [];
  for (const word of new Set(words)) yield `${word} `.repeat(units / (word.length + 1));
}

/** CPU time of the costliest look through one bait, ms, or the first beyond `enoughMs`; the least of three looks, since machines are busy. */
export function measureExpression(
  expression: Expression,
  units: number,
  enoughMs: number,
): { ms: number; bait: string } {
  const { pattern, flags } = expression;
  const compiled = new RegExp(pattern, flags.replace(/[gy]/g, ''));
  let worst = { ms: 0, bait: '' };
  for (const bait of baitsFor(expression, units)) {
    let ms = lookOnce(compiled, bait);
    for (let again = 0; again < 2 && ms > worst.ms; again++) ms = Math.min(ms, lookOnce(compiled, bait));
    if (ms > worst.ms) worst = { ms, bait: bait.slice(0, 12) };
    if (worst.ms > enoughMs) break;
  }
  return worst;
}

function lookOnce(compiled: RegExp, bait: string): number {
  const start = process.cpuUsage();
  compiled.test(bait);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
