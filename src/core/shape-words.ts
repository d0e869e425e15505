import type * as v from 'valibot';

/** What is wrong with a value's shape, in plain words that fit behind its path. */
export function wordsForIssue(issue: v.BaseIssue<unknown>, path: readonly (string | number)[]): string {
  const name = path.at(-1);
  const isFields = issue.type === 'strict_object' || issue.type === 'object';
  if (isFields && issue.expected === 'never') return `there is no field "${name}" here; check its spelling`;
  if (isFields && issue.input === undefined && name !== undefined) return `the field "${name}" is missing`;
  if (isFields) return 'must be fields with values';
  if (issue.message.startsWith('Invalid')) return typeWords(issue);
  return issue.message;
}

function typeWords(issue: v.BaseIssue<unknown>): string {
  switch (issue.type) {
    case 'picklist':
      return `must be one of ${issue.expected?.slice(1, -1).replaceAll(' | ', ', ')}`;
    case 'array':
    case 'tuple':
    case 'strict_tuple':
      return 'must be a list';
    case 'string':
      return 'must be text';
    case 'number':
    case 'integer':
      return 'must be a whole number';
    case 'boolean':
      return 'must be true or false';
    default:
      return issue.expected === null ? 'is not as it should be' : `must be ${issue.expected}`;
  }
}
