// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { encodeBase64 } from '../../src/browser/base64.ts';
import { createTurn } from '../../src/browser/turn.ts';
import { PageText } from '../../src/content/page-text.ts';
import { buildFirstLook } from '../../src/core/build-first-look.ts';
import { decodeSettings } from '../../src/core/settings.ts';
import { installFakeBackground } from './fake-background.ts';

const words = ['Act', 'Treaty'];
const background = installFakeBackground(words);
let life = new AbortController();

beforeEach(() => {
  background.asked.length = 0;
  background.instead = undefined;
  life = new AbortController();
  const keys = encodeBase64(buildFirstLook(words).keys);
  Reflect.set(globalThis, Symbol.for('sidelight.first-looks'), [['a', { keys }]]);
  Reflect.set(globalThis, Symbol.for('sidelight.second-looks'), []);
});

function open(html: string) {
  document.body.innerHTML = html;
  const start = { settings: decodeSettings(undefined), signal: life.signal, meter() {}, onError() {} };
  const text = new PageText(start, () => {});
  const read = async (roots: readonly Node[], removed = false): Promise<readonly string[]> => {
    await text.read({ roots, removed }, life.signal);
    return find();
  };
  const find = async () =>
    (await text.findAll(createTurn())).map(({ mention, passage }) =>
      passage.text.slice(mention.start, mention.end),
    );
  return { text, read, find, readAll: () => read([document]) };
}

const add = (html: string): Element => {
  document.body.insertAdjacentHTML('beforeend', html);
  return document.body.lastElementChild as Element;
};
const mention = { start: 3, end: 6, term: 'a/one', label: 'Act', priority: 1, why: [] };
/** How often this text has been read since. */
function countReads(text: Text): () => number {
  let reads = 0;
  Object.defineProperty(text, 'data', {
    get() {
      reads += 1;
      return this.nodeValue;
    },
  });
  return () => reads;
}

const textsAsked = () => background.asked.map(({ texts }) => texts);

test('only passages with a candidate are asked about, together, and found in document order', async () => {
  const { readAll } = open('<p>an Act</p><p>none</p><ul><li>a Treaty<li>Act</ul>');
  expect(await readAll()).toEqual(['Act', 'Treaty', 'Act']);
  expect(textsAsked()).toEqual([['an Act', 'a Treaty', 'Act']]);
});

test('a page without a candidate asks nothing', async () => {
  expect(await open('<p>none</p>').readAll()).toEqual([]);
  expect(background.asked).toEqual([]);
});

test('a text that changes without a candidate asks nothing, like a clock', async () => {
  const { readAll, read } = open('<p>an Act</p><p id="clock">10:00</p>');
  await readAll();
  const clock = document.querySelector('#clock') as Element;
  for (let minute = 1; minute < 5; minute += 1) {
    clock.textContent = `10:0${minute}`;
    expect(await read([clock.firstChild as Node], true)).toEqual(['Act']);
  }
  expect(background.asked).toHaveLength(1);
});

test('blocks that say no more than a short form are read once the page has introduced it', async () => {
  const { readAll, read } = open('<p>the Law</p><p>the Act</p>');
  await readAll();
  await read([add('<p>the Treaty (Law)</p>')]);
  const [, , introduced, before] = textsAsked();
  expect(introduced).toContain('the Law');
  // What was decided before the page had said so is decided again.
  expect(before).toEqual(['the Act']);
  expect(await read([add('<p>once more the Law</p>')])).toEqual(['Act', 'Treaty']);
  expect(textsAsked().slice(4)).toEqual([['once more the Law']]);
});

test('a short form is known though a line breaks in it', async () => {
  const { readAll } = open('<p>the Act (1999_Law)</p><p>the 1999\n  Law</p>');
  background.instead = ({ texts }) => ({
    passages: texts.map(() => ({ mentions: [], mayMean: true })),
    ...{ memory: { packs: {}, keys: [] }, grew: false, forms: ['1999 Law'], workedMs: 0 },
  });
  await readAll();
  expect(textsAsked()).toEqual([['the Act (1999_Law)'], ['the 1999\n  Law']]);
});

test('P57 what nobody answered is asked about with the next change', async () => {
  const { readAll, read, find } = open('<p>an Act</p>');
  background.instead = () => {
    throw new Error('the worker was stopped');
  };
  expect(await readAll()).toEqual([]);
  background.instead = undefined;
  expect(await read([add('<p>a Treaty</p>')])).toEqual(['Act', 'Treaty']);
  expect(textsAsked().at(-1)).toEqual(['an Act', 'a Treaty']);
  expect(await find()).toEqual(['Act', 'Treaty']);
});

