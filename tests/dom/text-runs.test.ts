// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { findBlock, type Passage, rangeOf, readPassage } from '../../src/dom/text-runs.ts';
import { TextScan } from '../../src/dom/text-scan.ts';
import { TextWalk } from '../../src/dom/text-walk.ts';

const page = (html: string): HTMLElement => {
  document.body.innerHTML = html;
  return document.body;
};

/** Candidates of these tests: every "Act" that stands as a word of its own, and every "Magnitsky Act". */
const findActs = (text: string) =>
  [...text.matchAll(/(?<!\w)(?:Magnitsky )?Act(?!\w)/g)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));

const textsOf = (root: Node): string[] => {
  const walk = new TextWalk(root);
  const texts: string[] = [];
  for (let node = walk.next(); node; node = walk.next()) texts.push(node.data);
  return texts;
};

describe('TextWalk', () => {
  test.each([
    ['<p>a</p><p>b</p>', ['a', 'b']],
    ['<p>a</p><script>x</script><p>b</p>', ['a', 'b']],
    ['<style>x</style><p>a</p>', ['a']],
    ['<p>a <code>x</code> b</p>', ['a ', ' b']],
    ['<div contenteditable><p>x</p></div><p>b</p>', ['b']],
    ['<div contenteditable="false"><p>a</p></div>', ['a']],
    ['<textarea>x</textarea><select><option>x</option></select>a', ['a']],
    ['<div role="textbox">x</div>a', ['a']],
    ['<div aria-hidden="true">x<p>x</p></div>a', ['a']],
    ['<pre>x<b>x</b></pre>a', ['a']],
    ['<div hidden>x</div>a', ['a']],
    ['<pre>x<code>x</code></pre><code>x</code><p>a</p>', ['a']],
    ['a<svg><text>x</text></svg><math><mi>x</mi></math>', ['a']],
    ['<a:b>a</a:b><my-code>b</my-code>', ['a', 'b']],
    ['', []],
  ])('P16 %s reads %j', (html, texts) => {
    expect(textsOf(page(html))).toEqual(texts);
  });

  test('P16 what is never read is known in XML, too, and with a prefix', () => {
    const names = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:s="http://www.w3.org/2000/svg"';
    const body = '<body><s:svg>x</s:svg><code>x</code><p>a</p></body>';
    const parsed = new DOMParser().parseFromString(`<html ${names}>${body}</html>`, 'application/xhtml+xml');
    expect(textsOf(parsed.documentElement)).toEqual(['a']);
  });

  test('P27 it stops after as many nodes as it was told, and goes on from there', () => {
    const walk = new TextWalk(page(`${'<i></i>'.repeat(50)}<p>a</p><code>x</code><p>b</p>`));
    const texts: string[] = [];
    let stops = 0;
    while (!walk.done) {
      const node = walk.next(10);
      if (node) texts.push(node.data);
      else stops += 1;
    }
    expect([texts, stops]).toEqual([['a', 'b'], 6]);
  });

  test('it tells of shadow roots on the way, but not of those in what is never read', () => {
    const root = page(
      '<div id="a"><b>x</b></div><x-y id="b"></x-y><div contenteditable><p id="c"></p></div>',
    );
    for (const host of ['#a', '#b', '#c']) root.querySelector(host)?.attachShadow({ mode: 'open' });
    const hosts: string[] = [];
    const walk = new TextWalk(root, ({ host }) => hosts.push(host.id));
    for (let node = walk.next(); node; node = walk.next());
    expect(hosts).toEqual(['a', 'b']);
  });

  test('P33 a form whose controls are named like properties is read like any other', () => {
    const names = [
      'parentNode',
      'childNodes',
      'nodeName',
      'querySelectorAll',
      'closest',
      'matches',
      'contains',
    ];
    const inputs = names.map((name) => `<input name="${name}">`).join('');
    expect(textsOf(page(`<form>${inputs}<p>a</p></form>`))).toEqual(['a']);
  });
});

