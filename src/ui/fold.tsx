import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from './glyph.tsx';

interface FoldProps {
  readonly label: ComponentChildren;
  readonly class?: string;
  readonly open?: boolean;
  /** What is folded begins a section of its own, which its label heads. */
  readonly isHeading?: boolean;
  readonly children: ComponentChildren;
}

/** A disclosure: a button that says whether it is open, and what it opens. */
export function Fold({ label, class: name, open: openAtFirst = false, isHeading, children }: FoldProps) {
  const [open, setOpen] = useState(openAtFirst);
  const id = useId();
  const button = (
    <button
      type="button"
      class="unfold"
      aria-expanded={open}
      aria-controls={id}
      onClick={() => setOpen(!open)}
    >
      <span>{label}</span>
      <Icon name="unfold" />
    </button>
  );
  return (
    <div class={name ? `fold ${name}` : 'fold'}>
      {isHeading ? <h4 dir="auto">{button}</h4> : button}
      <div id={id} hidden={!open}>
        {open && children}
      </div>
    </div>
  );
}
