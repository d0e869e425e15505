import { ID_FORM } from '../../core/pack-limits.ts';
import { bracketsIn, findPoints } from '../../core/prose.ts';
import type { Corpus } from '../corpus.ts';
import { type Place, type Problem, problemAt } from '../problem.ts';
import type { EditorialRule } from '../rules.ts';
import { findEntry } from './references.ts';

interface Named {
  readonly id: string;
  at(key: string): Place;
}

/** Sources, terms and questions are called after their files, so that a file's name is an id that reads. */
function idsRead(corpus: Corpus): Problem[] {
  const named: readonly Named[] = [...corpus.sources, ...corpus.terms, ...corpus.questions];
  return named.flatMap(({ id, at }) =>
    ID_FORM.test(id)
      ? []
      : problemAt(at('id'), `"${id}" is no id: name the file with lower-case letters, digits and hyphens`),
  );
}

/** Each is found by an id that only one of its kind bears. */
function idsOnce(corpus: Corpus): Problem[] {
  const twice = (what: string, entries: readonly Named[]) => {
    const seen = new Set<string>();
    return entries.flatMap((entry) => {
      const first = !seen.has(entry.id);
      seen.add(entry.id);
      if (first) return [];
      return problemAt(
        entry.at('id'),
        `the ${what} id "${entry.id}" is used twice; give one of them another`,
      );
    });
  };
  return [
    ...twice('source', corpus.sources),
    ...twice('term', corpus.terms),
    ...twice('question', corpus.questions),
    ...twice('claim', corpus.claims),
    ...twice('note', corpus.notes),
    ...twice('event', corpus.events),
  ];
}

/** A citation in prose is written `[@source, ¶number]` and leads to a paragraph that exists. */
function proseCitations(corpus: Corpus): Problem[] {
  return proseOf(corpus).flatMap(({ text, place }) =>
    bracketsIn(text).flatMap((brackets) => {
      const points = findPoints(brackets);
      if (points === undefined) {
        return problemAt(place, `"${brackets}" is not a citation; write it as [@source-id, ¶4]`);
      }
      return points.flatMap(({ source, paragraph }) => {
        const fault = pointFault(corpus, source, paragraph);
        return fault === undefined ? [] : problemAt(place, fault);
      });
    }),
  );
}

function proseOf(corpus: Corpus): { readonly text: string; readonly place: Place }[] {
  return corpus.questions.flatMap(({ value, at }) => [
    { text: value.remark ?? '', place: at('remark') },
    { text: value.lone ?? '', place: at('lone') },
  ]);
}

/** What is wrong with a pointer to a source's paragraph; undefined when it leads somewhere. */
export function pointFault(corpus: Corpus, source: string, paragraph: number): string | undefined {
  if (corpus.broken.has(source)) return undefined;
  const count = findEntry(corpus.sources, source)?.value.paragraphCount;
  if (count === undefined) return `there is no source "${source}" in sources/`;
  if (paragraph < 1 || paragraph > count) return `${source} has ${count} paragraphs, so no ¶${paragraph}`;
  return undefined;
}

/** What must hold of the corpus as a whole, by the name of the rule. */
export const packRules: Readonly<Record<string, EditorialRule>> = { idsRead, idsOnce, proseCitations };
