import type { CardQuestion } from '../core/card-question.ts';
import type { Stance } from '../core/types.ts';
import { StanceGlyph } from './glyph.tsx';
import { countText, listText, useWords, type Words } from './words.ts';

const STANCES = ['for', 'against', 'mixed', 'silent'] as const;

/** How many Sources stand where, by shape and in words; silence counts. */
export function Tally({ question }: { readonly question: CardQuestion }) {
  const words = useWords();
  return (
    <p class="tally">
      <span class="dots">
        {question.stands.map((stand) => (
          <StanceGlyph key={stand.source} stance={stand.stance} />
        ))}
      </span>
      <span>{tallyText(question, words)}</span>
    </p>
  );
}

/** The same with names: who stands where. */
export function Stands({ question }: { readonly question: CardQuestion }) {
  const words = useWords();
  const groups = STANCES.map((stance) => ({
    stance,
    names: question.stands.filter((stand) => stand.stance === stance).map((stand) => stand.source),
  })).filter(({ names }) => names.length > 0);
  return (
    <ul class="stands">
      {groups.map(({ stance, names }) => (
        <li key={stance}>
          <StanceGlyph stance={stance} />
          <span>
            {words.t(`card_stand_${wordOf(stance, question)}`, listText(words, names, 'conjunction'))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function tallyText(question: CardQuestion, words: Words): string {
  const parts: string[] = [];
  for (const stance of STANCES) {
    const count = question.stands.filter((stand) => stand.stance === stance).length;
    if (count === 0) continue;
    const key = parts.length === 0 ? 'card_count' : 'card_next';
    parts.push(countText(words, `${key}_${wordOf(stance, question)}`, count));
  }
  return listText(words, parts, 'unit');
}

/** yes and no, or the first and the second answer where the question is no yes-or-no. */
function wordOf(stance: Stance | 'silent', question: CardQuestion): string {
  if (question.asks === 'yes-no' || stance === 'mixed' || stance === 'silent') return stance;
  return question.positions[0]?.stance === stance ? 'first' : 'second';
}
