import { cardMostHeight, gapPx } from '../core/place-card.ts';

/** Height of a sheet when it opens, share of the screen: enough for the gloss, and most of the page stays in sight. */
const sheetFirstStop = 0.35;

/** Height of a sheet pulled open, share of the screen: some of the page stays in sight. */
export const sheetLastStop = 0.85;

/** Height under which a sheet has no room for a line of text, CSS px (strong zoom): it opens this high at least. */
const sheetLeastPx = 160;

/**
 * Rules of the host and its frame, a line each: no tool makes this text smaller. `!important` on `:host` beats every
 * rule of the page, also inline ones, so the host is a point of no size and everything visible is in the frame.
 */
export const cardHostStyle = `
:host{all:initial!important;position:fixed!important;inset:0 auto auto 0!important;display:block!important;inline-size:0!important;block-size:0!important;overflow:visible!important;background:none!important}
:host(:not(:popover-open)){display:none!important}
@media print{:host{display:none!important}}
.frame{position:fixed;box-sizing:border-box;display:flex;flex-direction:column;inset:0 auto auto 0;inline-size:max-content;max-inline-size:calc(100vw - ${2 * gapPx}px);max-block-size:${100 * cardMostHeight}vh;outline:none;overscroll-behavior:contain}
.frame[data-shape=sheet]{inset:auto 0 0;margin-inline:auto;inline-size:100%;max-inline-size:640px;max-block-size:none;block-size:max(${100 * sheetFirstStop}dvh,min(${sheetLeastPx}px,100dvh - 48px))}
.frame[data-shape=sheet][data-side=above]{inset-block:0 auto}
.frame[data-stop=last]{block-size:${100 * sheetLastStop}dvh}
.body{flex:1 1 auto;min-block-size:0;display:flex;flex-direction:column}
.handle{cursor:grab;touch-action:none}
.said{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
`;