describe('readPassage', () => {
  test.each([
    ['<p>the <b>Magnitsky</b> Act</p>', 'the Magnitsky Act'],
    ['<p>one<br>two</p>', 'one\ntwo'],
    ['<p>Magn<wbr>itsky</p>', 'Magnitsky'],
    ['<p>see <code>x</code> Act</p>', 'see \n Act'],
    ['<p><i></i></p>', undefined],
  ])('%s reads %j', (html, text) => {
    const block = page(html).firstElementChild;
    expect(block && readPassage(block)?.text).toBe(text);
  });

  test.each([
    ['<p>an Act <span contenteditable>secret</span> of 2012</p>', 'an Act \n of 2012'],
    ['<p>an <b>Act <i contenteditable>se<u>cret</u></i></b></p>', 'an Act \n'],
    ['<label>an Act <input value="secret"> <textarea>secret</textarea></label>', 'an Act \n \n'],
    ['<p>an Act <span role="textbox">secret</span></p>', 'an Act \n'],
    ['<div>an Act<div contenteditable="plaintext-only">secret</div></div>', 'an Act\n'],
    ['<p>an Act <button role="combobox">secret</button></p>', 'an Act \n'],
  ])('P15 P16 of %s only %j is read', (html, text) => {
    const block = page(html).firstElementChild;
    expect(block && readPassage(block)?.text).toBe(text);
  });

  test('a block inside a block is left to its own passage', () => {
    const block = page('<div>one<p>two</p>three</div>').firstElementChild;
    expect(block && readPassage(block)?.text).toBe('one\nthree');
  });

  test.each<[string, (node: Text) => void, boolean]>([
    ['as it was', () => {}, true],
    ['cut to where a word starts', (node) => node.deleteData(4, 4), false],
    ['cut before it', (node) => node.deleteData(3, 5), false],
    ['another', (node) => node.replaceData(4, 1, 'x'), false],
  ])('a word that began in a text that is %s by now has a place: %s', (_, change, isThere) => {
    const block = page('<p>the Magn<b>itsky</b></p>').firstElementChild as Element;
    const passage = readPassage(block) as Passage;
    change(block.firstChild as Text);
    expect(rangeOf(passage, 4, 13) !== undefined).toBe(isThere);
  });

  test('every unit of the text leads back to its node', () => {
    const block = page('<p>the <b>Magnit</b>sky<br><a href="#">Act</a></p>').firstElementChild;
    const passage = block && readPassage(block);
    for (const { node, start } of passage?.runs ?? []) {
      expect(passage?.text.slice(start, start + node.length)).toBe(node.data);
    }
  });
});