test('P57 what was found stays while a changed text cannot be decided', async () => {
  const { readAll, read } = open('<p>an Act</p>');
  await readAll();
  const block = document.querySelector('p') as Element;
  background.instead = () => undefined;
  block.append(' and a Treaty');
  expect(await read([block])).toEqual(['Act']);
  background.instead = undefined;
  expect(await read([add('<p>none</p>')])).toEqual(['Act', 'Treaty']);
});

test('P60 what added packs were too late for is asked about again, and not for ever', async () => {
  const { readAll, read, text } = open('<p>an Act</p><p>a Treaty</p>');
  const late = { memory: { packs: {}, keys: [] }, grew: false, forms: [], workedMs: 0, isLate: true };
  background.instead = ({ texts }) => ({
    ...late,
    passages: texts.map((one) => ({ mentions: one === 'an Act' ? [mention] : [], mayMean: false })),
  });
  expect(await readAll()).toEqual(['Act']);
  expect(text.isUnanswered).toBe(true);
  expect(await read([])).toEqual(['Act']);
  expect(text.isUnanswered).toBe(true);
  await read([]);
  expect(text.isUnanswered).toBe(false);
  await read([]);
  expect(textsAsked()).toEqual(Array(3).fill(['an Act', 'a Treaty']));
});

test('P60 what was too late once is found with the next reading', async () => {
  const { readAll, read, text } = open('<p>an Act</p><p>a Treaty</p>');
  background.instead = ({ texts }) => ({
    ...{ memory: { packs: {}, keys: [] }, grew: false, forms: [], workedMs: 0, isLate: true },
    passages: texts.map(() => ({ mentions: [], mayMean: false })),
  });
  expect(await readAll()).toEqual([]);
  background.instead = undefined;
  expect(await read([])).toEqual(['Act', 'Treaty']);
  expect(text.isUnanswered).toBe(false);
});

test.each([
  ['behind a line break', '<a>\n<h3>the Act</h3></a>'],
  ['behind words', '<a>words <p>the Act</p></a>'],
  ['between words', '<b>words <p>the Act</p> words</b>'],
])('a block in an inline element is read, %s', async (_, html) => {
  const { readAll, read } = open('<p>a Treaty</p>');
  await readAll();
  expect(await read([add(html)])).toEqual(['Treaty', 'Act']);
});

test('many inline elements of one block have it read once', async () => {
  const { readAll, read } = open('<div id="list">an Act </div>');
  await readAll();
  const list = document.querySelector('#list') as Element;
  list.insertAdjacentHTML('beforeend', '<span>a <b>Treaty</b> </span>'.repeat(3));
  const reads = countReads(list.firstChild as Text);
  expect(await read([...list.querySelectorAll('span')])).toEqual(['Act', 'Treaty', 'Treaty', 'Treaty']);
  expect(reads()).toBe(1);
});

test('P15 what becomes an editor within a passage is not read with it any more', async () => {
  const { readAll, read } = open('<p>an Act, <b>a Treaty</b></p>');
  await readAll();
  const bold = document.querySelector('b') as Element;
  bold.setAttribute('contenteditable', '');
  expect(await read([bold])).toEqual(['Act']);
  bold.removeAttribute('contenteditable');
  expect(await read([bold])).toEqual(['Act', 'Treaty']);
});

test('P15 text that takes the place of another in what has become an editor is not asked about', async () => {
  const { readAll, read } = open('<p>an Act</p>');
  await readAll();
  const block = document.querySelector('p') as Element;
  block.setAttribute('contenteditable', '');
  block.textContent = 'secret Treaty';
  expect(await read([block.firstChild as Node], true)).toEqual([]);
  expect(textsAsked()).toEqual([['an Act']]);
});

test('P15 a shadow tree is as readable as what holds it', async () => {
  const { readAll, read } = open('<main><div></div></main>');
  const main = document.querySelector('main') as Element;
  const shadow = (main.firstElementChild as Element).attachShadow({ mode: 'open' });
  shadow.innerHTML = '<b>an Act</b>';
  expect(await readAll()).toEqual(['Act']);
  main.setAttribute('aria-hidden', 'true');
  shadow.firstElementChild?.append(' and a secret Treaty');
  expect(await read([main, shadow.firstElementChild as Node], true)).toEqual([]);
  expect(textsAsked()).toEqual([['an Act']]);
  main.removeAttribute('aria-hidden');
  expect(await read([main], true)).toEqual(['Act', 'Treaty']);
});

