/** One text of a `_locales` file, as the browsers define it. */
export interface MessageEntry {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string; readonly example?: string }>>;
}

/** A whole `messages.json`. */
export type MessageFile = Readonly<Record<string, MessageEntry>>;

/** Texts by key, places written `$1` to `$9` and in no other way. */
export type PlainTexts = Readonly<Record<string, string>>;

/** A file's texts with their named placeholders replaced by places, so that filling them in takes one step. */
export function plainTexts(file: MessageFile): PlainTexts {
  const t = createTranslate(file);
  const places = Array.from({ length: 9 }, (_, at) => `$${at + 1}`);
  return Object.fromEntries(Object.keys(file).map((key) => [key, t(key, ...places)]));
}

/**
 * Texts by key as the browsers' own `getMessage` gives them: `$1` to `$9`, named placeholders, `$$` for a dollar.
 * An unknown key gives an empty text, a missing substitution nothing.
 */
export function createTranslate(
  file: MessageFile,
): (key: string, ...substitutions: readonly (string | number)[]) => string {
  return (key, ...substitutions) => {
    const entry = Object.hasOwn(file, key) ? file[key] : undefined;
    if (!entry) return '';
    const fill = (text: string): string =>
      text.replace(/\$(?:(\$)|([1-9])|([A-Za-z_]\w*)\$)/g, (whole, dollar, place, name) => {
        if (dollar) return '$';
        if (place) return String(substitutions[Number(place) - 1] ?? '');
        const content = findPlaceholder(entry, name);
        return content === undefined ? whole : fill(content);
      });
    return fill(entry.message);
  };
}

/** Names of placeholders are alike in either case. */
function findPlaceholder({ placeholders = {} }: MessageEntry, name: string): string | undefined {
  const found = Object.entries(placeholders).find(([key]) => key.toLowerCase() === name.toLowerCase());
  return found?.[1].content;
}
