import type { CardProse } from '../core/card-claim.ts';
import { ContentText } from './content-text.tsx';
import { OutwardLink } from './outward-link.tsx';

/** Text of ours with its pointers to Sources as links. */
export function ProseText({ prose }: { readonly prose: CardProse }) {
  return (
    <ContentText>
      {prose.map((part) => {
        if (typeof part === 'string') return part;
        return (
          <OutwardLink key={`${part.href} ${part.paragraph}`} href={part.href} class="place">
            ¶{part.paragraph}
            <span class="unseen"> {part.source}</span>
          </OutwardLink>
        );
      })}
    </ContentText>
  );
}
