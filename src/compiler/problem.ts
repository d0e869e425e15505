/** A fault in the corpus as written: where it stands and what to do about it. Lines count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  /** The field that it concerns, such as `aliases.2.text`. */
  readonly field?: string;
  readonly message: string;
}

/** Where a value was written. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A Problem at a Place. */
export function problemAt(place: Place, message: string, field?: string): Problem {
  const where = { file: place.file, line: place.line };
  return field === undefined ? { ...where, message } : { ...where, field, message };
}

/** One line for people: `file:line field: message`. */
export function describeProblem(problem: Problem): string {
  const field = problem.field === undefined ? '' : `${problem.field}: `;
  return `${problem.file}:${problem.line} ${field}${problem.message}`;
}

/** By file, then line, then message: the same order on every run. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const key = (p: Problem) => `${p.file}\n${String(p.line).padStart(8, '0')}\n${p.message}`;
  return [...problems].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
