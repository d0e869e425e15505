/** The one line shown at a stop of the walk by keyboard: system colours, since it says little and must be seen. */
export const peekStyle = `
.peek {
  padding: 4px 10px;
  border: 2px solid;
  border-radius: 6px;
  color-scheme: light dark;
  background: Canvas;
  color: CanvasText;
  font: 13px/1.4 system-ui, sans-serif;
}
`;
