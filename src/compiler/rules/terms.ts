import { aliasFitness } from '../../core/alias-fitness.ts';
import { MOST_UNITS } from '../../core/pack-limits.ts';
import type { AuthoredAlias } from '../authored.ts';
import type { Corpus } from '../corpus.ts';
import { type Place, type Problem, problemAt } from '../problem.ts';
import type { EditorialRule } from '../rules.ts';
import { foldAlias } from '../words.ts';
import { unknownIds } from './references.ts';

/** The file format holds no longer ones. */
const MAX_GLOSS_CHARACTERS = MOST_UNITS.glance;
const MAX_LABEL_CHARACTERS = MOST_UNITS.label;

function glossLength({ terms }: Corpus): Problem[] {
  return terms
    .filter(({ value }) => value.gloss.length > MAX_GLOSS_CHARACTERS)
    .map(({ value, at }) =>
      problemAt(
        at('gloss'),
        `the gloss has ${value.gloss.length} characters; at most ${MAX_GLOSS_CHARACTERS}`,
      ),
    );
}

function labelLength({ terms }: Corpus): Problem[] {
  return terms
    .filter(({ value }) => value.label.length > MAX_LABEL_CHARACTERS)
    .map(({ value, at }) =>
      problemAt(
        at('label'),
        `the label has ${value.label.length} characters; at most ${MAX_LABEL_CHARACTERS}`,
      ),
    );
}

/** A gloss is background of ours, so it names the record that it rests on. */
function glossRecorded({ terms }: Corpus): Problem[] {
  return terms
    .filter(({ value }) => (value.records ?? []).length === 0)
    .map(({ id, at }) => problemAt(at('records'), `name a record that the gloss of "${id}" rests on`));
}

interface PlacedAlias {
  readonly term: string;
  readonly alias: Exclude<AuthoredAlias, string>;
  readonly place: Place;
}

function aliasesOf({ terms }: Corpus): PlacedAlias[] {
  return terms.flatMap(({ id, value, at }) =>
    value.aliases.map((alias, index) => ({
      term: id,
      alias: typeof alias === 'string' ? { text: alias } : alias,
      place: at('aliases', index),
    })),
  );
}

/**
 * An alias may be written twice, for one term or for two, only where all but one say which words must be near or
 * beside it.
 */
function aliasOnce(corpus: Corpus): Problem[] {
  const owners = new Map<string, PlacedAlias>();
  return aliasesOf(corpus).flatMap((here) => {
    const key = foldAlias(here.alias.text);
    const there = owners.get(key);
    owners.set(key, there ?? here);
    if (there === undefined || mayShare(there, here)) return [];
    const message = `the alias "${here.alias.text}" is already one of ${there.term} (${there.place.file}:${there.place.line})`;
    return problemAt(here.place, message);
  });
}

function mayShare(a: PlacedAlias, b: PlacedAlias): boolean {
  return [a.alias, b.alias].some((alias) => alias.needs ?? alias.after ?? alias.joins);
}

/** A common word, or two letters, may stand for a term only with words that must be near. */
function commonAlias(corpus: Corpus): Problem[] {
  const { language } = corpus.pack.value;
  return aliasesOf(corpus).flatMap(({ alias, place }) => {
    const fitness = aliasFitness(alias.text, language);
    if (fitness === 'fit') return [];
    if (fitness === 'everywhere')
      return problemAt(place, `the alias "${alias.text}" stands in every paragraph; use other words`);
    if (fitness === 'wordless') return problemAt(place, `the alias "${alias.text}" holds no word`);
    if ((alias.needs ?? []).length > 0 || (alias.case === 'exact' && alias.not !== undefined)) return [];
    const why = fitness === 'short' ? 'is too short' : 'is a common word';
    return problemAt(place, `the alias "${alias.text}" ${why}; say which words must be near (needs: […])`);
  });
}

function hasAlias({ terms }: Corpus): Problem[] {
  return terms
    .filter(({ value }) => value.aliases.length === 0)
    .map(({ id, at }) => problemAt(at('aliases'), `"${id}" has no alias, so no page can mention it`));
}

function relatedExist(corpus: Corpus): Problem[] {
  return corpus.terms.flatMap(({ id, value, at }) => [
    ...unknownIds(corpus, 'term', value.related ?? [], (i) => at('related', i)),
    ...unknownIds(corpus, 'source', value.sources ?? [], (i) => at('sources', i)),
    ...((value.related ?? []).includes(id) ? [problemAt(at('related'), `"${id}" is related to itself`)] : []),
  ]);
}

/**
 * A card leads somewhere: a question, a note or an event; persons, outlets and publishers may lead to a source or
 * related term.
 */
function leadsSomewhere(corpus: Corpus): Problem[] {
  if (corpus.broken.size > 0) return [];
  const named = new Set([
    ...corpus.questions.flatMap(({ value }) => value.terms),
    ...corpus.notes.flatMap(({ value }) => value.terms ?? []),
    ...corpus.events.flatMap(({ value }) => value.terms),
  ]);
  const linked = ({ value: { kind, sources = [], related = [] } }: Corpus['terms'][number]) =>
    sources.length > 0 || (['person', 'outlet'].includes(kind) && related.length > 0);
  return corpus.terms
    .filter((term) => term.value.priority < 3 && !named.has(term.id) && !linked(term))
    .map(({ id, at }) =>
      problemAt(at(), `no question, note or event has "${id}" under its terms, so its card leads nowhere`),
    );
}

/** Every term can be reached from another one, a question, a note or an event. */
function reachable(corpus: Corpus): Problem[] {
  if (corpus.broken.size > 0) return [];
  const pointed = new Set([
    ...corpus.questions.flatMap(({ value }) => value.terms),
    ...corpus.notes.flatMap(({ value }) => value.terms ?? []),
    ...corpus.events.flatMap(({ value }) => value.terms),
    ...corpus.terms.flatMap(({ value }) => value.related ?? []),
  ]);
  return corpus.terms
    .filter(({ id }) => !pointed.has(id))
    .map(({ id, at }) =>
      problemAt(
        at(),
        `nothing leads to "${id}"; name it in an event, a note or a question, or as related in another term`,
      ),
    );
}

/** What must hold of each Term and its Aliases, by the name of the rule. */
export const termRules: Readonly<Record<string, EditorialRule>> = {
  glossLength,
  labelLength,
  glossRecorded,
  hasAlias,
  aliasOnce,
  commonAlias,
  relatedExist,
  leadsSomewhere,
  reachable,
};
