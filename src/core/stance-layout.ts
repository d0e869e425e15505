import { wrapText } from './wrap-text.ts';

/** Where one question's words and marks are drawn, in CSS px from the picture's top. */
export interface StanceRowPlace {
  readonly top: number;
  readonly lines: readonly string[];
  /** Baseline of the first line. */
  readonly textTop: number;
  /** Middle of the marks. */
  readonly middle: number;
}

/** A drawn map. Columns are the middles of the marks, from the side where reading starts. */
export interface StanceLayout {
  readonly height: number;
  readonly labelWidth: number;
  readonly lineHeight: number;
  readonly columns: readonly number[];
  readonly rows: readonly StanceRowPlace[];
}

/** Narrower pictures have the question above its marks. */
const LEAST_WIDTH_BESIDE_PX = 680;
const COLUMN_PX = 84;
const LINE_PX = 19;
/** Room for the largest mark and a finger. */
const MARK_ROW_PX = 32;
const PADDING_PX = 7;
/** A letter of 15 px serif type, generously. */
const LETTER_PX = 7.4;
/** From a line's top to its baseline. */
const BASELINE_PX = 14;

/** Lays questions and columns out in the given width; on a phone, marks stand under their question. */
export function layoutStanceMap(questions: readonly string[], columns: number, width: number): StanceLayout {
  const isBeside = width >= LEAST_WIDTH_BESIDE_PX;
  const labelWidth = isBeside ? width - columns * COLUMN_PX : 0;
  const columnWidth = isBeside ? COLUMN_PX : width / columns;
  const textWidth = isBeside ? labelWidth - PADDING_PX * 2 : width;
  const rows: StanceRowPlace[] = [];
  let top = 0;
  for (const question of questions) {
    const lines = wrapText(question, Math.max(1, Math.floor(textWidth / LETTER_PX)));
    const textHeight = lines.length * LINE_PX;
    const height = isBeside ? Math.max(textHeight, MARK_ROW_PX) : textHeight + MARK_ROW_PX;
    const textTop = isBeside ? top + PADDING_PX + (height - textHeight) / 2 : top + PADDING_PX;
    const middle = isBeside ? top + PADDING_PX + height / 2 : textTop + textHeight + MARK_ROW_PX / 2;
    rows.push({ top, lines, textTop: textTop + BASELINE_PX, middle });
    top += height + PADDING_PX * 2;
  }
  return {
    height: top,
    labelWidth,
    lineHeight: LINE_PX,
    columns: Array.from({ length: columns }, (_, at) => labelWidth + (at + 0.5) * columnWidth),
    rows,
  };
}