describe('TextScan', () => {
  const blocksOf = (html: string): string[] => {
    const scan = new TextScan(page(html), findActs);
    const found = new Set<Node>();
    while (!scan.done) for (const block of scan.next().keys()) found.add(block);
    return [...found].map((block) => (block as Element).id);
  };

  test.each([
    ['<p id="a">the Act</p><p id="b">nothing</p>', ['a']],
    ['<h2 id="a">Fact</h2><p id="b">Act</p>', ['b']],
    ['<h2 id="a">The</h2><p id="b">Act</p><p id="c">Act</p>', ['b', 'c']],
    ['<p id="a">the <b>Magnitsky</b> Act</p>', ['a']],
    ['<p id="a">A<b>ct</b></p>', ['a']],
    ['<p id="a">f<b>Act</b></p>', []],
    ['<ul><li id="a">Act<ul><li id="b">Act</li></ul></li></ul>', ['a', 'b']],
    ['<div id="a" contenteditable>Act</div>', []],
  ])('%s is worth reading in %j', (html, ids) => {
    expect(blocksOf(html)).toEqual(ids);
  });

  test('a mention is found wherever the text is cut into chunks', () => {
    for (let before = 7_780; before < 7_830; before += 1) {
      const filler = 'x '.repeat(before / 2 - 5) + 'x'.repeat(before % 2);
      expect(blocksOf(`<p id="a">${filler}</p><p id="b">the <b>Magnitsky</b> Act is here</p>`)).toEqual([
        'b',
      ]);
    }
  });

  test('P27 one text of any length is read piece by piece, and so is what stands where it is cut', () => {
    const words = `${'word '.repeat(1_560)}the Act ${'word '.repeat(40_000)}`;
    const root = page('<p id="a"></p>');
    root.firstChild?.appendChild(document.createTextNode(words));
    const longest = { units: 0 };
    const scan = new TextScan(root, (text) => {
      longest.units = Math.max(longest.units, text.length);
      return findActs(text);
    });
    const found: Node[] = [];
    let chunks = 0;
    for (; !scan.done; chunks++) found.push(...scan.next().keys());
    expect(found).toEqual([root.firstChild]);
    expect(scan.unitsRead).toBe(words.length);
    expect(longest.units).toBeLessThanOrEqual(8_192);
    expect(chunks).toBeGreaterThanOrEqual(Math.floor(words.length / 8_192));
  });

  test.each([
    '<div contenteditable><p>secret Act</p></div>',
    '<p>an Act <span contenteditable>secret Act</span> and more</p>',
    '<div role="textbox">secret Act</div>',
    '<textarea>secret Act</textarea><input value="secret Act">',
    '<div contenteditable="plaintext-only"><b>se</b><i>cret</i> Act</div>',
  ])('P15 P16 not one unit of %s is looked at', (editor) => {
    const looked: string[] = [];
    const root = page(`<p>the Act</p>${editor}<p>end</p>`);
    const inEditor = root.querySelector('[contenteditable], [role], textarea')?.firstChild as Node;
    for (const part of [root, inEditor]) {
      const scan = new TextScan(part, (text) => {
        looked.push(text);
        return findActs(text);
      });
      while (!scan.done) scan.next();
    }
    expect(looked.join()).toContain('the Act');
    expect(looked.join()).toContain('end');
    expect(looked.join()).not.toMatch(/se|cret/);
  });

  test('reads every unit once', () => {
    const scan = new TextScan(page(`<p>${'word '.repeat(30_000)}</p><p>end</p>`), findActs);
    while (!scan.done) scan.next();
    expect(scan.unitsRead).toBe(150_003);
  });
});

