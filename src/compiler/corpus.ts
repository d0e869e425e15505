import type { AuthoredWording } from './alias-file.ts';
import type {
  AuthoredClaim,
  AuthoredEvent,
  AuthoredNote,
  AuthoredPack,
  AuthoredQuestion,
  AuthoredSource,
  AuthoredTerm,
} from './authored.ts';
import type { Place } from './problem.ts';
import type { YamlPath } from './yaml-file.ts';

/** Something of the corpus with its id and the lines that it was written on. */
export interface Entry<T> {
  readonly id: string;
  readonly value: T;
  /** Where a field of it stands; without a path, where it begins. */
  at(...path: YamlPath): Place;
}

/** A claim lifted out of its question. */
export interface ClaimEntry extends Entry<AuthoredClaim> {
  readonly question: string;
  readonly stance: 'for' | 'against' | 'mixed';
}

/** A pack's folder as its authors wrote it, in good shape but not yet held against the rules. */
export interface Corpus {
  readonly id: string;
  readonly pack: Entry<AuthoredPack>;
  /** Empty where the pack has no `wording.yaml`. */
  readonly wording: AuthoredWording;
  readonly sources: readonly Entry<AuthoredSource>[];
  readonly terms: readonly Entry<AuthoredTerm>[];
  readonly questions: readonly Entry<AuthoredQuestion>[];
  readonly claims: readonly ClaimEntry[];
  readonly notes: readonly (Entry<AuthoredNote> & { readonly source: string })[];
  readonly events: readonly Entry<AuthoredEvent>[];
  /** Ids of files that are not in shape: there, but not to be read. Nobody is blamed for naming them. */
  readonly broken: ReadonlySet<string>;
}
