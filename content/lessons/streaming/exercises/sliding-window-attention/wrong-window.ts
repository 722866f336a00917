import { as, inWindow, orUnfit, orZeros, type Wrong, when } from './attending.ts'

/** How far a query sees. */
export const wrongWindow: readonly Wrong[] = [
  {
    id: 'window-one-more',
    headline: 'The window is one token too wide',
    say: 'You keep `i - j <= window`, which is `window + 1` keys. The window counts the token itself: with a window of 1 it sees itself and nothing else. Use `i - j < window`.',
    ...as({ window: (i, j, w) => i - j <= w }),
  },
  {
    id: 'window-one-less',
    headline: 'The window is one token too narrow',
    say: 'Your window leaves out its oldest key. It counts the token itself and `window - 1` before it: `i - j < window`.',
    ...as({ window: (i, j, w) => i - j < w - 1 }),
    forms: [
      orZeros({ window: (i, j, w) => i - j < w - 1 }),
      as({ window: (i, j, w) => i - j < Math.max(1, w - 1) }),
      orUnfit({ window: (i, j, w) => i - j < w - 1 }),
      as({ window: (i, j, w) => i - j < Math.max(1, w - 1) }),
    ],
  },
  {
    id: 'excludes-current',
    headline: 'A token does not see itself',
    say: 'Your window ends before the token itself. A token sees itself too: `j <= i`, not `j < i`.',
    ...as({ causal: (i, j) => j < i }),
    forms: [
      as({ causal: (i, j) => j < i, empty: 'mean' }),
      orZeros({ causal: (i, j) => j < i }),
      orUnfit({ causal: (i, j) => j < i }),
      as(when((i, j, w, s) => j < i && (i - j <= w || j < s))),
      orZeros(when((i, j, w, s) => j < i && (i - j <= w || j < s))),
      orUnfit(when((i, j, w, s) => j < i && (i - j <= w || j < s))),
      as({ window: (i, j, w) => i > j && i - j <= w }),
      as({ window: (i, j, w) => i > j && i - j < w }),
    ],
  },
  {
    id: 'no-window',
    headline: 'There is no window',
    say: 'Every query sees all tokens before it. That is causal attention; here a key is visible only if it is one of the last `window`, or one of the first `sinks`.',
    ...as({ window: () => true }),
  },
  {
    id: 'not-causal',
    headline: 'The window looks ahead',
    say: 'Your window reaches to both sides, or your sinks are visible to earlier queries. A key after the query is never visible: `j <= i` holds for all of them.',
    ...as({ causal: () => true, window: (i, j, w) => Math.abs(i - j) < w }),
    forms: [
      as({ causal: () => true, window: (i, j, w) => i - j < w }),
      as(when((i, j, w, s) => Math.abs(i - j) < w || (j < s && j <= i))),
      as(when((i, j, w, s) => (i - j < w && j <= i + w) || (j < s && j <= i))),
      as(when((i, j, w, s) => Math.abs(i - j) <= Math.floor(w / 2) || j < s)),
      as(when((i, j, w, s) => Math.abs(i - j) <= Math.floor(w / 2) || (j < s && j <= i))),
      as(when((i, j, w, s) => Math.abs(i - j) <= w || j < s)),
      as(when((i, j, w, s) => j >= i && (j - i < w || j < s))),
      as(when(() => true)),
    ],
  },
  {
    id: 'sinks-too-early',
    headline: 'Sinks visible to earlier queries',
    say: 'Query 0 already sees sink 1, which comes after it. A sink is visible only to itself and to later queries: `j <= i` holds for sinks too.',
    ...as({ causal: () => true, window: inWindow }),
  },
  {
    id: 'head-window',
    headline: 'The window does not move',
    say: 'Every query sees the first `window` keys. The window moves with the query: compare `i - j` with `window`, not `j`.',
    ...as({ window: (_i, j, w) => j < w }),
  },
  {
    id: 'tail-window',
    headline: 'All queries share the last window',
    say: 'Your window is at the end of the sequence for every query. It has to end at the query itself: keys `i - window + 1` to i.',
    ...as({ window: (_i, j, w, _s, n) => n - j <= w }),
    forms: [
      orZeros({ window: (_i, j, w, _s, n) => n - j <= w }),
      as(when((_i, j, w, s, n) => n - j <= w || j < s)),
      orUnfit({ window: (_i, j, w, _s, n) => n - j <= w }),
      as(when((_i, j, w, s, n) => n - j <= w || j < s)),
    ],
  },
  {
    id: 'chunks',
    headline: 'Chunks instead of a window',
    say: 'You cut the sequence into chunks of `window` tokens, so the first token of a chunk sees nothing of the one before. A window slides: it reaches `window - 1` tokens back from every query.',
    ...as({ window: (i, j, w) => Math.floor(i / w) === Math.floor(j / w) }),
  },
  {
    id: 'dilated',
    headline: 'Every window-th token is taken',
    say: 'You keep the keys with `(i - j) % window === 0`. That is a dilated pattern with gaps. A window takes the nearest ones: `i - j < window`.',
    ...as({ window: (i, j, w) => (i - j) % w === 0 }),
  },
]
