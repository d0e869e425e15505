import * as v from 'valibot';
import { type Problem, problemAt } from './problem.ts';
import type { YamlFile } from './yaml-file.ts';

type Schema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

/** The value in its shape, or undefined with one Problem for each field that is not as it should be. */
export function checkShape<S extends Schema>(
  schema: S,
  yaml: YamlFile,
): { readonly value?: v.InferOutput<S>; readonly problems: readonly Problem[] } {
  if (yaml.problems.length > 0) return { problems: yaml.problems };
  const result = v.safeParse(schema, yaml.value);
  if (result.success) return { value: result.output, problems: [] };
  return { problems: result.issues.map((issue) => describeIssue(yaml, issue)) };
}

function describeIssue(yaml: YamlFile, issue: v.BaseIssue<unknown>): Problem {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const field = path.join('.');
  return problemAt(yaml.placeOf(path), wordsFor(issue, path), field === '' ? undefined : field);
}

function wordsFor(issue: v.BaseIssue<unknown>, path: readonly (string | number)[]): string {
  const name = path.at(-1);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `there is no field "${name}" here; check its spelling`;
  }
  if (issue.type === 'strict_object' && issue.input === undefined) return `the field "${name}" is missing`;
  if (issue.type === 'strict_object') return 'must be fields with values';
  if (issue.type === 'picklist')
    return `must be one of ${issue.expected?.slice(1, -1).replaceAll(' | ', ', ')}`;
  if (issue.type === 'array' && !issue.message.startsWith('must')) return 'must be a list';
  return issue.message;
}
