import { distanceToBox, isOnWayTo, type Point } from './geometry.ts';
import type {
  Dwelling,
  HoverEvent,
  HoverPhase,
  HoverRules,
  HoverState,
  Idle,
  Open,
  OpenedBy,
  Over,
  Wanted,
} from './hover-state.ts';
import { askAfterMs, buildAfterMs, graceMs } from './hover-timing.ts';
import { addSample, findFastUntil, noTrack } from './pointer-speed.ts';

type Move = Extract<HoverEvent, { type: 'move' }>;

const idle: Idle = { type: 'idle' };

/** Before the pointer has moved. */
export const initialHover: HoverState = { track: noTrack, phase: idle };

function openBy(id: number, by: OpenedBy): Open {
  return { type: 'open', id, by, pinned: false, held: false };
}

function isAt(a: Point | undefined, b: Point): boolean {
  return a !== undefined && a.x === b.x && a.y === b.y;
}

/** A card that has been returned to: no grace runs, nothing comes next. */
function stay({ away: _away, candidate: _candidate, ...open }: Open): Open {
  return open;
}

function moveAtRest(phase: Idle | Dwelling, { at, over }: Move, fastUntil: number | undefined): HoverPhase {
  if (over.type !== 'mention') return idle;
  if (phase.type === 'idle') {
    if (phase.spent === over.id) return phase;
    return { type: 'dwelling', id: over.id, since: at, reached: 'nothing' };
  }
  if (phase.id !== over.id) return { type: 'dwelling', id: over.id, since: at, reached: 'nothing' };
  return fastUntil === undefined ? phase : { ...phase, since: at };
}

/** A card opened by key or finger stays: the pointer must rest on another Mention as if none were open. */
function moveBesideStaying(
  open: Open,
  { at, over }: Move,
  dwellMs: number,
  fastUntil: number | undefined,
): Open {
  if (over.type !== 'mention') return stay(open);
  if (open.candidate?.id === over.id && fastUntil === undefined) return open;
  return { ...open, candidate: { id: over.id, dueAt: at + dwellMs } };
}

function moveOutside(
  open: Open,
  move: Move,
  from: Point | undefined,
  fastUntil: number | undefined,
): HoverPhase {
  const { at, point, over } = move;
  const away = open.away ?? { since: at, apex: from ?? point };
  const { candidate: _candidate, ...rest } = open;
  const isSafe = open.box !== undefined && isOnWayTo(point, away.apex, open.box);
  if (isSafe) {
    const isNearer = distanceToBox(point, open.box) < distanceToBox(from ?? away.apex, open.box);
    const since = isNearer ? at : away.since;
    const next = over.type === 'mention' ? { candidate: { id: over.id, dueAt: since + graceMs } } : {};
    return { ...rest, away: { ...away, since }, ...next };
  }
  if (over.type !== 'mention') return { ...rest, away };
  if (fastUntil === undefined) return openBy(over.id, 'pointer');
  return { ...rest, away, candidate: { id: over.id, dueAt: fastUntil } };
}

function reduceMove(state: HoverState, move: Move, { dwellMs }: HoverRules): HoverState {
  // Browsers send moves for a resting pointer when the page scrolls under it.
  if (isAt(state.point, move.point)) return state;
  const track = addSample(state.track, { ...move.point, at: move.at });
  const seen = { track, point: move.point };
  const fastUntil = findFastUntil(track);
  const { phase } = state;
  const over: Over = dwellMs === undefined && move.over.type === 'mention' ? { type: 'page' } : move.over;
  if (phase.type !== 'open') return { ...seen, phase: moveAtRest(phase, { ...move, over }, fastUntil) };
  const isHome = over.type === 'card' || (move.over.type === 'mention' && move.over.id === phase.id);
  if (isHome || phase.pinned || phase.held) return { ...seen, phase: stay(phase) };
  if (phase.by !== 'pointer') {
    return { ...seen, phase: moveBesideStaying(phase, { ...move, over }, dwellMs ?? 0, fastUntil) };
  }
  return { ...seen, phase: moveOutside(phase, { ...move, over }, state.point, fastUntil) };
}

