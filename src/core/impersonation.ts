import { foldText } from './normalize.ts';

/** What a reader knows a Pack by. */
export interface PackFace {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
}

function lettersLike(letters: string, latin: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...letters].map((letter, at) => [letter, latin[at] ?? '']));
}

/** Letters and digits that look like another letter, beyond what folding makes one. */
const LIKE: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', е: 'e', ѕ: 's', і: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c' },
  ...{ т: 't', у: 'y', х: 'x', ԁ: 'd', ԍ: 'g', ԛ: 'q', ԝ: 'w', һ: 'h', ӏ: 'l', ь: 'b', г: 'r', п: 'n' },
  ...{
    α: 'a',
    β: 'b',
    ε: 'e',
    η: 'n',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
    ω: 'w',
  },
  ...lettersLike('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz'),
  ...lettersLike('ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ', 'bpdtgkjczfmnlsrvhwxyaeiou'),
  ...lettersLike('ꭰꭱꭲꭵꭺꭻꭼꮃꮇꮋꮐꮓꮪꮞꮤꮩꮮꮯꮲ', 'drtiajewmhgzs4wvlcp'),
  ...{ ɡ: 'g', ɑ: 'a', ɩ: 'i', ⲟ: 'o', օ: 'o', ո: 'n', ս: 'u', ց: 'g', հ: 'h', Ꮪ: 's' },
  ...{ '0': 'o', '1': 'l', '3': 'e', '5': 's', '|': 'l' },
};

/** Capitals that look like another letter than their small ones do. */
const LIKE_CAPITALS: Readonly<Record<string, string>> = { Η: 'h', Ν: 'n', Υ: 'y', Г: 'r', П: 'n' };

/** Which field of a Pack passes for that of a bundled one; nothing when none does. */
export function findImpersonation(
  pack: PackFace,
  bundled: readonly PackFace[],
): 'id' | 'title' | 'publisher' | undefined {
  const face = faceOf(pack);
  const faces = bundled.map(faceOf);
  if (faces.some(({ id }) => id === face.id)) return 'id';
  if (faces.some(({ title }) => title === face.title || title === face.publisher)) return 'title';
  const isOurs = faces.some(({ publisher }) =>
    [face.publisher, face.title].some((one) => one.includes(publisher)),
  );
  return isOurs ? 'publisher' : undefined;
}

function faceOf({ id, title, publisher }: PackFace): PackFace {
  return { id: skeleton(id), title: skeleton(title), publisher: skeleton(publisher) };
}

/**
 * Texts that look alike have the same one: no case, signs, spaces; letters of other scripts as the Latin ones they
 * look like.
 */
function skeleton(text: string): string {
  const capitals = [...text.normalize('NFKC')].map((letter) => LIKE_CAPITALS[letter] ?? letter).join('');
  const letters = [...foldText(capitals).text].map((letter) => LIKE[letter] ?? letter);
  return letters
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('i', 'l')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}
