import type { Match } from './mention.ts';

/** An alias seen that some rule may ask for. */
export interface Cue {
  readonly alias: number;
  readonly start: number;
  readonly surface: string;
}

/** A full name seen: one of our Terms, or somebody else with the surname of one. */
export interface Naming {
  readonly start: number;
  readonly end: number;
  readonly term?: number;
  /** Folded; empty unless it is a person's. */
  readonly surname: string;
  readonly surface: string;
}

/** A short form that the passage introduces, such as "(the Act)". */
export interface ShortForm {
  /** As written, without article and quote marks. */
  readonly text: string;
  /** Left out when it stands for something that is none of our Terms. */
  readonly term?: number;
  /** Where in the passage it is introduced. */
  readonly start: number;
}

/** What one block of text has to tell, without deciding anything yet. */
export interface PassageReading {
  readonly text: string;
  readonly matches: readonly Match[];
  readonly cues: readonly Cue[];
  readonly pageCues: readonly Cue[];
  readonly names: readonly Naming[];
  readonly shorts: readonly ShortForm[];
  /** Whether any alias in it can mean a Term at all; others are mere cues. */
  readonly mayMean: boolean;
}
