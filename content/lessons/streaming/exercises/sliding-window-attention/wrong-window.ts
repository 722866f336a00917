import { inWindow, orNotApplicable, orZeros, slidingWith, type Wrong, when } from './attending.ts'

/** How far a query sees. */
export const wrongWindow: readonly Wrong[] = [
  {
    id: 'window-one-more',
    headline: 'The window is one token too wide',
    feedback:
      'You keep `i - j <= window`, which is `window + 1` keys. The window counts the token itself: with a window of 1 it sees itself and nothing else. Use `i - j < window`.',
    ...slidingWith({ window: (i, j, w) => i - j <= w }),
  },
  {
    id: 'window-one-less',
    headline: 'The window is one token too narrow',
    feedback:
      'Your window leaves out its oldest key. It counts the token itself and `window - 1` before it: `i - j < window`.',
    ...slidingWith({ window: (i, j, w) => i - j < w - 1 }),
    variants: [
      orZeros({ window: (i, j, w) => i - j < w - 1 }),
      slidingWith({ window: (i, j, w) => i - j < Math.max(1, w - 1) }),
      orNotApplicable({ window: (i, j, w) => i - j < w - 1 }),
      slidingWith({ window: (i, j, w) => i - j < Math.max(1, w - 1) }),
    ],
  },
  {
    id: 'excludes-current',
    headline: 'A token does not see itself',
    feedback: 'Your window ends before the token itself. A token sees itself too: `j <= i`, not `j < i`.',
    ...slidingWith({ causal: (i, j) => j < i }),
    variants: [
      slidingWith({ causal: (i, j) => j < i, empty: 'mean' }),
      orZeros({ causal: (i, j) => j < i }),
      orNotApplicable({ causal: (i, j) => j < i }),
      slidingWith(when((i, j, w, s) => j < i && (i - j <= w || j < s))),
      orZeros(when((i, j, w, s) => j < i && (i - j <= w || j < s))),
      orNotApplicable(when((i, j, w, s) => j < i && (i - j <= w || j < s))),
      slidingWith({ window: (i, j, w) => i > j && i - j <= w }),
      slidingWith({ window: (i, j, w) => i > j && i - j < w }),
    ],
  },
  {
    id: 'no-window',
    headline: 'There is no window',
    feedback:
      'Every query sees all tokens before it. That is causal attention; here a key is visible only if it is one of the last `window`, or one of the first `sinks`.',
    ...slidingWith({ window: () => true }),
  },
  {
    id: 'not-causal',
    headline: 'The window looks ahead',
    feedback:
      'Your window reaches to both sides, or your sinks are visible to earlier queries. A key after the query is never visible: `j <= i` holds for all of them.',
    ...slidingWith({ causal: () => true, window: (i, j, w) => Math.abs(i - j) < w }),
    variants: [
      slidingWith({ causal: () => true, window: (i, j, w) => i - j < w }),
      slidingWith(when((i, j, w, s) => Math.abs(i - j) < w || (j < s && j <= i))),
      slidingWith(when((i, j, w, s) => (i - j < w && j <= i + w) || (j < s && j <= i))),
      slidingWith(when((i, j, w, s) => Math.abs(i - j) <= Math.floor(w / 2) || j < s)),
      slidingWith(when((i, j, w, s) => Math.abs(i - j) <= Math.floor(w / 2) || (j < s && j <= i))),
      slidingWith(when((i, j, w, s) => Math.abs(i - j) <= w || j < s)),
      slidingWith(when((i, j, w, s) => j >= i && (j - i < w || j < s))),
      slidingWith(when(() => true)),
    ],
  },
  {
    id: 'sinks-too-early',
    headline: 'Sinks visible to earlier queries',
    feedback:
      'Query 0 already sees sink 1, which comes after it. A sink is visible only to itself and to later queries: `j <= i` holds for sinks too.',
    ...slidingWith({ causal: () => true, window: inWindow }),
  },
  {
    id: 'head-window',
    headline: 'The window does not move',
    feedback:
      'Every query sees the first `window` keys. The window moves with the query: compare `i - j` with `window`, not `j`.',
    ...slidingWith({ window: (_i, j, w) => j < w }),
  },
  {
    id: 'tail-window',
    headline: 'All queries share the last window',
    feedback:
      'Your window is at the end of the sequence for every query. It has to end at the query itself: keys `i - window + 1` to i.',
    ...slidingWith({ window: (_i, j, w, _s, n) => n - j <= w }),
    variants: [
      orZeros({ window: (_i, j, w, _s, n) => n - j <= w }),
      slidingWith(when((_i, j, w, s, n) => n - j <= w || j < s)),
      orNotApplicable({ window: (_i, j, w, _s, n) => n - j <= w }),
      slidingWith(when((_i, j, w, s, n) => n - j <= w || j < s)),
    ],
  },
  {
    id: 'chunks',
    headline: 'Chunks instead of a window',
    feedback:
      'You cut the sequence into chunks of `window` tokens, so the first token of a chunk sees nothing of the one before. A window slides: it reaches `window - 1` tokens back from every query.',
    ...slidingWith({ window: (i, j, w) => Math.floor(i / w) === Math.floor(j / w) }),
  },
  {
    id: 'dilated',
    headline: 'Every window-th token is taken',
    feedback:
      'You keep the keys with `(i - j) % window === 0`. That is a dilated pattern with gaps. A window takes the nearest ones: `i - j < window`.',
    ...slidingWith({ window: (i, j, w) => (i - j) % w === 0 }),
  },
]
