import type { CardClaim } from '../core/card-claim.ts';
import { Byline } from './byline.tsx';
import { StanceGlyph } from './glyph.tsx';
import { NoteView } from './note-view.tsx';
import { OutwardLink } from './outward-link.tsx';
import { useWords, type Words } from './words.ts';

interface ClaimViewProps {
  readonly claim: CardClaim;
}

/** One Claim: direction and strength, the argument, then who makes it and where; its notes with it. */
export function ClaimView({ claim }: ClaimViewProps) {
  const words = useWords();
  return (
    <>
      <p class="argument" dir="auto" lang={words.content}>
        <bdi dir="auto" class="stance" lang={words.language} data-stance={claim.stance}>
          <StanceGlyph stance={claim.stance} />
          <b>{stanceText(claim, words)}</b>
        </bdi>{' '}
        {claim.text}
      </p>
      <p class="byline">
        <Byline by={claim.by} />
        {'\u00a0'}
        <Places claim={claim} />
      </p>
      <ClaimNotes claim={claim} />
    </>
  );
}

/** Where the record differs from a Claim: shown wherever the Claim is. */
export function ClaimNotes({ claim }: { readonly claim: CardClaim }) {
  return (
    <>
      {claim.notes.map((note) => (
        <NoteView key={note.id} note={note} underClaim />
      ))}
    </>
  );
}

/** The paragraphs a Claim stands in, each a link that lands on its words. */
export function Places({ claim }: { readonly claim: CardClaim }) {
  return (
    <span class="places">
      {claim.places.map((place) => (
        <OutwardLink key={place.href} href={place.href} class="place">
          ¶{place.paragraph}
          <span aria-hidden="true"> ↗</span>
        </OutwardLink>
      ))}
    </span>
  );
}

/** Direction and strength in words. */
export function stanceText(claim: CardClaim, { t }: Words): string {
  const degree = claim.basis === 'implied' ? 'implied' : claim.strength;
  if (claim.answer !== undefined) return t(`card_answer_${degree}`, claim.answer);
  return t(`card_stance_${claim.stance}_${degree}`);
}