describe('a page that changes under the look', () => {
  const ids = Array.from({ length: 10 }, (_, at) => `p${at}`);
  const paragraphs = ids.map((id) => `<p id="${id}">${'word '.repeat(500)}the Act</p>`).join('');
  const advert = `<div id="ad"><div><p>${'buy '.repeat(520)}</p><i></i></div></div>`;

  /** Ids of the blocks that are found where the page does something between any two chunks. */
  const lookThrough = (root: Node, change: (chunk: number) => void, most = 500): readonly string[] => {
    const scan = new TextScan(root, findActs);
    const found = new Set<string>();
    for (let chunk = 0; chunk < most && !scan.done; chunk += 1) {
      for (const block of scan.next()) found.add((block as Element).id);
      change(chunk);
    }
    expect(scan.done).toBe(true);
    return [...found].filter((id) => id !== '');
  };
  const first = (change: (ad: Element) => void) => (chunk: number) => {
    if (chunk === 0) change(document.querySelector('#ad') as Element);
  };

  test.each<[string, (ad: Element) => void]>([
    ['nothing', () => {}],
    ['the advert is taken out', (ad) => ad.remove()],
    ['what stands in it is taken out', (ad) => ad.replaceChildren()],
    ['its text is taken out', (ad) => ad.querySelector('p')?.replaceChildren()],
    ['the advert is moved to the end', (ad) => document.body.append(ad)],
    ['the advert is moved to the front', (ad) => document.body.prepend(ad)],
    [
      'what follows it is moved to the end',
      (ad) => ad.nextElementSibling && document.body.append(ad.nextElementSibling),
    ],
    ['another stands in its place', (ad) => ad.replaceWith(ad.cloneNode(true))],
    [
      'it is taken out with what is before it',
      ({ previousElementSibling, parentElement }) => {
        previousElementSibling?.remove();
        parentElement?.firstElementChild?.remove();
      },
    ],
    [
      'a form is put around it',
      (ad) => {
        const form = document.createElement('form');
        form.innerHTML = '<input name="childNodes"><input name="contains">';
        ad.replaceWith(form);
        form.append(ad);
      },
    ],
  ])('when %s, all behind it is found', (_, change) => {
    const root = page(`<p></p>${advert}${paragraphs}`);
    expect(lookThrough(root, first(change)).toSorted()).toEqual(ids);
    page(`<p></p>${advert}${paragraphs}`);
    expect(lookThrough(document, first(change)).toSorted()).toEqual(ids);
  });

  test('a part that is moved or taken out as a whole is read to its end', () => {
    const root = page(`<main>${advert}${paragraphs}</main>`).firstElementChild as Element;
    expect(
      lookThrough(
        root,
        first(() => root.remove()),
      ),
    ).toEqual(ids);
  });

  test('a document that is written anew in the middle of a long text is read on', () => {
    const root = document.implementation.createHTMLDocument();
    root.body.textContent = 'word '.repeat(6_000);
    const anew = (chunk: number) => {
      if (chunk !== 0) return;
      const html = root.createElement('html');
      html.innerHTML = `<body>${paragraphs}</body>`;
      root.documentElement.replaceWith(html);
    };
    expect(root.firstChild?.nodeType).toBe(Node.DOCUMENT_TYPE_NODE);
    expect(lookThrough(root, anew)).toEqual(ids);
  });

  test('a page that draws itself anew all the time is not read for ever', () => {
    const root = page(`<div id="ad">${paragraphs}</div>`);
    const found = lookThrough(root, () => {
      const all = root.firstElementChild as Element;
      all.replaceWith(all.cloneNode(true));
    });
    expect(found.slice(0, 2)).toEqual(['p0', 'p1']);
  });
});

test('findBlock goes through inline elements only', () => {
  const html = page('<article><p id="p"><a><b>x</b></a></p></article>');
  const text = html.querySelector('b')?.firstChild;
  expect((findBlock(text as Text) as Element).id).toBe('p');
});

/** A hundred of them in each other around what is given: put together one by one, ten thousand take a minute. */
function nest(name: string, inner: Element): Element {
  const top = document.createElement(name);
  let at = top;
  for (let level = 1; level < 100; level++) at = at.appendChild(document.createElement(name));
  at.append(inner);
  return top;
}

test.each(['div', 'b'])('P29 ten thousand <%s> in each other are read to the last, to the unit', (name) => {
  const inner = document.createElement(name);
  const cut = document.createElement('i');
  cut.textContent = 'Magnit';
  inner.append('The ', cut, 'sky Act stands.');
  let top = inner;
  for (let hundred = 0; hundred < 100; hundred++) top = nest(name, top) as HTMLElement;
  document.body.replaceChildren(top);
  expect(document.body.querySelectorAll(name).length).toBe(10_001);
  const scan = new TextScan(document, findActs);
  const blocks = new Set<Node>();
  while (!scan.done) for (const block of scan.next()) blocks.add(block);
  expect([...blocks]).toEqual([name === 'div' ? inner : document.body]);
  const passage = readPassage(name === 'div' ? inner : document.body);
  if (!passage) throw new Error('no passage');
  expect(passage.text).toBe('The Magnitsky Act stands.');
  const { startContainer, startOffset, endContainer, endOffset } = rangeOf(passage, 4, 17) ?? {};
  expect([startContainer, startOffset]).toEqual([cut.firstChild, 0]);
  expect([endContainer, endOffset]).toEqual([inner.lastChild, 7]);
});
