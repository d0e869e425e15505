import card from './card.css';
import question from './card-question.css';
import record from './card-record.css';
import tokens from './tokens.css';

/** The style sheet of the card, tokens first; the host adopts it in its shadow root. */
export const cardStyles: string = [tokens, card, question, record].join('\n');
