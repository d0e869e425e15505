import { isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { Place, Problem } from './problem.ts';

/** Where a value stands in a file: names of fields and places in lists, from the top. */
export type YamlPath = readonly (string | number)[];

/** A parsed file that still knows on which line each value was written. */
export interface YamlFile {
  readonly file: string;
  /** Plain data; undefined when the file does not parse. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Where the value at a path stands; the nearest parent when there is none. */
  placeOf(path: YamlPath): Place;
}

/** Reads YAML 1.2 (core schema, no anchors across files), and JSON, which is YAML too. Never throws. */
export function parseYamlFile(file: string, text: string): YamlFile {
  // Lines are asked for only where something is wrong; a parsed document weighs ten times its text.
  const placeOf = (path: YamlPath): Place => ({
    file,
    get line() {
      return lineOf(text, path);
    },
  });
  const json = file.endsWith('.json') ? parseJson(text) : undefined;
  if (json !== undefined) return { file, value: json, problems: [], placeOf };
  const { doc, lines } = readDocument(text);
  const problems = [...faultsOf(doc, text), ...aliasesIn(doc)].map(({ offset, message }) => ({
    file,
    line: lines.linePos(offset).line,
    message,
  }));
  return { file, value: problems.length > 0 ? undefined : doc.toJS({ maxAliasCount: 0 }), problems, placeOf };
}

type ReadYaml = ReturnType<typeof parseDocument>;

/** Keys written twice, and the first fault of grammar: whatever a reader trips over after that follows from it. */
function faultsOf(doc: ReadYaml, text: string): { readonly offset: number; readonly message: string }[] {
  const faults = [...doc.errors, ...doc.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const first = faults.findIndex((fault) => fault.code !== 'DUPLICATE_KEY');
  const tab = first === -1 ? -1 : text.search(/^ *\t/m);
  if (tab !== -1) return [{ offset: tab, message: 'not valid YAML: indent with spaces, not with a tab' }];
  return (first === -1 ? faults : faults.slice(0, first + 1)).map(({ pos, message }) => ({
    offset: pos[0],
    message: `not valid YAML: ${message}`,
  }));
}

/** A value by reference would stand on two lines at once, and a few of them can unfold to gigabytes. */
function aliasesIn(doc: ReadYaml): { readonly offset: number; readonly message: string }[] {
  const found: { readonly offset: number; readonly message: string }[] = [];
  visit(doc, {
    Alias: (_, { source, range }) => {
      const message = `"*${source}" points to another value; write the value itself, or put the text in quotes`;
      found.push({ offset: range?.[0] ?? 0, message });
    },
  });
  return found;
}

/** The text that was last asked about, since one fault seldom comes alone. */
let last: (ReturnType<typeof readDocument> & { readonly text: string }) | undefined;

function lineOf(text: string, path: YamlPath): number {
  if (last?.text !== text) last = { text, ...readDocument(text) };
  const { doc, lines } = last;
  for (let depth = path.length; depth > 0; depth--) {
    const node = doc.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function readDocument(text: string) {
  const lines = new LineCounter();
  return { doc: parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true }), lines };
}

/** Machines write large files as JSON, which reads a hundred times faster; faults are left to the YAML reader. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
