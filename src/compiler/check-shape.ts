import * as v from 'valibot';
import { wordsForIssue } from '../core/shape-words.ts';
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
  return problemAt(yaml.placeOf(path), wordsForIssue(issue, path), field === '' ? undefined : field);
}
