import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { Unfit } from '#lib/grading/unfit.ts'
import { attending, inWindow, type Sliding, visible, type Ways, when } from './attending.ts'

type Wrong = FunctionMisconception<Sliding>
const as = (ways: Ways) => ({ wrong: (...args: Sliding) => attending(ways, args) })
/** Rows that see nothing as zeros, where the plain softmax gives NaN. */
const orZeros = (ways: Ways) => ({
  wrong: (...args: Sliding) => attending(ways, args).map((row) => row.map((x) => (Number.isNaN(x) ? 0 : x))),
})

const wrongWindow: readonly Wrong[] = [
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

const wrongSinks: readonly Wrong[] = [
  {
    id: 'no-sinks',
    headline: 'The sinks are evicted',
    say: 'The first tokens leave your window like all others. Trained models keep their surplus weight there: key j stays visible for good when `j < sinks`.',
    ...as(when((i, j, w) => inWindow(i, j, w))),
  },
  {
    id: 'sinks-inclusive',
    headline: 'One sink too many',
    say: 'You keep `j <= sinks`. Counted from 0, two sinks are tokens 0 and 1: `j < sinks`.',
    ...as(when((i, j, w, s) => j <= i && (i - j < w || j <= s))),
  },
  {
    id: 'one-sink-less',
    headline: 'One sink is missing',
    say: 'You keep one sink fewer than asked. Counted from 0, the sinks are tokens 0 to `sinks - 1`: `j < sinks`.',
    ...as(when((i, j, w, s) => j <= i && (i - j < w || j < s - 1))),
    forms: [
      as(when((i, j, w, s) => j <= i && (i - j < w || (j > 0 && j < s)))),
      as(when((i, j, w, s) => j <= i && (i - j < w || (j > 0 && j <= s)))),
    ],
  },
  {
    id: 'one-sink-only',
    headline: 'Only the first token is a sink',
    say: 'You keep token 0 whatever `sinks` says. Keep as many as asked, and none when it is 0: `j < sinks`.',
    ...as(when((i, j, w) => j <= i && (i - j < w || j === 0))),
    forms: [
      as(when((i, j, w, s) => j <= i && (i - j < w || (s > 0 && j === 0)))),
      as(when((i, j, w) => j <= i && (i - j < w || j < 4))),
    ],
  },
  {
    id: 'last-sinks',
    headline: 'The latest tokens are the sinks',
    say: 'You add the most recent tokens, which the window has anyway, or the last ones of the text. Sinks are the first tokens of the sequence: `j < sinks`.',
    ...as(when((i, j, w, s) => j <= i && (i - j < w || j > i - s))),
    forms: [
      as(when((i, j, w, s, n) => j <= i && (i - j < w || j >= n - s))),
      as(when((i, j, w, s) => j <= i && i - j < w + s)),
    ],
  },
  {
    id: 'budget-shared',
    headline: 'The sinks are taken out of the window',
    say: 'Your window is `window - sinks` wide. Here the sinks come on top: a late query sees `window + sinks` keys.',
    ...as(when((i, j, w, s) => j <= i && (i - j < w - s || j < s))),
    forms: [
      as(when((i, j, w, s) => j <= i && (i - j < Math.max(1, w - s) || j < s))),
      orZeros(when((i, j, w, s) => j <= i && (i - j < w - s || j < s))),
      as(when((i, j, w, s) => j <= i && (i - j < Math.max(0, w - Math.min(s, i)) || j < s))),
      as(when((i, j, w, s) => (i < w ? j <= i : visible(i, j, w - s, s)))),
    ],
  },
  {
    id: 'double-count',
    headline: 'A sink in the window counts twice',
    say: 'A key that is both a sink and in the window comes into your softmax two times, so early queries weigh it double. It is one key: take the union of both sets.',
    ...as({ counts: (i, j, w, s) => (inWindow(i, j, w) ? 1 : 0) + (j <= i && j < s ? 1 : 0) }),
    forms: [as({ counts: (i, j, w, s) => (inWindow(i, j, w) ? 1 : 0) + (j < s ? 1 : 0) })],
  },
  {
    id: 'xor',
    headline: 'A sink in the window disappears',
    say: 'You take keys that are a sink or in the window, but not both. A key for which both hold is visible too, and counts once.',
    ...as(when((i, j, w, s) => j <= i && i - j < w !== j < s)),
    forms: [
      orZeros(when((i, j, w, s) => j <= i && i - j < w !== j < s)),
      as(when((i, j, w, s) => j <= i && j >= s && i - j < w)),
      orZeros(when((i, j, w, s) => j <= i && j >= s && i - j < w)),
    ],
  },
  {
    id: 'both-needed',
    headline: 'Window and sink are both asked for',
    say: 'You write “and” where “or” is meant: a key is visible if it is in the window, or if it is a sink.',
    ...as(when((i, j, w, s) => j <= i && i - j < w && j < s)),
    forms: [orZeros(when((i, j, w, s) => j <= i && i - j < w && j < s))],
  },
  {
    id: 'sink-logit-zero',
    headline: 'Phantom sinks, not the real tokens',
    say: 'You add logits of 0 to the denominator. There are models with such a learned sink, but here the sinks are the real first tokens, with their keys and their values.',
    ...as({ ...when((i, j, w) => inWindow(i, j, w)), phantom: (_w, s) => new Array<number>(s).fill(0) }),
    forms: [
      as({ phantom: (_w, s) => new Array<number>(s).fill(0) }),
      as({ ...when((i, j, w) => inWindow(i, j, w)), phantom: (_w, s) => (s > 0 ? [0] : []) }),
      as({ ...when((i, j, w) => inWindow(i, j, w)), phantom: () => [0] }),
    ],
  },
]

const wrongSoftmax: readonly Wrong[] = [
  {
    id: 'masked-zero',
    headline: 'Hidden keys still get weight',
    say: 'You give hidden scores the value 0. In a softmax 0 does not mean “ignore”: exp(0) = 1, so every hidden key takes a share. Use −∞, or leave them out.',
    ...as({ hidden: 0 }),
  },
  {
    id: 'small-finite',
    headline: 'A finite number hides nothing for sure',
    say: 'You set hidden scores to −100, −1,000 or −10,000. Where the visible ones lie lower, the hidden keys take all the weight. Only −∞ is below every score.',
    ...as({ hidden: -100 }),
    forms: [as({ hidden: -1e3 }), as({ hidden: -1e4 }), as({ hidden: -50 })],
  },
  {
    id: 'after-softmax',
    headline: 'The weights no longer sum to 1',
    say: 'You took the softmax over all keys and zeroed hidden weights afterwards. What is left adds up to less than 1. Hide the scores before the softmax.',
    wrong: (...args: Sliding) => maskedAfter(args, () => true),
    forms: [(...args: Sliding) => maskedAfter(args, (i, j) => j <= i)],
  },
  {
    id: 'no-scale',
    headline: 'The scores are not scaled',
    say: 'You leave out 1/√d. The window changes which keys are seen, not the scores: divide by `Math.sqrt(Q[0].length)`.',
    ...as({ scale: () => 1 }),
  },
  {
    id: 'scale-d',
    headline: 'Divided by d, not by √d',
    say: 'You divide the scores by the width. Their typical size grows with √d: divide by `Math.sqrt(Q[0].length)`.',
    ...as({ scale: (d) => 1 / d }),
  },
  {
    id: 'floor-sqrt',
    headline: 'The root was rounded',
    say: 'You round √d to a whole number. For widths such as 2, 3 or 5 the scores come out too large. Keep the fraction.',
    ...as({ scale: (d) => 1 / Math.floor(Math.sqrt(d)) }),
  },
  {
    id: 'scale-window',
    headline: 'Scaled by the window or the length',
    say: 'You divide by the root of a number of tokens (or of the values’ width). The scale makes up for the width of queries and keys: `Math.sqrt(Q[0].length)`.',
    ...as({ scale: (_d, _dV, w) => 1 / Math.sqrt(w) }),
    forms: [as({ scale: (_d, _dV, _w, n) => 1 / Math.sqrt(n) }), as({ scale: (_d, dV) => 1 / Math.sqrt(dV) })],
  },
  {
    id: 'no-max',
    headline: 'Large scores overflow to NaN',
    say: 'You take exponentials of the scores as they are. Subtract the largest visible score first.',
    ...as({ shift: () => 0 }),
  },
  {
    id: 'max-from-zero',
    headline: 'The maximum starts at 0',
    say: 'Your search for the largest score begins at 0. When all scores are far below zero, every exponential is 0, and 0/0 is NaN. Begin at `-Infinity`.',
    ...as({ shift: (s) => Math.max(0, ...s) }),
  },
  {
    id: 'max-of-hidden',
    headline: 'A hidden score sets the maximum',
    say: 'You subtract the largest of all scores, or take the softmax over all keys, zero the hidden ones and divide by what is left. Where a hidden one is far above the rest, all visible exponentials are 0 and you divide 0 by 0. Take the maximum of what is visible.',
    wrong: (...args: Sliding) => maskedAfter(args, () => true, true),
    forms: [(...args: Sliding) => maskedAfter(args, (i, j) => j <= i, true)],
  },
  {
    id: 'window-mean',
    headline: 'All visible tokens weigh the same',
    say: 'You average the visible values as equals. Their weights come from the scores: softmax over the visible `q·k / √d`.',
    ...as({ scale: () => 0 }),
  },
  {
    id: 'keys-as-values',
    headline: 'Keys are averaged in place of values',
    say: 'Your weights multiply the rows of K. The weights come from the keys; what they average are the values.',
    wrong: (Q, K, _V, w, s) => attending({}, [Q, K, K, w, s]),
    forms: [
      (Q, K, V, w, s) => {
        if (K[0]?.length !== V[0]?.length) throw new Unfit() // how wide the rows are then is a matter of style
        return attending({}, [Q, K, K, w, s])
      },
    ],
  },
]

export const misconceptions = [...wrongWindow, ...wrongSinks, ...wrongSoftmax]

/** Softmax over the keys of `among`, hidden weights then zeroed; `again` divides by what is left. */
function maskedAfter(args: Sliding, among: (i: number, j: number) => boolean, again = false): number[][] {
  const [, , , window, sinks] = args
  let row = -1
  return attending(
    {
      ...when((i, j) => among(i, j)),
      weigh: (weights) => {
        row++
        const kept = weights.map((w, j) => (visible(row, j, window, sinks) ? w : 0))
        const sum = again ? kept.reduce((a, b) => a + b, 0) : 1
        return kept.map((w) => w / sum)
      },
    },
    args,
  )
}
