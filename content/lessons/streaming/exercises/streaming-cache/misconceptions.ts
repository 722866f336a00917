import type { ClassMisconception, ClassWay } from '#lib/grading/define-class.ts'
import { Unfit } from '#lib/grading/unfit.ts'
import { holding, when } from './holding.ts'

/** Which tokens stay. */
const whichStay: readonly ClassMisconception[] = [
  {
    id: 'window-one-more',
    headline: 'The window is one token too wide',
    say: 'Besides the sinks you hold `window + 1` tokens. The newest one counts as one of the `window`: make room first, then put it in.',
    ...holding(when((i, n, w, s) => i < s || i >= n - w - 1)),
  },
  {
    id: 'window-one-less',
    headline: 'The window is one token too narrow',
    say: 'Besides the sinks you hold `window - 1` tokens. Let the oldest go only when there are more than `window`.',
    ...holding(when((i, n, w, s) => i < s || i >= n - Math.max(1, w - 1))),
    forms: [oftenEmpty((i, n, w, s) => i < s || i >= n - w + 1)],
  },
  {
    id: 'no-sinks',
    headline: 'The sinks are evicted',
    say: 'The first tokens leave your cache like all others. Trained models keep their surplus weight there: the first `sinks` tokens stay for good.',
    ...holding(when((i, n, w) => i >= n - w)),
  },
  {
    id: 'sinks-move',
    headline: 'The sinks do not stay',
    say: 'Your cache holds the last `sinks + window` tokens: its ring goes round over all slots, so that new tokens overwrite the sinks. Only the slots after the first `sinks` are used again.',
    ...holding(when((i, n, w, s) => i >= n - w - s)),
  },
  {
    id: 'sinks-inclusive',
    headline: 'One sink too many',
    say: 'You keep one token more at the start than `sinks` says. Two sinks are tokens 0 and 1: a token is a sink while fewer than `sinks` are kept.',
    ...holding(when((i, n, w, s) => i <= s || i >= n - w)),
  },
  {
    id: 'one-sink-only',
    headline: 'Another number of sinks',
    say: 'You keep one sink (or four, or one too few) whatever `sinks` says. Keep as many as the constructor was given, and none when that is 0.',
    ...holding(when((i, n, w) => i === 0 || i >= n - w)),
    forms: [
      holding(when((i, n, w, s) => (i === 0 && s > 0) || i >= n - w)),
      holding(when((i, n, w) => i < 4 || i >= n - w)),
      holding(when((i, n, w, s) => i < s - 1 || i >= n - w)),
    ],
  },
  {
    id: 'budget-shared',
    headline: 'The sinks are taken out of the window',
    say: 'Sinks and window together are `window` tokens in your cache. The sinks come on top: it holds up to `sinks + window`.',
    ...holding(when((i, n, w, s) => i < s || i >= n - Math.max(1, w - s))),
    forms: [
      oftenEmpty((i, n, w, s) => i < s || i >= n - Math.max(0, w - s)),
      holding(when((i, n, w, s) => (n <= w ? true : i < s || i >= n - Math.max(0, w - s)))),
      holding(when((i, n, w, s) => (n <= w ? true : i < s || i >= n - Math.max(1, w - s)))),
    ],
  },
  {
    id: 'keeps-all',
    headline: 'Nothing is evicted',
    say: 'Your cache attends over every token there ever was. A stream has no end: beyond the sinks only the last `window` tokens stay.',
    ...holding(when(() => true)),
  },
  {
    id: 'stops-growing',
    headline: 'New tokens are not taken',
    say: 'Once the cache is full you keep what is there and drop what comes. It is the oldest token after the sinks that has to go.',
    ...holding(when((i, _n, w, s) => i < w + s)),
  },
  {
    id: 'window-cleared',
    headline: 'The whole window is dropped at once',
    say: 'When the window is full you empty it and begin again, so that a token may see itself and the sinks only. Let one token go for each that comes.',
    ...holding(when((i, n, w, s) => i < s || i >= s + Math.floor((n - 1 - s) / w) * w)),
  },
  {
    id: 'counted-twice',
    headline: 'A sink in the window counts twice',
    say: 'While the text is short, the first tokens are in your list of sinks and in your window too, and weigh double. A token is held once: as a sink, or else in the window.',
    ...holding({ holds: (i, n, w, s) => Number(i < s) + Number(i >= n - w) }),
    forms: [
      holding({
        holds: (i, n, w, s) => Number(i < s) + Number(i >= n - w),
        length: (_h, n, w, s) => Math.min(n, w + s),
      }),
    ],
  },
  {
    id: 'newest-missing',
    headline: 'Newest token left out',
    say: 'Your query reads the tokens before the one that was appended last. A token sees itself too.',
    ...holding({ reads: (held) => (held.length > 1 ? held.slice(0, -1) : held) }),
    forms: [
      holding({
        reads(held) {
          if (held.length < 2) throw new Unfit()
          return held.slice(0, -1)
        },
      }),
    ],
  },
]

