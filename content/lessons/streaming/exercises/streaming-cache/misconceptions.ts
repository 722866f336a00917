import { anotherScale, noScale } from '#content/mistakes/scale.ts'
import { maxFromZero, noMax } from '#content/mistakes/softmax.ts'
import type { ClassMisconception, FaultyClass } from '#lib/grading/define-class.ts'
import { NotApplicable } from '#lib/grading/not-applicable.ts'
import { holding, when } from './holding.ts'

/** Which tokens stay. */
const whichStay: readonly ClassMisconception[] = [
  {
    id: 'window-one-more',
    headline: 'The window is one token too wide',
    feedback:
      'Besides the sinks your cache holds `window + 1` tokens. The newest token counts as one of the `window`: evict first, then append.',
    ...holding(when((i, n, w, s) => i < s || i >= n - w - 1)),
  },
  {
    id: 'window-one-less',
    headline: 'The window is one token too narrow',
    feedback:
      'Besides the sinks your cache holds `window - 1` tokens. Evict the oldest only if there would be more than `window`.',
    ...holding(when((i, n, w, s) => i < s || i >= n - Math.max(1, w - 1))),
    variants: [oftenEmpty((i, n, w, s) => i < s || i >= n - w + 1)],
  },
  {
    id: 'no-sinks',
    headline: 'The sinks are evicted',
    feedback:
      'The first tokens leave your cache like all others. Trained models put their surplus weight on them: never evict the first `sinks` tokens.',
    ...holding(when((i, n, w) => i >= n - w)),
  },
  {
    id: 'sinks-move',
    headline: 'The sinks do not stay',
    feedback:
      'Your cache holds the last `sinks + window` tokens: its ring buffer covers all slots, so new tokens overwrite the sinks. Reuse only the slots after the first `sinks`.',
    ...holding(when((i, n, w, s) => i >= n - w - s)),
  },
  {
    id: 'sinks-inclusive',
    headline: 'One sink too many',
    feedback:
      'You keep one token more at the start than `sinks` says. Two sinks are tokens 0 and 1: a token is a sink while fewer than `sinks` are kept.',
    ...holding(when((i, n, w, s) => i <= s || i >= n - w)),
  },
  {
    id: 'one-sink-only',
    headline: 'Wrong number of sinks',
    feedback:
      'You keep one sink (or four, or one too few) whatever `sinks` says. Keep as many as the constructor was given, and none when that is 0.',
    ...holding(when((i, n, w) => i === 0 || i >= n - w)),
    variants: [
      holding(when((i, n, w, s) => (i === 0 && s > 0) || i >= n - w)),
      holding(when((i, n, w) => i < 4 || i >= n - w)),
      holding(when((i, n, w, s) => i < s - 1 || i >= n - w)),
    ],
  },
  {
    id: 'budget-shared',
    headline: 'The sinks are taken out of the window',
    feedback:
      'Sinks and window together are `window` tokens in your cache. The sinks come on top: it holds up to `sinks + window`.',
    ...holding(when((i, n, w, s) => i < s || i >= n - Math.max(1, w - s))),
    variants: [
      oftenEmpty((i, n, w, s) => i < s || i >= n - Math.max(0, w - s)),
      holding(when((i, n, w, s) => (n <= w ? true : i < s || i >= n - Math.max(0, w - s)))),
      holding(when((i, n, w, s) => (n <= w ? true : i < s || i >= n - Math.max(1, w - s)))),
    ],
  },
  {
    id: 'keeps-all',
    headline: 'Nothing is evicted',
    feedback:
      'Your cache attends over all tokens of the text. A stream has no end: besides the sinks keep only the last `window` tokens.',
    ...holding(when(() => true)),
  },
  {
    id: 'stops-growing',
    headline: 'New tokens ignored',
    feedback: 'Once the cache is full you ignore new tokens. Evict the oldest token after the sinks instead.',
    ...holding(when((i, _n, w, s) => i < w + s)),
  },
  {
    id: 'window-cleared',
    headline: 'The whole window is dropped at once',
    feedback:
      'When the window is full you empty it and start again, so a token may see only itself and the sinks. Evict one token for each new one.',
    ...holding(when((i, n, w, s) => i < s || i >= s + Math.floor((n - 1 - s) / w) * w)),
  },
  {
    id: 'counted-twice',
    headline: 'A sink in the window counts twice',
    feedback:
      'While the text is short, the first tokens are in your list of sinks and in your window too, and are counted twice. Store a token once: as a sink or in the window.',
    ...holding({ holds: (i, n, w, s) => Number(i < s) + Number(i >= n - w) }),
    variants: [
      holding({
        holds: (i, n, w, s) => Number(i < s) + Number(i >= n - w),
        length: (_h, n, w, s) => Math.min(n, w + s),
      }),
    ],
  },
  {
    id: 'newest-missing',
    headline: 'Newest token left out',
    feedback: 'Your query reads the tokens before the one that was appended last. A token sees itself too.',
    ...holding({ reads: (held) => (held.length > 1 ? held.slice(0, -1) : held) }),
    variants: [
      holding({
        reads(held) {
          if (held.length < 2) throw new NotApplicable()
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
    feedback:
      'You store the arrays that `append` was given. The caller may fill them again for the next token, and the tokens in your cache become the newest one. Store copies: `k.slice()` and `v.slice()`.',
    ...holding({ key: (k) => k, value: (_k, v) => v }),
    variants: [holding({ key: (k) => k }), holding({ value: (_k, v) => v })],
  },
  {
    id: 'k-as-v',
    headline: 'Keys averaged instead of values',
    feedback:
      'You store the key instead of the value. The key decides how well a token matches; the value is what it contributes.',
    ...holding({ value: (k) => [...k] }),
  },
  {
    id: 'length-of-text',
    headline: 'Length counts the whole text',
    feedback:
      'Your `length` is the number of tokens appended. It has to count the pairs in the cache: never more than `sinks + window`.',
    ...holding({ length: (_held, n) => n }),
  },
  {
    id: 'length-of-window',
    headline: 'Length counts something else',
    feedback:
      'Your `length` counts the window alone, or all slots before they are filled, or keys and values. It has to count the pairs in the cache.',
    ...holding({ length: (held, n, _w, s) => held - Math.min(n, s) }),
    variants: [
      holding({ length: (_held, _n, w, s) => w + s }),
      holding({ length: (held) => 2 * held }),
      holding({ length: (_held, n, w) => Math.min(n, w) }),
    ],
  },
  {
    id: 'empty-slots',
    headline: 'Empty slots get weight',
    feedback:
      'You attend over all slots that you allocated in advance. A slot of zeros has score 0, and e^0 = 1 gives it weight. Read only the slots that are filled.',
    ...holding({ empty: (held, w, s) => Math.max(0, w + s - held) }),
    variants: [
      holding({ empty: (held, w, s) => Math.max(0, w + s - held), length: (_held, _n, w, s) => w + s }),
      holding({ empty: (held, w, s) => Math.max(0, w + s - held), length: (_held, n, w, s) => Math.min(n, w + s) }),
    ],
  },
]

/** The attention itself. */
const wrongAttention: readonly ClassMisconception[] = [
  noScale((scale) => holding({ scale }), { wording: { divisor: '`Math.sqrt(q.length)` before the softmax' } }),
  anotherScale((scale) => holding({ scale }), { wording: { divisor: '`Math.sqrt(q.length)`' } }),
  noMax((shift) => holding({ shift }), { wording: 'the largest score' }),
  maxFromZero((shift) => holding({ shift }), { wording: 'all scores' }),
]

export const misconceptions = [...whichStay, ...whatIsKept, ...wrongAttention]

/** Where nothing is held, what comes of it is a matter of style. */
function oftenEmpty(rule: (i: number, n: number, window: number, sinks: number) => boolean): FaultyClass {
  return holding({
    ...when(rule),
    reads(held) {
      if (held.length === 0) throw new NotApplicable()
      return held
    },
  })
}
