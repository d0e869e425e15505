import type { PublicRecord } from '../core/types.ts';
import { OutwardLink } from './outward-link.tsx';

/** The records a statement rests on, each a link where it has an address. */
export function RecordLine({ records }: { readonly records: readonly PublicRecord[] }) {
  return (
    <>
      {records.map((record, index) => (
        <span key={record.cite}>
          {index > 0 && '; '}
          {record.url ? (
            <OutwardLink href={record.url} class="quiet-link">
              {record.cite}
            </OutwardLink>
          ) : (
            <bdi>{record.cite}</bdi>
          )}
        </span>
      ))}
    </>
  );
}
