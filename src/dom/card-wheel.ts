function canScroll(scroller: Element, downPx: number): boolean {
  const { scrollTop, scrollHeight, clientHeight } = scroller;
  // Fractions of a pixel remain at the end, under zoom.
  return downPx < 0 ? scrollTop > 0 : scrollTop + clientHeight < scrollHeight - 1;
}

/** Keeps the wheel over a card in the card: at its end, and over its head and foot, the page behind does not move. */
export function holdWheel(frame: HTMLElement, signal: AbortSignal): void {
  const onWheel = (event: WheelEvent) => {
    // With Ctrl it zooms the page.
    if (event.ctrlKey) return;
    const scroller = event.composedPath().find((at) => at instanceof Element && at.matches('.scroll'));
    if (!(scroller instanceof Element) || !canScroll(scroller, event.deltaY)) event.preventDefault();
  };
  frame.addEventListener('wheel', onWheel, { passive: false, signal });
}
