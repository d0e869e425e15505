import { describe, expect, test } from 'vitest';
import { findWakeAt, findWanted, initialHover, reduceHover } from '../../src/core/hover.ts';
import type { HoverEvent, HoverRules, Over } from '../../src/core/hover-state.ts';

// Mentions: 1 above the card's place, 2 between them (on the way), 3 far off.
const box = { left: 0, top: 100, right: 400, bottom: 300 };
const normal: HoverRules = { dwellMs: 450 };

function findOver(name: string): Over {
  if (name === 'page' || name === 'card') return { type: name };
  return { type: 'mention', id: Number(name) };
}

/** Lines such as "move 0 10,50 1": event, time, place, what is there. */
function readEvent(line: string): HoverEvent {
  const [type = '', a = '', b = '', c = ''] = line.split(' ');
  const [x = 0, y = 0] = b.split(',').map(Number);
  switch (type) {
    case 'move':
      return { type, at: Number(a), point: { x, y }, over: findOver(c) };
    case 'leave':
    case 'tick':
      return { type, at: Number(a) };
    case 'press':
      return { type, over: findOver(a) };
    case 'show':
      return { type, id: Number(a), by: b === 'touch' ? 'touch' : 'keyboard' };
    case 'placed':
      return { type, box };
    case 'pin':
      return { type, pinned: a !== 'off' };
    case 'hold':
      return { type, held: a !== 'off' };
    default:
      return { type: type === 'scroll' ? 'scroll' : 'close' };
  }
}

function play(script: string, rules: HoverRules = normal) {
  const events = script.split(';').map((line) => readEvent(line.trim()));
  return events.reduce((state, event) => reduceHover(state, event, rules), initialHover);
}

function tell(script: string, rules: HoverRules = normal): string {
  const wanted = findWanted(play(script, rules));
  return wanted.type === 'nothing' ? 'nothing' : `${wanted.type} ${wanted.id}`;
}

const opened = 'move 0 10,50 1; tick 450; placed';

describe('what is wanted', () => {
  test.each([
    // dwell
    ['move 0 10,50 1', 'nothing'],
    ['move 0 10,50 1; tick 24', 'nothing'],
    ['move 0 10,50 1; tick 25', 'ask 1'],
    ['move 0 10,50 1; tick 149', 'ask 1'],
    ['move 0 10,50 1; tick 150', 'build 1'],
    ['move 0 10,50 1; tick 449', 'build 1'],
    ['move 0 10,50 1; tick 450', 'open 1'],
    ['move 0 10,50 1; move 100 12,50 1; tick 450', 'open 1'],
    ['move 0 10,50 1; move 100 60,50 page; tick 450', 'nothing'],
    ['move 0 10,50 1; move 100 60,50 2; tick 450', 'build 2'],
    ['move 0 10,50 1; move 100 60,50 2; tick 550', 'open 2'],
    ['move 0 10,50 1; leave 100; tick 450', 'nothing'],
    // speed gate
    ['move 0 10,50 1; move 200 20,50 1; move 210 30,50 1; tick 450', 'build 1'],
    ['move 0 10,50 1; move 200 20,50 1; move 210 30,50 1; tick 660', 'open 1'],
    ['move 0 10,50 1; move 200 20,50 1; move 210 24,50 1; tick 450', 'open 1'],
    ['move 0 10,50 1; move 200 20,50 1; move 233 90,50 1; tick 450', 'open 1'],
    // scroll gate
    ['move 0 10,50 1; scroll; tick 450', 'nothing'],
    ['move 0 10,50 page; scroll; move 20 10,50 1; tick 900', 'nothing'],
    ['move 0 10,50 page; scroll; move 500 11,50 1; tick 950', 'open 1'],
    // press cancels
    ['move 0 10,50 1; press 1; tick 450', 'nothing'],
    ['move 0 10,50 1; press 1; move 500 11,50 1; tick 2000', 'nothing'],
    ['move 0 10,50 1; press 1; move 500 11,90 page; move 600 11,50 1; tick 1050', 'open 1'],
    [`${opened}; press page`, 'nothing'],
    [`${opened}; press card`, 'open 1'],
    [`${opened}; press 1`, 'nothing'],
    // close
    [`${opened}; close`, 'nothing'],
    [`${opened}; close; move 500 11,50 1; tick 2000`, 'nothing'],
    // grace
    [`${opened}; move 500 500,20 page; tick 799`, 'open 1'],
    [`${opened}; move 500 500,20 page; tick 800`, 'nothing'],
    [`${opened}; move 500 500,20 page; move 700 501,20 page; tick 800`, 'nothing'],
    [`${opened}; move 500 500,20 page; move 700 11,50 1; tick 2000`, 'open 1'],
    [`${opened}; move 500 500,20 page; move 700 11,150 card; tick 2000`, 'open 1'],
    [`${opened}; leave 500; tick 799`, 'open 1'],
    [`${opened}; leave 500; tick 800`, 'nothing'],
    [`${opened}; leave 500; move 700 11,150 card; tick 2000`, 'open 1'],
    // safe triangle: each step nearer starts the grace anew, resting in it does not
    [`${opened}; move 500 12,70 page; move 700 13,80 page; tick 999`, 'open 1'],
    [`${opened}; move 500 12,70 page; move 700 13,80 page; tick 1000`, 'nothing'],
    [`${opened}; move 500 12,70 page; move 700 13,69 page; tick 800`, 'nothing'],
    [`${opened}; move 500 12,80 2; tick 799`, 'open 1'],
    [`${opened}; move 500 12,80 2; tick 800`, 'open 2'],
    [`${opened}; move 500 12,80 2; move 600 12,120 card; tick 2000`, 'open 1'],
    // next at once, but not at speed
    [`${opened}; move 500 500,20 3`, 'open 3'],
    [`${opened}; move 500 300,20 page; move 510 500,20 3`, 'open 1'],
    [`${opened}; move 500 300,20 page; move 510 500,20 3; tick 541`, 'open 1'],
    [`${opened}; move 500 300,20 page; move 510 500,20 3; tick 542`, 'open 3'],
    [`${opened}; move 500 300,20 page; move 510 500,20 3; scroll; tick 542`, 'open 1'],
    [`${opened}; move 500 300,20 page; move 510 500,20 3; move 520 700,20 page; tick 542`, 'open 1'],
    // pin and hold
    [`${opened}; pin; move 500 500,20 page; tick 2000`, 'open 1'],
    [`${opened}; pin; move 500 500,20 3; tick 2000`, 'open 1'],
    [`${opened}; pin; press page`, 'open 1'],
    [`${opened}; pin; close`, 'nothing'],
    [`${opened}; pin; pin off; move 500 500,20 page; tick 800`, 'nothing'],
    [`${opened}; hold; move 500 500,20 page; tick 2000`, 'open 1'],
    [`${opened}; hold; hold off; move 500 500,20 page; tick 800`, 'nothing'],
    // keyboard and touch stay
    ['show 3 keyboard', 'open 3'],
    ['show 3 keyboard; move 0 500,20 page; move 500 510,20 page; tick 2000', 'open 3'],
    ['show 3 touch; leave 0; tick 2000', 'open 3'],
    ['show 3 touch; press page', 'nothing'],
    ['show 3 keyboard; move 0 10,50 1; tick 449', 'open 3'],
    ['show 3 keyboard; move 0 10,50 1; move 100 11,50 1; tick 450', 'open 1'],
    ['show 3 keyboard; move 0 10,50 1; move 100 500,20 page; tick 450', 'open 3'],
    ['show 3 keyboard; move 0 10,50 1; move 10 30,50 1; tick 450', 'open 3'],
    [`${opened}; show 2 keyboard`, 'open 2'],
  ])('%s → %s', (script, wanted) => {
    expect(tell(script)).toBe(wanted);
  });
});

