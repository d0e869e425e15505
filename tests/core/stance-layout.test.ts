import { describe, expect, test } from 'vitest';
import { layoutStanceMap } from '../../src/core/stance-layout.ts';

const questions = [
  'Short?',
  'A question long enough to need more than one line on any screen, however wide it is?',
];

describe.each([360, 679, 680, 1280])('a map %d px wide', (width) => {
  const layout = layoutStanceMap(questions, 5, width);

  test('rows follow each other without overlap, inside the picture', () => {
    const [first, second] = layout.rows;
    expect(first?.middle).toBeLessThan(second?.top ?? 0);
    expect(second?.middle).toBeLessThan(layout.height);
    expect((second?.textTop ?? 0) + ((second?.lines.length ?? 0) - 1) * layout.lineHeight).toBeLessThan(
      layout.height,
    );
  });

  test('columns stand apart, inside the picture', () => {
    const gaps = layout.columns.slice(1).map((column, at) => column - (layout.columns[at] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(40);
    expect(layout.columns.at(-1)).toBeLessThan(width);
  });

  test('words stand beside the marks where there is room, else above them', () => {
    const [first] = layout.rows;
    const isAbove = (first?.middle ?? 0) > (first?.textTop ?? 0) + 15;
    expect(isAbove).toBe(width < 680);
    expect(layout.labelWidth > 0).toBe(width >= 680);
  });
});
