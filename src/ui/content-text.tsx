import type { ComponentChildren } from 'preact';
import { useWords } from './words.ts';

interface ContentTextProps {
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** Words of the corpus amid those of the interface: in their own language, so that they are read out in it, and direction. */
export function ContentText({ class: name, children }: ContentTextProps) {
  return (
    <bdi class={name} lang={useWords().content}>
      {children}
    </bdi>
  );
}
