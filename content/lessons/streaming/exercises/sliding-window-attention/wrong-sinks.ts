import { inWindow, orNotApplicable, orZeros, slidingWith, visible, type Wrong, when } from './attending.ts'

/** Which tokens stay. */
export const wrongSinks: readonly Wrong[] = [
  {
    id: 'no-sinks',
    headline: 'The sinks are evicted',
    feedback:
      'The first tokens leave your window like all others. Trained models put their surplus weight on them: key j stays visible if `j < sinks`.',
    ...slidingWith({ sink: () => false }),
  },
  {
    id: 'sinks-inclusive',
    headline: 'One sink too many',
    feedback: 'You keep `j <= sinks`. Counted from 0, two sinks are tokens 0 and 1: `j < sinks`.',
    ...slidingWith({ sink: (_i, j, _w, s) => j <= s }),
  },
  {
    id: 'one-sink-less',
    headline: 'One sink is missing',
    feedback: 'You keep one sink fewer than asked. Counted from 0, the sinks are tokens 0 to `sinks - 1`: `j < sinks`.',
    ...slidingWith({ sink: (_i, j, _w, s) => j < s - 1 }),
    variants: [
      slidingWith({ sink: (_i, j, _w, s) => j > 0 && j < s }),
      slidingWith({ sink: (_i, j, _w, s) => j > 0 && j <= s }),
    ],
  },
  {
    id: 'one-sink-only',
    headline: 'Only the first token is a sink',
    feedback: 'You keep token 0 whatever `sinks` says. Keep as many as asked, and none when it is 0: `j < sinks`.',
    ...slidingWith({ sink: (_i, j) => j === 0 }),
    variants: [slidingWith({ sink: (_i, j, _w, s) => s > 0 && j === 0 }), slidingWith({ sink: (_i, j) => j < 4 })],
  },
  {
    id: 'last-sinks',
    headline: 'The latest tokens are the sinks',
    feedback:
      'You add the most recent tokens, which the window has anyway, or the last ones of the text. Sinks are the first tokens of the sequence: `j < sinks`.',
    ...slidingWith({ sink: (i, j, _w, s) => j > i - s }),
    variants: [
      slidingWith({ sink: (_i, j, _w, s, n) => j >= n - s }),
      slidingWith(when((i, j, w, s) => j <= i && i - j < w + s)),
    ],
  },
  {
    id: 'budget-shared',
    headline: 'The sinks are taken out of the window',
    feedback:
      'Your window is `window - sinks` wide. Here the sinks come on top: a late query sees `window + sinks` keys.',
    ...slidingWith({ window: (i, j, w, s) => i - j < w - s }),
    variants: [
      slidingWith({ window: (i, j, w, s) => i - j < Math.max(1, w - s) }),
      orZeros({ window: (i, j, w, s) => i - j < w - s }),
      orNotApplicable({ window: (i, j, w, s) => i - j < w - s }),
      slidingWith({ window: (i, j, w, s) => i - j < Math.max(0, w - Math.min(s, i)) }),
      slidingWith(when((i, j, w, s) => (i < w ? j <= i : visible(i, j, w - s, s)))),
    ],
  },
  {
    id: 'double-count',
    headline: 'A sink in the window counts twice',
    feedback:
      'A key that is both a sink and in the window enters your softmax twice, so early queries count it double. It is one key: take the union of both sets.',
    ...slidingWith({ join: (a, b) => Number(a) + Number(b) }),
    variants: [slidingWith({ counts: (i, j, w, s) => (inWindow(i, j, w) ? 1 : 0) + (j < s ? 1 : 0) })],
  },
  {
    id: 'xor',
    headline: 'A sink in the window disappears',
    feedback:
      'You take keys that are a sink or in the window, but not both. A key for which both hold is visible too, and counts once.',
    ...slidingWith({ join: (a, b) => (a !== b ? 1 : 0) }),
    variants: [
      orZeros({ join: (a, b) => (a !== b ? 1 : 0) }),
      orNotApplicable({ join: (a, b) => (a !== b ? 1 : 0) }),
      slidingWith(when((i, j, w, s) => j <= i && j >= s && i - j < w)),
      orZeros(when((i, j, w, s) => j <= i && j >= s && i - j < w)),
      orNotApplicable(when((i, j, w, s) => j <= i && j >= s && i - j < w)),
    ],
  },
  {
    id: 'both-needed',
    headline: 'Window and sink required at once',
    feedback: 'You write “and” where “or” is meant: a key is visible if it is in the window, or if it is a sink.',
    ...slidingWith({ join: (a, b) => (a && b ? 1 : 0) }),
    variants: [orZeros({ join: (a, b) => (a && b ? 1 : 0) }), orNotApplicable({ join: (a, b) => (a && b ? 1 : 0) })],
  },
  {
    id: 'sink-logit-zero',
    headline: 'Phantom sinks, not the real tokens',
    feedback:
      'You add logits of 0 to the denominator. There are models with such a learned sink, but here the sinks are the real first tokens, with their keys and their values.',
    ...slidingWith({ sink: () => false, phantom: (_w, s) => new Array<number>(s).fill(0) }),
    variants: [
      slidingWith({ phantom: (_w, s) => new Array<number>(s).fill(0) }),
      slidingWith({ sink: () => false, phantom: (_w, s) => (s > 0 ? [0] : []) }),
      slidingWith({ sink: () => false, phantom: () => [0] }),
    ],
  },
]
