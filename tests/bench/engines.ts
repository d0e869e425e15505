import { runInThisContext } from 'node:vm';
import { AhoCorasick as MonyoneSimple } from '@monyone/aho-corasick';
import { AhoCorasick as MonyoneFast } from '@monyone/aho-corasick/fast';
import Ahocorasick from 'ahocorasick';
import KeywordProcessor from 'flashtext.js';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { loadMatcher } from '../../src/core/matcher.ts';
import { createNaiveMatcher } from '../core/naive-matcher.ts';
import { bundle } from './cold.ts';

/** One way to find the terms: `find` gives `start-end:term` rows, or only the terms' numbers if `hasOffsets` is not. */
export interface Engine {
  readonly name: string;
  readonly hasOffsets: boolean;
  /** The largest list it is tried with; beyond that it takes minutes or fails. */
  readonly maxTerms: number;
  create(terms: readonly string[]): (text: string) => Found[];
}

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly alias: number;
}

const isWord = (code: number) =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
const isBounded = (text: string, start: number, end: number) =>
  !isWord(text.charCodeAt(start - 1)) && !isWord(text.charCodeAt(end));

/** What any engine that gives every occurrence needs on top: word bounds, leftmost-longest, no overlaps. */
function leftmostLongest(text: string, all: Found[]): Found[] {
  const bounded = all.filter(({ start, end }) => isBounded(text, start, end));
  bounded.sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return bounded.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}

const ordinals = (terms: readonly string[]) => new Map(terms.map((term, at) => [term.toLowerCase(), at]));

function createMonyone(Engine: typeof MonyoneFast | typeof MonyoneSimple, terms: readonly string[]) {
  const byTerm = ordinals(terms);
  const engine = new Engine([...byTerm.keys()]);
  return (text: string) =>
    leftmostLongest(
      text,
      engine.matchInText(text.toLowerCase()).map(({ begin, end, keyword }) => ({
        start: begin,
        end,
        alias: byTerm.get(keyword) ?? -1,
      })),
    );
}

function createAhocorasick(terms: readonly string[]) {
  const byTerm = ordinals(terms);
  const engine = new Ahocorasick([...byTerm.keys()]);
  return (text: string) => {
    const all: Found[] = [];
    for (const [last, keywords] of engine.search(text.toLowerCase())) {
      for (const keyword of keywords) {
        all.push({ start: last + 1 - keyword.length, end: last + 1, alias: byTerm.get(keyword) ?? -1 });
      }
    }
    return leftmostLongest(text, all);
  };
}

function createFlashtext(terms: readonly string[]) {
  const processor = new KeywordProcessor();
  for (const [at, term] of terms.entries()) processor.addKeyword(term, String(at));
  return (text: string) =>
    processor.extractKeywords(text).map((at) => ({ start: 0, end: 0, alias: Number(at) }));
}

const escaped = (term: string) => term.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function createManyRegExps(terms: readonly string[]) {
  const patterns = terms.map((term) => new RegExp(`\\b${escaped(term)}\\b`, 'gi'));
  return (text: string) => {
    const all: Found[] = [];
    patterns.forEach((pattern, alias) => {
      for (const { index, 0: found } of text.matchAll(pattern)) {
        all.push({ start: index, end: index + found.length, alias });
      }
    });
    return leftmostLongest(text, all);
  };
}

/** What mark.js is to take for the bounds of a word, besides white space. */
const LIMITERS = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^`{|}~¡¿’‘“”—–'];

interface MarkJs {
  createRegExp(term: string): string;
}
const markJsScript = await bundle(
  "import MarkJs from 'mark.js/src/lib/mark.js'; globalThis.markJs = MarkJs.prototype;",
);

/** The RegExps that mark.js itself makes, one a term: case and diacritics fold, as by default; whole words, as we ask of all. */
function createMarkJs(terms: readonly string[]) {
  runInThisContext(markJsScript);
  const { markJs } = globalThis as unknown as { markJs: MarkJs };
  const maker: MarkJs = Object.create(markJs, {
    _opt: {
      value: {
        accuracy: { value: 'exactly', limiters: LIMITERS },
        diacritics: true,
        synonyms: {},
        ignorePunctuation: [],
        wildcards: 'disabled',
      },
    },
  });
  const patterns = terms.map((term) => new RegExp(maker.createRegExp(term), 'gmi'));
  return (text: string) => {
    const all: Found[] = [];
    patterns.forEach((pattern, alias) => {
      for (const { index, 1: before = '', 2: found = '' } of text.matchAll(pattern)) {
        const start = index + before.length;
        all.push({ start, end: start + found.length, alias });
      }
    });
    return leftmostLongest(text, all);
  };
}

function createOneRegExp(terms: readonly string[]) {
  const byTerm = ordinals(terms);
  const longestFirst = [...terms].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`\\b(?:${longestFirst.map(escaped).join('|')})\\b`, 'gi');
  return (text: string) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
      start: index,
      end: index + found.length,
      alias: byTerm.get(found.toLowerCase()) ?? -1,
    }));
}

/** Splits at what is no word and looks up one to six words in a Map, longest first. */
function createWordMap(terms: readonly string[]) {
  const byTerm = ordinals(terms);
  return (text: string) => {
    const words = [...text.matchAll(/\w+/g)];
    const folded = text.toLowerCase();
    const found: Found[] = [];
    let last = 0;
    words.forEach(({ index: start }, at) => {
      if (start < last) return;
      for (let count = Math.min(6, words.length - at); count > 1; count -= 1) {
        const word = words[at + count - 1];
        const end = word ? word.index + word[0].length : start;
        const alias = byTerm.get(folded.slice(start, end));
        if (alias === undefined) continue;
        found.push({ start, end, alias });
        last = end;
        return;
      }
    });
    return found;
  };
}

export const product: Engine = {
  name: 'Sidelight',
  hasOffsets: true,
  maxTerms: 100_000,
  create: (terms) => {
    const matcher = loadMatcher(buildMatcher(terms));
    return (text) => matcher.findAll(text);
  },
};

export const naive: Engine = {
  name: 'naive reference',
  hasOffsets: true,
  maxTerms: 100_000,
  create: (terms) => {
    const matcher = createNaiveMatcher(terms);
    return (text) => matcher.findAll(text);
  },
};

/** What one would pick instead; each with the same folding of case, word bounds and leftmost-longest choice. */
export const peers: readonly Engine[] = [
  { name: 'one RegExp, all terms', hasOffsets: true, maxTerms: 1_000, create: createOneRegExp },
  { name: 'one RegExp a term', hasOffsets: true, maxTerms: 1_000, create: createManyRegExps },
  { name: 'one RegExp a term of mark.js', hasOffsets: true, maxTerms: 1_000, create: createMarkJs },
  { name: 'word split + Map', hasOffsets: true, maxTerms: 100_000, create: createWordMap },
  {
    name: '@monyone/aho-corasick/fast',
    hasOffsets: true,
    maxTerms: 10_000,
    create: (terms) => createMonyone(MonyoneFast, terms),
  },
  {
    name: '@monyone/aho-corasick',
    hasOffsets: true,
    maxTerms: 10_000,
    create: (terms) => createMonyone(MonyoneSimple, terms),
  },
  { name: 'ahocorasick', hasOffsets: true, maxTerms: 10_000, create: createAhocorasick },
  { name: 'flashtext.js', hasOffsets: false, maxTerms: 10_000, create: createFlashtext },
];
