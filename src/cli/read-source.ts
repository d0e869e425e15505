import { parseSync } from 'oxc-parser';

/** What one source file is made of. Lengths in lines. */
export interface SourceFacts {
  readonly path: string;
  readonly lines: number;
  readonly functions: readonly { readonly name: string; readonly line: number; readonly lines: number }[];
  readonly exports: readonly { readonly name: string; readonly documented: boolean }[];
  readonly anyCount: number;
  readonly nonNullCount: number;
  /** Relative imports that remain when it runs, as written. */
  readonly imports: readonly string[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const functionTypes = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** Reads one file of TypeScript; throws where it does not parse. */
export function readSource(path: string, text: string): SourceFacts {
  const { program, comments, module, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const lineAt = createLineCounter(text);
  const nodes = [...walk(program as unknown as Node)];
  const docEnds = comments.filter((each) => each.value.startsWith('*')).map((each) => each.end);
  const isDocumented = (start: number) =>
    docEnds.some((end) => end <= start && text.slice(end, start).trim() === '');
  return {
    path,
    lines: lineAt(text.length - 1),
    functions: nodes
      .filter(({ node }) => functionTypes.has(node.type))
      .map(({ node, name }) => ({
        name,
        line: lineAt(node.start),
        lines: lineAt(node.end) - lineAt(node.start) + 1,
      })),
    exports: nodes
      .filter(({ node }) => node.type === 'ExportNamedDeclaration' && node.declaration)
      .map(({ node }) => ({ name: exportName(node), documented: isDocumented(node.start) })),
    anyCount: nodes.filter(({ node }) => node.type === 'TSAnyKeyword').length,
    nonNullCount: nodes.filter(({ node }) => node.type === 'TSNonNullExpression').length,
    imports: module.staticImports
      .filter((each) => each.entries.length === 0 || each.entries.some((entry) => !entry.isType))
      .map((each) => each.moduleRequest.value)
      .filter((target) => target.startsWith('.')),
  };
}

function createLineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1;
}

/** Every node, with the name that its nearest declaration gives it. */
function* walk(node: Node, name = ''): Generator<{ readonly node: Node; readonly name: string }> {
  const own = nameOf(node) ?? name;
  yield { node, name: own };
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* walk(child, own);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function nameOf(node: Node): string | undefined {
  const holder = node.type === 'Property' || node.type === 'MethodDefinition' ? node.key : node.id;
  return isNode(holder) && typeof holder.name === 'string' ? holder.name : undefined;
}

function exportName(node: Node): string {
  const declaration = node.declaration;
  if (!isNode(declaration)) return '';
  const first = Array.isArray(declaration.declarations) ? declaration.declarations[0] : declaration;
  return isNode(first) ? (nameOf(first) ?? '') : '';
}
