type Middle = readonly [x: number, y: number];

/** Columns and rows are further apart than this, px. */
const SAME_LINE_PX = 12;

/** How far along the arrow's way the other cell lies, px; nothing when it lies elsewhere. */
const WAYS: Readonly<Record<string, (from: Middle, to: Middle) => number | undefined>> = {
  ArrowRight: ([x, y], [toX, toY]) => ahead(toX - x, toY - y),
  ArrowLeft: ([x, y], [toX, toY]) => ahead(x - toX, toY - y),
  ArrowDown: ([x, y], [toX, toY]) => ahead(toY - y, toX - x),
  ArrowUp: ([x, y], [toX, toY]) => ahead(y - toY, toX - x),
};

function ahead(along: number, across: number): number | undefined {
  return along > 0 && Math.abs(across) < SAME_LINE_PX ? along : undefined;
}

/** Arrows go to the next cell of the picture that can be opened, in the direction in which one sees it. */
export function walkCells(event: KeyboardEvent): void {
  const way = WAYS[event.key];
  const { currentTarget, target } = event;
  if (!way || !(currentTarget instanceof Element) || !(target instanceof Element)) return;
  event.preventDefault();
  const from = middleOf(target);
  let nearest: { readonly cell: SVGElement; readonly along: number } | undefined;
  for (const cell of currentTarget.querySelectorAll<SVGElement>('.cell')) {
    const along = way(from, middleOf(cell));
    if (along !== undefined && along < (nearest?.along ?? Number.POSITIVE_INFINITY))
      nearest = { cell, along };
  }
  nearest?.cell.focus();
}

function middleOf(element: Element): Middle {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}
