import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Place, Problem } from './problem.ts';

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

/** Reads YAML 1.2 (core schema, no anchors across files). Never throws. */
export function parseYamlFile(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const problems = [...doc.errors, ...doc.warnings].map((fault) => ({
    file,
    line: lines.linePos(fault.pos[0]).line,
    message: `not valid YAML: ${fault.message}`,
  }));
  const placeOf = (path: YamlPath): Place => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = doc.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return { file, line: lines.linePos(node.range[0]).line };
    }
    return { file, line: 1 };
  };
  return { file, value: problems.length > 0 ? undefined : doc.toJS({ maxAliasCount: 0 }), problems, placeOf };
}