test('a name that went while it was hidden is gone when its place shows', async () => {
  const { readAll, read } = open('<main><p>an Act</p></main>');
  await readAll();
  const [main, block] = document.querySelectorAll('main, p');
  main?.setAttribute('aria-hidden', 'true');
  (block?.firstChild as Text).data = 'none';
  await read([main as Node], true);
  await read([block?.firstChild as Node]);
  main?.removeAttribute('aria-hidden');
  expect(await read([main as Node], true)).toEqual([]);
});

test('a name that went is gone, too, where its place shows in the same moment', async () => {
  const { readAll, read } = open('<main><p>an Act</p></main>');
  await readAll();
  const [main, block] = document.querySelectorAll('main, p');
  (block?.firstChild as Text).data = 'none';
  expect(await read([main as Node], true)).toEqual([]);
});

test('what lies behind a dialog is found again where it lay, though nothing else is looked through', async () => {
  const { readAll, read, text } = open('<main><p>an Act</p></main>');
  await readAll();
  text.isNarrow = true;
  const [main, block] = document.querySelectorAll('main, p');
  main?.setAttribute('aria-hidden', 'true');
  (block as Element).textContent = 'the Act';
  expect(await read([block?.firstChild as Node], true)).toEqual([]);
  main?.removeAttribute('aria-hidden');
  expect(await read([], true)).toEqual(['Act']);
});

test('an inline part that is hidden is taken out of its passage', async () => {
  const { readAll, read } = open('<p>an Act, <span>a Treaty</span></p>');
  await readAll();
  const part = document.querySelector('span') as Element;
  part.setAttribute('hidden', '');
  expect(await read([part], true)).toEqual(['Act']);
  part.removeAttribute('hidden');
  expect(await read([part], true)).toEqual(['Act', 'Treaty']);
});

test('an answer about a text that has gone meanwhile is not taken over', async () => {
  const { text, find, read } = open('<p id="gone">an Act</p><p>a Treaty</p>');
  const reading = text.read({ roots: [document], removed: false }, life.signal);
  document.querySelector('#gone')?.remove();
  await reading;
  expect(await find()).toEqual(['Treaty']);
  expect(await read([], true)).toEqual(['Treaty']);
});

test('what has left the page is forgotten', async () => {
  const { readAll, read } = open('<p>an Act</p><p>a Treaty</p>');
  await readAll();
  document.querySelector('p')?.remove();
  expect(await read([], true)).toEqual(['Treaty']);
  expect(background.asked).toHaveLength(1);
});

