import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import {
  type Layout,
  pairIndices,
  type RopeArgs,
  type RopeOverrides,
  rightFrequency,
  rotating,
} from './parametrized-rope.ts'

const turned = (turn: NonNullable<RopeOverrides['turned']>) => rotating({ turned: turn })
const other = (layout: Layout): Layout => (layout === 'half-split' ? 'interleaved' : 'half-split')

/** The angles are right; what is done with the pairs is not. */
export const wrongTurns: readonly FunctionMisconception<RopeArgs>[] = [
  {
    id: 'negative',
    headline: 'Turned the other way',
    feedback:
      'Your rotation runs backwards: (a·cos + b·sin, −a·sin + b·cos). If queries and keys both do it, the scores are right, but your code does not fit a cache or a reference that turns the usual way. The minus belongs in the first line: (a·cos − b·sin, a·sin + b·cos).',
    ...turned((a, b, c, s) => [a * c + b * s, b * c - a * s]),
  },
  {
    id: 'no-cross-term',
    headline: 'The sine terms are missing',
    feedback:
      'You multiply by the cosine only. That shrinks the vector and does not turn it, so relative positions are lost. Each new entry takes from both old ones: (a·cos − b·sin, a·sin + b·cos).',
    ...turned((a, b, c) => [a * c, b * c]),
    variants: [
      turned((a, b, _, s) => [a * s, b * s]),
      turned((a, b, c, s) => [a * c, b * s]),
      turned((a, b, c, s) => [a * s, b * c]),
      turned((a, b, _c, s) => [-b * s, a * s]),
      turned((a, b, c, s) => [a * c - b * s, b * c]),
      turned((a, b, c, s) => [a * c, a * s + b * c]),
    ],
  },
  {
    id: 'plus-plus',
    headline: 'Two plus signs don’t make a rotation',
    feedback:
      'Both of your lines have a plus: (a·cos + b·sin, a·sin + b·cos). That changes the length of the vector. A rotation has one minus: (a·cos − b·sin, a·sin + b·cos). In `rotate_half`, the half that moves to the front changes its sign.',
    ...turned((a, b, c, s) => [a * c + b * s, a * s + b * c]),
  },
  {
    id: 'minus-minus',
    headline: 'Two minus signs don’t make a rotation',
    feedback:
      'Both of your lines have a minus. That is a reflection or a shear, and scores no longer depend on the distance alone. A rotation has one minus: (a·cos − b·sin, a·sin + b·cos).',
    ...turned((a, b, c, s) => [a * c - b * s, a * s - b * c]),
    variants: [turned((a, b, c, s) => [a * c - b * s, b * c - a * s])],
  },
  {
    id: 'reflected',
    headline: 'Mirrored, not turned',
    feedback:
      'Your lines are (a·cos + b·sin, a·sin − b·cos), a reflection: at position 0 it already flips the sign of every second entry. A rotation is (a·cos − b·sin, a·sin + b·cos), and leaves position 0 alone.',
    ...turned((a, b, c, s) => [a * c + b * s, a * s - b * c]),
  },
  {
    id: 'sin-cos-swapped',
    headline: 'Sine and cosine swapped',
    feedback:
      'At position 0 the cosine is 1 and the sine 0, so nothing may change there; your result does. Multiply an entry by the cosine, and its partner by the sine: (a·cos − b·sin, a·sin + b·cos).',
    ...turned((a, b, c, s) => [a * s - b * c, a * c + b * s]),
    variants: [turned((a, b, c, s) => [a * s + b * c, b * s - a * c])],
  },
  {
    id: 'entries-swapped',
    headline: 'The two entries of a pair swapped',
    feedback: 'The two results are swapped. Write a·cos − b·sin where a was, and a·sin + b·cos where b was.',
    ...turned((a, b, c, s) => [a * s + b * c, a * c - b * s]),
    variants: [turned((a, b, c, s) => [b * c - a * s, b * s + a * c])],
  },
  {
    id: 'first-overwritten',
    headline: 'The first entry is overwritten too soon',
    feedback:
      'You store the new first entry and then use it, instead of the old one, for the second. Keep both old entries in variables before you write: `const a = x[i], b = x[j]`.',
    ...turned((a, b, c, s) => [a * c - b * s, (a * c - b * s) * s + b * c]),
    variants: [turned((a, b, c, s) => [a * c - (a * s + b * c) * s, a * s + b * c])],
  },
  {
    id: 'added',
    headline: 'Added, not rotated',
    feedback:
      'You add sines and cosines to the entries. That is the sinusoidal embedding of the original Transformer. RoPE rotates each pair of entries, and the vector keeps its length.',
    ...turned((a, b, c, s) => [a + s, b + c]),
    variants: [
      turned((a, b, c, s) => [a + c, b + s]),
      turned((a, b, c, s) => [a + c - s, b + s + c]),
      rotating({ turned: (a, b, c, s) => [a + s, b + c], reads: otherPlaces, writes: otherPlaces }),
      rotating({ turned: (a, b, c, s) => [a + c, b + s], reads: otherPlaces, writes: otherPlaces }),
      turned((a, b, _c, _s, turn) => [a + turn.pos * rightFrequency(turn), b + turn.pos * rightFrequency(turn)]),
    ],
  },
  {
    id: 'layouts-exchanged',
    headline: 'That is the other layout',
    feedback:
      'You turn the pairs of the other layout: `rope` has (i, i + d/2), `ropeInterleaved` has (2i, 2i + 1). Each layout works on its own, but a model trained with one gets wrong scores with the other.',
    ...rotating({ reads: otherPlaces, writes: otherPlaces }),
  },
  {
    id: 'layouts-mixed',
    headline: 'Read in one layout, written in the other',
    feedback:
      'You read pairs in one layout and write them in the other, so entries change places even at position 0. Write each entry where you read it.',
    ...rotating({ writes: otherPlaces }),
    variants: [rotating({ reads: otherPlaces })],
  },
  {
    id: 'mirrored-pairs',
    headline: 'The pairs are matched end to end',
    feedback:
      'You pair the first entry with the last, the second with the second to last. The partner of entry i is i + d/2 in `rope`, and the next entry in `ropeInterleaved`.',
    ...rotating({ reads: (i, h) => [i, 2 * h - 1 - i], writes: (i, h) => [i, 2 * h - 1 - i] }),
  },
  {
    id: 'half-the-pairs',
    headline: 'Only some of the pairs are turned',
    feedback:
      'Some of your pairs come out as they went in, or as zeros. There are d/2 pairs, numbered from 0, and every one turns.',
    ...rotating({ touches: (i, h) => i < h / 2 }),
    variants: [
      ...[
        (i: number, h: number) => i < Math.floor(h / 2),
        (i: number) => i % 2 === 0,
        (i: number, h: number) => i < h - 1,
      ].flatMap((touches) => [rotating({ touches }), rotating({ touches, rest: 0 })]),
      rotating({ touches: (i, h) => i < h / 2, rest: 0 }),
      rotating({ touches: (i) => i > 0 }),
      rotating({ touches: (i) => i > 0, rest: 0 }),
      rotating({ touches: (i) => i === 0 }),
    ],
  },
  {
    id: 'half-of-each-pair',
    headline: 'Only one entry of each pair is turned',
    feedback:
      'You write one entry of each pair and leave the other as it was, or at 0. A rotation changes both: (a·cos − b·sin, a·sin + b·cos).',
    ...turned((a, b, c, s) => [a * c - b * s, b]),
    variants: [
      turned((a, b, c, s) => [a, a * s + b * c]),
      turned((a, b, c, s) => [a * c - b * s, 0]),
      turned((a, b, c, s) => [0, a * s + b * c]),
    ],
  },
  {
    id: 'freq-outside',
    headline: 'The frequency belongs inside the cosine',
    feedback:
      'You take cos and sin of the position and multiply by the frequency afterward. Slow pairs then shrink to nearly nothing. The frequency is part of the angle: cos(pos · base^(−2i/d)).',
    ...turned((a, b, _c, _s, turn) => {
      const f = rightFrequency(turn)
      const [c, s] = [f * Math.cos(turn.pos), f * Math.sin(turn.pos)]
      return [a * c - b * s, a * s + b * c]
    }),
  },
  {
    id: 'not-rotated',
    headline: 'Nothing is turned',
    feedback:
      'Your result is `x` unchanged, or a copy of it. Only position 0 leaves a vector alone; at position p pair i turns by p · base^(−2i/d).',
    ...turned((a, b) => [a, b]),
  },
]

function otherPlaces(i: number, h: number, layout: Layout) {
  return pairIndices(i, h, other(layout))
}
