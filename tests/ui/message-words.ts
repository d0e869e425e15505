import type { Words } from '../../src/ui/words.ts';

/** The shape of `_locales/<language>/messages.json`. */
export type Messages = Readonly<
  Record<
    string,
    {
      readonly message: string;
      readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
    }
  >
>;

/** Words straight from a messages file, as a browser would fill them. */
export function createMessageWords(
  messages: Messages,
  language = 'en',
  dress: (message: string) => string = (message) => message,
): Words {
  return {
    language,
    direction: 'ltr',
    t: (key, ...substitutions) => {
      const entry = messages[key];
      if (!entry) return '';
      const numbered = dress(entry.message).replace(/\$([a-z]\w*)\$/gi, (whole, name: string) => {
        return entry.placeholders?.[name.toLowerCase()]?.content ?? whole;
      });
      return numbered.replace(/\$(\d)/g, (_, position: string) =>
        String(substitutions[Number(position) - 1] ?? ''),
      );
    },
  };
}

/** A text a good third longer, as German and Russian often are. */
export function lengthen(message: string): string {
  return message.replace(/\p{L}{4,}/gu, (word) => word + word.slice(-3));
}

const ALEPH = 0x05d0;

/** Every letter a Hebrew one, read from right to left. */
export function turnAround(message: string): string {
  return message.replace(/[a-z]/gi, (letter) =>
    String.fromCodePoint(ALEPH + ((letter.toLowerCase().charCodeAt(0) - 97) % 22)),
  );
}
