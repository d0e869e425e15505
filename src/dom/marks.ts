import type { MarkNames } from '../core/mark-style.ts';
import type { Mention } from '../core/mention.ts';
import type { PaintedMention, PaintedMentions } from './painted.ts';
import { createWalker } from './safe-document.ts';
import { compareOrder, rootOf } from './safe-dom.ts';

/** A Mark to paint: where, and whether inside a link, which is underlined already. */
export interface MarkPlace {
  readonly mention: Mention;
  readonly range: StaticRange;
  readonly inLink: boolean;
}

const NAME_LETTERS = 10;

/** Two names of lower-case letters that no other document has. */
export function randomMarkNames(): MarkNames {
  return { plain: randomName(), inLink: randomName() };
}

function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NAME_LETTERS));
  return Array.from(bytes, (byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

/** Paints Mentions through the CSS Custom Highlight API: the page's DOM stays as it is. */
export class Marks implements PaintedMentions {
  readonly #names: MarkNames;
  /** Where the style cannot be inserted for the whole page, roots are given it one by one. */
  readonly #onRoot: (root: Node) => void;
  #painted: PaintedMention[] = [];
  #byNode = new WeakMap<Node, PaintedMention[]>();
  #roots = new Set<ShadowRoot>();
  #plain = new Highlight();
  #inLink = new Highlight();
  #nextId = 1;
  readonly #ids = new WeakMap<Mention, number>();

  constructor(names: MarkNames, onRoot: (root: Node) => void) {
    this.#names = names;
    this.#onRoot = onRoot;
  }

  /** Replaces all Marks by these; a Mention that was painted before keeps its id. */
  paint(places: readonly MarkPlace[]): void {
    this.#plain = new Highlight();
    this.#inLink = new Highlight();
    this.#byNode = new WeakMap();
    this.#roots = new Set();
    this.#painted = places.map((place) => this.#paintOne(place));
    this.assert();
  }

  /** Registers the highlights again when the page has cleared them. Cheap when it has not. */
  assert(): void {
    // At rest on a page without Mentions not even an empty highlight is registered.
    if (this.#painted.length === 0) {
      this.#unregister();
      return;
    }
    if (CSS.highlights.get(this.#names.plain) !== this.#plain)
      CSS.highlights.set(this.#names.plain, this.#plain);
    if (CSS.highlights.get(this.#names.inLink) !== this.#inLink)
      CSS.highlights.set(this.#names.inLink, this.#inLink);
  }

  clear(): void {
    this.paint([]);
  }

  findIn(node: Text): readonly PaintedMention[] {
    return this.#byNode.get(node) ?? [];
  }

  findAll(): readonly PaintedMention[] {
    return this.#painted;
  }

  findRoots(): readonly ShadowRoot[] {
    return [...this.#roots];
  }

  /** The id that a Mention has or will have when painted. */
  idOf(mention: Mention): number {
    const known = this.#ids.get(mention);
    if (known !== undefined) return known;
    const id = this.#nextId;
    this.#nextId += 1;
    this.#ids.set(mention, id);
    return id;
  }

  #paintOne({ mention, range, inLink }: MarkPlace): PaintedMention {
    const painted = { id: this.idOf(mention), mention, range };
    (inLink ? this.#inLink : this.#plain).add(range);
    const root = rootOf(range.startContainer);
    if (root instanceof ShadowRoot && !this.#roots.has(root)) {
      this.#roots.add(root);
      this.#onRoot(root);
    }
    for (const node of textNodesOf(range)) {
      const others = this.#byNode.get(node);
      if (others) others.push(painted);
      else this.#byNode.set(node, [painted]);
    }
    return painted;
  }

  #unregister(): void {
    CSS.highlights.delete(this.#names.plain);
    CSS.highlights.delete(this.#names.inLink);
  }
}

/** The text nodes that a range touches; most touch one. */
function textNodesOf(range: StaticRange): readonly Node[] {
  const { startContainer, endContainer } = range;
  // The page may have taken out one of them since, and then no walk ever comes to the other.
  if (startContainer === endContainer || rootOf(startContainer) !== rootOf(endContainer))
    return [startContainer];
  const nodes = [startContainer];
  const walker = createWalker(rootOf(startContainer), NodeFilter.SHOW_TEXT);
  walker.currentNode = startContainer;
  for (
    let node = walker.nextNode();
    node && compareOrder(node, endContainer) <= 0;
    node = walker.nextNode()
  ) {
    nodes.push(node);
  }
  return nodes;
}