/** What is written down, and what `length` counts. */
const whatIsKept: readonly ClassMisconception[] = [
  {
    id: 'stores-reference',
    headline: 'Cached tokens change with the buffer',
    say: 'You keep the arrays that `append` was given. The caller fills them again for the next token, so the tokens in your cache become the newest one. Keep copies: `k.slice()` and `v.slice()`.',
    ...holding({ key: (k) => k, value: (_k, v) => v }),
    forms: [holding({ key: (k) => k }), holding({ value: (_k, v) => v })],
  },
  {
    id: 'k-as-v',
    headline: 'Keys averaged instead of values',
    say: 'You keep the key where the value belongs. The key says how well a token matches; the value is what it gives.',
    ...holding({ value: (k) => [...k] }),
  },
  {
    id: 'length-of-text',
    headline: 'Length counts the whole text',
    say: 'Your `length` is the number of tokens appended. It counts the pairs held: never more than `sinks + window`.',
    ...holding({ length: (_held, n) => n }),
  },
  {
    id: 'length-of-window',
    headline: 'Length counts something else',
    say: 'Your `length` counts the window alone, or all slots before they are filled, or keys and values. It counts the pairs held.',
    ...holding({ length: (held, n, _w, s) => held - Math.min(n, s) }),
    forms: [
      holding({ length: (_held, _n, w, s) => w + s }),
      holding({ length: (held) => 2 * held }),
      holding({ length: (_held, n, w) => Math.min(n, w) }),
    ],
  },
  {
    id: 'empty-slots',
    headline: 'Empty slots get weight',
    say: 'You attend over all slots that you made in advance. A slot of zeros scores 0, and e^0 = 1 takes a share of the weight. Read only what has been written.',
    ...holding({ empty: (held, w, s) => Math.max(0, w + s - held) }),
    forms: [
      holding({ empty: (held, w, s) => Math.max(0, w + s - held), length: (_held, _n, w, s) => w + s }),
      holding({ empty: (held, w, s) => Math.max(0, w + s - held), length: (_held, n, w, s) => Math.min(n, w + s) }),
    ],
  },
]

/** The attention itself. */
const wrongAttention: readonly ClassMisconception[] = [
  {
    id: 'no-scale',
    headline: 'Scale missing',
    say: 'You leave out 1/√d. Divide each score by `Math.sqrt(q.length)` before the softmax.',
    ...holding({ scale: () => 1 }),
  },
  {
    id: 'another-scale',
    headline: 'Scaled by a number other than √d',
    say: 'You divide by d, by a rounded root, or by the root of how many pairs are held. The scale makes up for the width of q and k: `Math.sqrt(q.length)`.',
    ...holding({ scale: (d) => 1 / d }),
    forms: [
      holding({ scale: (d) => 1 / Math.floor(Math.sqrt(d)) }),
      holding({ scale: (_d, held) => 1 / Math.sqrt(held) }),
      holding({ scale: (_d, _held, dV) => 1 / Math.sqrt(dV) }),
    ],
  },
  {
    id: 'no-max',
    headline: 'Large scores overflow to NaN',
    say: 'You take exponentials of the scores as they are. `Math.exp(1000)` is `Infinity`, and far below zero every exponential is 0. Subtract the largest score first.',
    ...holding({ shift: () => 0 }),
  },
  {
    id: 'max-from-zero',
    headline: 'The maximum starts at 0',
    say: 'Your search for the largest score begins at 0. When all scores are far below zero, every exponential is 0, and 0/0 is NaN. Begin at `-Infinity`.',
    ...holding({ shift: (scores) => Math.max(0, ...scores) }),
  },
]

export const misconceptions = [...whichStay, ...whatIsKept, ...wrongAttention]

/** Where nothing is held, what comes of it is a matter of style. */
function oftenEmpty(rule: (i: number, n: number, window: number, sinks: number) => boolean): ClassWay {
  return holding({
    ...when(rule),
    reads(held) {
      if (held.length === 0) throw new Unfit()
      return held
    },
  })
}