function reduceLeave(state: HoverState, at: number): HoverState {
  const { phase, point } = state;
  const gone = { track: noTrack };
  if (phase.type !== 'open') return { ...gone, phase: idle };
  const isKept = phase.pinned || phase.held || phase.by !== 'pointer' || phase.away !== undefined;
  if (isKept || point === undefined) return { ...gone, phase };
  return { ...gone, phase: { ...stay(phase), away: { since: at, apex: point } } };
}

function tickDwelling(phase: Dwelling, at: number, dwellMs: number | undefined): HoverPhase {
  const restMs = at - phase.since;
  if (dwellMs !== undefined && restMs >= dwellMs) return openBy(phase.id, 'pointer');
  if (restMs >= buildAfterMs) return { ...phase, reached: 'build' };
  if (restMs >= askAfterMs && phase.reached === 'nothing') return { ...phase, reached: 'ask' };
  return phase;
}

function tickOpen(phase: Open, at: number): HoverPhase {
  if (phase.candidate !== undefined && at >= phase.candidate.dueAt) {
    return openBy(phase.candidate.id, 'pointer');
  }
  if (phase.away !== undefined && at >= phase.away.since + graceMs) return idle;
  return phase;
}

function tick(phase: HoverPhase, at: number, { dwellMs }: HoverRules): HoverPhase {
  if (phase.type === 'dwelling') return tickDwelling(phase, at, dwellMs);
  return phase.type === 'open' ? tickOpen(phase, at) : phase;
}

function press(phase: HoverPhase, over: Over): HoverPhase {
  if (phase.type === 'open' && (over.type === 'card' || phase.pinned)) return phase;
  return over.type === 'mention' ? { type: 'idle', spent: over.id } : idle;
}

function scroll(phase: HoverPhase): HoverPhase {
  if (phase.type === 'dwelling') return idle;
  if (phase.type !== 'open') return phase;
  const { candidate: _candidate, ...open } = phase;
  return open;
}

/** The next state. Pure: time comes with the event. */
export function reduceHover(state: HoverState, event: HoverEvent, rules: HoverRules): HoverState {
  const { phase } = state;
  switch (event.type) {
    case 'move':
      return reduceMove(state, event, rules);
    case 'leave':
      return reduceLeave(state, event.at);
    case 'scroll':
      return { ...state, phase: scroll(phase) };
    case 'press':
      return { ...state, phase: press(phase, event.over) };
    case 'tick':
      return { ...state, phase: tick(phase, event.at, rules) };
    case 'show':
      return { ...state, phase: openBy(event.id, event.by) };
    case 'close':
      return { ...state, phase: phase.type === 'idle' ? phase : { type: 'idle', spent: phase.id } };
    default:
      return phase.type === 'open' ? { ...state, phase: reduceOpen(phase, event) } : state;
  }
}

type OpenEvent = Extract<HoverEvent, { type: 'placed' | 'pin' | 'hold' }>;

function reduceOpen(phase: Open, event: OpenEvent): Open {
  if (event.type === 'placed') return { ...phase, box: event.box };
  if (event.type === 'pin') return { ...stay(phase), pinned: event.pinned };
  return { ...stay(phase), held: event.held };
}

/** What the page should do in this state. */
export function findWanted({ phase }: HoverState): Wanted {
  if (phase.type === 'open') return { type: 'open', id: phase.id, by: phase.by };
  if (phase.type === 'idle' || phase.reached === 'nothing') return { type: 'nothing' };
  return { type: phase.reached, id: phase.id };
}

/** When a tick is due, ms; nothing: no timer is needed. */
export function findWakeAt({ phase }: HoverState, { dwellMs }: HoverRules): number | undefined {
  if (phase.type === 'dwelling') {
    const steps = { nothing: askAfterMs, ask: buildAfterMs, build: dwellMs };
    const stepMs = steps[phase.reached];
    return stepMs === undefined ? undefined : phase.since + Math.min(stepMs, dwellMs ?? stepMs);
  }
  if (phase.type === 'idle') return undefined;
  const due = [phase.candidate?.dueAt, phase.away && phase.away.since + graceMs];
  const times = due.filter((time) => time !== undefined);
  return times.length === 0 ? undefined : Math.min(...times);
}