test.each([
  [750, 749, 'build 1'],
  [750, 750, 'open 1'],
  [200, 199, 'build 1'],
  [200, 200, 'open 1'],
  [undefined, 9000, 'nothing'],
])('with a dwell of %s ms: %d ms of rest → %s', (dwellMs, at, wanted) => {
  expect(tell(`move 0 10,50 1; tick ${at}`, { dwellMs })).toBe(wanted);
});

test('by key only: the pointer neither opens nor switches, and its own term is no reason to close', () => {
  const rules = { dwellMs: undefined };
  expect(tell('show 3 keyboard; move 0 10,50 1; tick 900', rules)).toBe('open 3');
  expect(
    findWakeAt(play('show 3 keyboard; move 0 10,50 3; move 50 500,50 page', rules), rules),
  ).toBeUndefined();
});

test.each([
  ['move 0 10,50 page', undefined],
  ['move 0 10,50 1', 25],
  ['move 0 10,50 1; tick 25', 150],
  ['move 0 10,50 1; tick 150', 450],
  ['move 0 10,50 1; tick 150; move 200 15,50 1; move 210 35,50 1', 660],
  [opened, undefined],
  [`${opened}; move 500 500,20 page`, 800],
  [`${opened}; move 500 12,80 2`, 800],
  [`${opened}; move 500 300,20 page; move 510 500,20 3`, 542],
  [`${opened}; move 500 500,20 page; tick 800`, undefined],
  [`${opened}; pin; move 500 500,20 page`, undefined],
])('%s → one timer at %s', (script, wakeAt) => {
  expect(findWakeAt(play(script), normal)).toBe(wakeAt);
});

test('a rest that is counted in events alone is never longer than its timers say', () => {
  let state = reduceHover(initialHover, readEvent('move 0 10,50 1'), normal);
  const steps: string[] = [];
  for (let at = findWakeAt(state, normal); at !== undefined; at = findWakeAt(state, normal)) {
    state = reduceHover(state, { type: 'tick', at }, normal);
    steps.push(`${at} ${findWanted(state).type}`);
  }
  expect(steps).toEqual(['25 ask', '150 build', '450 open']);
});
