/** WCAG 2.2, 1.4.3 and 1.4.11. */
const LEAST_FOR_TEXT = 4.5;
const LEAST_FOR_GLYPHS = 3;

/** Every text and glyph of the card that stands out too little from what is behind it, a line each. */
export function findContrastFaults(shadow: ShadowRoot): readonly string[] {
  const faults: string[] = [];
  for (const element of shadow.querySelectorAll<HTMLElement | SVGElement>('.card *')) {
    const isGlyph = element.matches('svg');
    if (element.matches(':disabled, :disabled *') || !(isGlyph || hasText(element))) continue;
    const { color } = getComputedStyle(element);
    const ratio = contrast(color, backgroundOf(element));
    if (ratio >= (isGlyph ? LEAST_FOR_GLYPHS : LEAST_FOR_TEXT)) continue;
    faults.push(`contrast ${ratio.toFixed(2)}: ${element.getAttribute('class') ?? element.localName}`);
  }
  return [...new Set(faults)];
}

function hasText(element: Element): boolean {
  return [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
}

/** The card's backgrounds are opaque or absent. */
function backgroundOf(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
  }
  throw new Error('the card has no background');
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) =>
    linear(Number(part) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