test('P25 a long page is asked about in several questions, each with what was told before', async () => {
  const { readAll } = open(`<p>the Act (Law)</p>${'<p>the Act</p>'.repeat(450)}`);
  expect(await readAll()).toHaveLength(451);
  const sizes = textsAsked().map(({ length }) => length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
  expect(background.asked[0]?.memory.packs).toEqual({});
  for (const { memory } of background.asked.slice(1))
    expect(memory.packs).toMatchObject({ a: { shorts: [['Law', [0]]] } });
});

test('a page that has ended takes nothing over', async () => {
  const { readAll } = open('<p>an Act</p>');
  background.instead = () => {
    life.abort();
    return {
      passages: [{ mentions: [{ start: 3, end: 6 }], mayMean: true }],
      memory: {},
      grew: true,
      forms: [],
    };
  };
  expect(await readAll()).toEqual([]);
});

/** Whose text is never asked about; each holds a name that would be. */
const editors = [
  '<div contenteditable><p>secret Act</p></div>',
  '<div contenteditable="plaintext-only">secret Act</div>',
  '<div contenteditable="TRUE"><span contenteditable="inherit">secret Act</span></div>',
  '<p>an Act <span contenteditable>secret Act</span> and a Treaty</p>',
  '<p>an Act <b>and <i contenteditable><u>secret Act</u></i></b></p>',
  '<div role="textbox"><p>secret Act</p></div>',
  '<div role="searchbox">secret Act</div>',
  '<textarea>secret Act</textarea>',
  '<label>an Act <input value="secret Act"></label>',
  '<p>an Act <select><option>secret Act</option></select></p>',
] as const;

test.each(editors)('P15 P16 nothing of %s is asked about, nor what is typed there', async (editor) => {
  const { readAll, read } = open(`<p>an Act</p>${editor}<p>a Treaty</p>`);
  expect(await readAll()).toContain('Treaty');
  const places = document.querySelectorAll('[contenteditable], [role], textarea, input, option');
  for (const place of places) {
    const typed = document.createTextNode('secret Treaty ');
    place.prepend(typed);
    await read([typed]);
    typed.data += 'secret Act ';
    await read([typed], true);
    await read([place], true);
    await read([place.parentNode as Node], true);
    await read([add('<p>one more Treaty</p>')]);
  }
  expect(places.length).toBeGreaterThan(0);
  expect(textsAsked().flat()).toContain('one more Treaty');
  expect(textsAsked().flat().join('|')).not.toContain('secret');
});

const switchedOn = { value: 'on', configurable: true };
afterEach(() => void Reflect.deleteProperty(Document.prototype, 'designMode'));

test.each([
  ['a part', (at: Element) => at.setAttribute('contenteditable', '')],
  // Which a document of these tests knows nothing of.
  ['the document', () => Reflect.defineProperty(Document.prototype, 'designMode', switchedOn)],
])('P15 once %s has become an editor, what is typed there is not asked about', async (_, become) => {
  const { readAll, read, find } = open('<p>an Act</p>');
  expect(await readAll()).toEqual(['Act']);
  const block = document.querySelector('p') as Element;
  become(block);
  const typed = document.createTextNode(' secret Treaty');
  block.append(typed);
  await read([typed]);
  await read([block], true);
  expect(await find()).toEqual([]);
  expect(textsAsked()).toEqual([['an Act']]);
});

test('the same words put there anew are not asked about, and their marks stand in the new text', async () => {
  const { text, readAll, read } = open('<p>an Act</p>');
  await readAll();
  const block = document.querySelector('p') as Element;
  for (let time = 0; time < 3; time += 1) {
    block.textContent = 'an Act';
    expect(await read([block.firstChild as Node], true)).toEqual(['Act']);
  }
  expect(background.asked).toHaveLength(1);
  const [placed] = await text.findAll(createTurn());
  expect(placed?.passage.runs[0]?.node).toBe(block.firstChild);
});

test('P57 a long page is asked about once while nobody answers', async () => {
  const { readAll } = open('<p>an Act</p>'.repeat(1_000));
  background.instead = () => {
    throw new Error('the worker was stopped');
  };
  expect(await readAll()).toEqual([]);
  // Each question is asked once more when its worker died under it.
  expect(background.asked).toHaveLength(2);
});

test('P26 the text around a hundred new items is read once, not once for every space between them', async () => {
  const { readAll, read } = open('<div>an Act</div>');
  await readAll();
  const list = document.querySelector('div') as Element;
  const own = list.firstChild as Text;
  list.insertAdjacentHTML('beforeend', '\n<p>a Treaty</p>'.repeat(100));
  const reads = countReads(own);
  expect(await read([...list.childNodes].slice(1))).toHaveLength(101);
  expect(reads()).toBe(1);
});

test('P41 one block with more mentions than a page may have is cut', async () => {
  const { readAll, read, text } = open(`<p>${'Act '.repeat(5_000)}</p>`);
  expect(await readAll()).toHaveLength(3_000);
  expect(text.isCapped).toBe(true);
  const block = document.querySelector('p') as Element;
  block.textContent = 'Act '.repeat(4_000);
  expect(await read([block.firstChild as Node], true)).toHaveLength(3_000);
  block.remove();
  expect(await read([add('<p>a Treaty</p>')], true)).toEqual(['Treaty']);
});

test('a page that has shown more in its life than anybody reads at a time is read on', async () => {
  const { readAll, read, text } = open(`<p>${' '.repeat(12_010_000)}</p><p>an Act</p>`);
  expect(await readAll()).toEqual([]);
  expect(text.isCapped).toBe(true);
  document.querySelector('p')?.remove();
  expect(await read([add('<p>a Treaty</p>')], true)).toEqual(['Treaty']);
  // What stood behind the end was never looked at.
  expect(text.isCapped).toBe(true);
  expect(await readAll()).toEqual(['Act', 'Treaty']);
  expect(text.isCapped).toBe(false);
});

test('a page that ended over a question asks nothing more, and does not wait for an answer', async () => {
  const { text, readAll } = open('<p>an Act</p>');
  background.instead = () => {
    life.abort();
    throw new Error('the worker was stopped');
  };
  await readAll();
  const { length } = background.asked;
  expect(text.isUnanswered).toBe(false);
  background.instead = undefined;
  await text.read({ roots: [document], removed: false }, new AbortController().signal);
  expect(background.asked).toHaveLength(length);
});
