import { as, inWindow, orZeros, type Wrong, when } from './attending.ts'

/** How far a query sees. */
export const wrongWindow: readonly Wrong[] = [
  {
    id: 'window-one-more',
    headline: 'The window is one token too wide',
    say: 'You keep `i - j <= window`, which is `window + 1` keys. The window counts the token itself: with a window of 1 it sees itself and nothing else. Use `i - j < window`.',
    ...as(when((i, j, w, s) => j <= i && (i - j <= w || j < s))),
  },
  {
    id: 'window-one-less',
    headline: 'The window is one token too narrow',
    say: 'Your window leaves out its oldest key. It counts the token itself and `window - 1` before it: `i - j < window`.',
    ...as(when((i, j, w, s) => j <= i && (i - j < w - 1 || j < s))),
    forms: [
      orZeros(when((i, j, w, s) => j <= i && (i - j < w - 1 || j < s))),
      as(when((i, j, w, s) => j <= i && (i - j < Math.max(1, w - 1) || j < s))),
    ],
  },
  {
    id: 'excludes-current',
    headline: 'A token does not see itself',
    say: 'You begin the window with the token before. A token sees itself too: `j <= i`, not `j < i`.',
    ...as(when((i, j, w, s) => j < i && (i - j < w || j < s))),
    forms: [
      orZeros(when((i, j, w, s) => j < i && (i - j < w || j < s))),
      as(when((i, j, w, s) => j < i && (i - j <= w || j < s))),
      orZeros(when((i, j, w, s) => j < i && (i - j <= w || j < s))),
      as(when((i, j, w, s) => (i > j && i - j <= w) || (j < s && j <= i))),
      as(when((i, j, w, s) => (i > j && i - j < w) || (j < s && j <= i))),
    ],
  },
  {
    id: 'no-window',
    headline: 'There is no window',
    say: 'Every query sees all tokens before it. That is causal attention; here a key is visible only if it is one of the last `window`, or one of the first `sinks`.',
    ...as(when((i, j) => j <= i)),
  },
  {
    id: 'not-causal',
    headline: 'The window looks ahead',
    say: 'Your window reaches to both sides, or your sinks are seen before their time. A key after the query is never visible: `j <= i` holds for all of them.',
    ...as(when((i, j, w, s) => Math.abs(i - j) < w || j < s)),
    forms: [
      as(when((i, j, w, s) => i - j < w || j < s)),
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
    headline: 'Sinks are seen before their time',
    say: 'Query 0 already sees sink 1, which comes after it. A sink stays visible for good once it has been read, and not before: `j <= i` holds for sinks too.',
    ...as(when((i, j, w, s) => inWindow(i, j, w) || j < s)),
  },
  {
    id: 'head-window',
    headline: 'The window does not move',
    say: 'Every query sees the first `window` keys. The window goes along with the query: compare `i - j` with `window`, not `j`.',
    ...as(when((i, j, w, s) => j <= i && (j < w || j < s))),
  },
  {
    id: 'tail-window',
    headline: 'All queries share the last window',
    say: 'Your window stands at the end of the sequence for every query. It ends at the query itself: keys `i - window + 1` to i.',
    ...as(when((i, j, w, s, n) => j <= i && (n - j <= w || j < s))),
    forms: [
      orZeros(when((i, j, w, s, n) => j <= i && (n - j <= w || j < s))),
      as(when((_i, j, w, s, n) => n - j <= w || j < s)),
    ],
  },
  {
    id: 'chunks',
    headline: 'Chunks in place of a window',
    say: 'You cut the sequence into chunks of `window` tokens, so the first token of a chunk sees nothing of the one before. A window slides: it reaches `window - 1` tokens back from every query.',
    ...as(when((i, j, w, s) => j <= i && (Math.floor(i / w) === Math.floor(j / w) || j < s))),
  },
  {
    id: 'dilated',
    headline: 'Every window-th token is taken',
    say: 'You keep the keys with `(i - j) % window === 0`. That is a dilated pattern with gaps. A window takes the nearest ones: `i - j < window`.',
    ...as(when((i, j, w, s) => j <= i && ((i - j) % w === 0 || j < s))),
  },
]
