import type { PackFault, PreparePhase } from '../../browser/prepare-pack.ts';
import type { PackVersion } from '../../core/added-packs.ts';
import type { PackId } from '../../core/ids.ts';
import type { PackFace } from '../../core/impersonation.ts';
import type { ChangedItem, DiffList, FieldChange } from '../../core/pack-diff.ts';

/** What differs between two versions, as much of it as anybody reads. */
export interface ShownDiff {
  readonly about: readonly FieldChange[];
  readonly parts: readonly {
    readonly list: DiffList;
    readonly kind: 'added' | 'removed' | 'changed';
    readonly total: number;
    /** The first of them. */
    readonly items: readonly ChangedItem[];
  }[];
}

/** What a reader is shown of a Pack before it is kept. */
export interface ImportPreview {
  readonly id: PackId;
  readonly version: PackVersion;
  readonly description?: string;
  /** Labels of a few of its Terms. */
  readonly examples: readonly string[];
  readonly isSealed: boolean;
  /** What is different from the version that it takes the place of; left out for a new Pack. */
  readonly diff?: ShownDiff;
}

/** As much of a Pack that is there as another version of it is held against. */
export interface KnownPack {
  readonly id: string;
  readonly content: string;
  /** What later versions must be signed with. */
  readonly key?: string;
}

/** To the worker that reads Packs off the page's thread. */
export type ToImportWorker =
  | {
      readonly type: 'prepare';
      readonly source: Blob;
      readonly bundled: readonly PackFace[];
      readonly mustBeSealed: boolean;
      /** The Packs that are there. */
      readonly known: readonly KnownPack[];
    }
  /** Keeps the contents of what was prepared. */
  | { readonly type: 'keep' }
  | { readonly type: 'compare'; readonly before: string; readonly now: string };

export type ImportFault = PackFault | { readonly fault: 'too-large' | 'damaged' };

export type FromImportWorker =
  /** `done` from 0 to 1. */
  | { readonly type: 'progress'; readonly phase: PreparePhase; readonly done: number }
  | { readonly type: 'prepared'; readonly preview: ImportPreview }
  | { readonly type: 'refused'; readonly fault: ImportFault }
  | { readonly type: 'kept' }
  | { readonly type: 'not-kept' }
  /** Nothing when one of the two is not kept any more. */
  | { readonly type: 'compared'; readonly diff?: ShownDiff };
