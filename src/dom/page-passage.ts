import { findBlock, type Passage, readPassage, type TextRun } from './text-runs.ts';
import { TextWalk } from './text-walk.ts';

/** Longer pages are read to here: an article with its comments is far shorter. */
const mostUnits = 400_000;

/** All text of the document as one Passage, its blocks in order with a line break between them. */
export function readPagePassage(): Passage {
  const blocks = new Set<Node>();
  const walk = new TextWalk(document);
  for (let node = walk.next(); node; node = walk.next()) {
    const block = node.data.trim() === '' ? undefined : findBlock(node);
    if (block) blocks.add(block);
  }
  const runs: TextRun[] = [];
  let text = '';
  for (const block of blocks) {
    if (text.length > mostUnits) break;
    const passage = isShown(block) ? readPassage(block) : undefined;
    if (!passage) continue;
    for (const { node, start } of passage.runs) runs.push({ node, start: text.length + start });
    text += `${passage.text}\n`;
  }
  return { block: document, text, runs };
}

function isShown(block: Node): boolean {
  return !(block instanceof Element) || Element.prototype.checkVisibility.call(block);
}
