/** Nearly all texts: nothing here can be unseen, turn a line around or pile up. */
const HARMLESS =
  /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0373\u0386-\u03ff\u0400-\u0481\u2010-\u2027\u2030-\u205e]*$/;

/** Control, private, half and broken characters, line ends of every kind, and what is drawn as nothing. */
const UNFIT =
  /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\ufff9-\ufffb\u2800]|(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{Default_Ignorable_Code_Point}/u;

/** A joiner or non-joiner belongs after letters that join, signs upon letters, and pictures; elsewhere it only hides. */
const STRAY_JOINER =
  /(?<!\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Nko}|\p{Script=Mongolian}|\p{M}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)(?:\u200c|\u200d)/u;

/** No script writes so many signs upon one letter. */
const PILE = /\p{M}{7}/u;

/** What makes a text unfit to be shown beside others, in words; undefined when nothing does. Markup is just text. */
export function textFault(text: string): string | undefined {
  if (HARMLESS.test(text)) return undefined;
  const found = UNFIT.exec(text) ?? STRAY_JOINER.exec(text);
  if (found)
    return `holds ${nameOf(found[0])}, which cannot be seen or changes how text is read; take it out`;
  return PILE.test(text) ? 'piles more than six signs upon one letter' : undefined;
}

function nameOf(char: string): string {
  return `the character U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
