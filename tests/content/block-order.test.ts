// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BlockOrder } from '../../src/content/block-order.ts';

const turn = { rest: async () => {} };

/** The order that paragraphs come to stand in when they are placed in the order given. */
async function orderOf(batches: readonly (readonly number[])[]): Promise<readonly number[]> {
  document.body.innerHTML = Array.from({ length: 10 }, (_, i) => `<p id="p${i}">${i}</p>`).join('');
  const order = new BlockOrder();
  for (const batch of batches) await order.place(batch.map(byNumber), turn);
  return order.blocks.map((block) => Number(block.textContent));
}

function byNumber(number: number): Element {
  return document.querySelector(`#p${number}`) as Element;
}

test.each([
  [[[0, 1, 2]], [0, 1, 2]],
  [[[2, 1, 0]], [0, 1, 2]],
  [
    [
      [0, 9],
      [4, 5],
      [1, 8],
    ],
    [0, 1, 4, 5, 8, 9],
  ],
  [
    [[5], [5], [4, 5, 6]],
    [4, 5, 6],
  ],
  [[[3, 3, 3]], [3]],
])('%j comes to %j', async (batches, expected) => {
  expect(await orderOf(batches)).toEqual(expected);
});

test('a block that has moved is placed anew, one that is taken out is gone', async () => {
  await orderOf([]);
  const order = new BlockOrder();
  await order.place([1, 2, 3].map(byNumber), turn);
  document.body.prepend(byNumber(3));
  await order.place([byNumber(3)], turn);
  order.remove(byNumber(1));
  expect(order.blocks).toEqual([byNumber(3), byNumber(2)]);
});

test('blocks that have moved are not compared with each other where they stood', async () => {
  await orderOf([]);
  const order = new BlockOrder();
  await order.place([0, 1, 2, 3, 4, 5].map(byNumber), turn);
  const moved = [2, 3].map(byNumber);
  document.body.append(...moved);
  await order.place(moved, turn);
  expect(order.blocks.map((block) => Number(block.textContent))).toEqual([0, 1, 4, 5, 2, 3]);
});

const number = fc.nat({ max: 9 });
const moves = fc.array(fc.record({ block: number, to: fc.nat({ max: 10 }), out: fc.boolean() }), {
  maxLength: 6,
});

test('after any moves blocks stand in document order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(number), fc.array(moves, { maxLength: 5 }), async (first, rounds) => {
      await orderOf([]);
      const all = [...document.querySelectorAll('p')];
      const order = new BlockOrder();
      await order.place(
        first.map((at) => all[at] as Element),
        turn,
      );
      const known = new Set(first.map((at) => all[at]));
      for (const round of rounds) {
        const moved = round.map(({ block, to, out }) => {
          const one = all[block] as Element;
          if (out) one.remove();
          else document.body.insertBefore(one, document.body.children[to] ?? null);
          return one;
        });
        const fresh = moved.filter((block) => block.isConnected);
        await order.place(fresh, turn);
        for (const block of moved) known[block.isConnected ? 'add' : 'delete'](block as HTMLParagraphElement);
        if (fresh.length > 0)
          expect(order.blocks).toEqual(
            [...document.querySelectorAll('p')].filter((block) => known.has(block)),
          );
      }
    }),
    { numRuns: 300 },
  );
});

test('shadow trees stand where their hosts do', async () => {
  document.body.innerHTML = '<p>a</p><div></div><p>b</p>';
  const shadow = document.querySelector('div')?.attachShadow({ mode: 'open' }) as ShadowRoot;
  shadow.innerHTML = '<p>inside</p>';
  const inside = shadow.querySelector('p') as Element;
  const [a, b] = [...document.querySelectorAll('p')];
  const order = new BlockOrder();
  await order.place([a, b, inside] as Element[], turn);
  expect(order.blocks.map((block) => block.textContent)).toEqual(['a', 'inside', 'b']);
});

test('while some are put in their places all of them are there', async () => {
  await orderOf([]);
  const order = new BlockOrder();
  await order.place([1, 2, 3].map(byNumber), turn);
  const seen: number[] = [];
  await order.place([1, 2, 3].map(byNumber), { rest: async () => void seen.push(order.blocks.length) });
  expect(seen.every((count) => count === 3)).toBe(true);
  expect(seen.length).toBeGreaterThan(0);
});
