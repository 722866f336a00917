import { emptyPartial, mergePartials } from '#lib/attention/merge-partial.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import type { Shape } from '#lib/grading/exercise.ts'
import type { Random } from '#lib/grading/random.ts'
import type { Part, Two } from './merging.ts'
import { misconceptions } from './misconceptions.ts'

const PART: Shape = { fields: { m: { fixed: true }, l: { fixed: true }, o: ['v'] } }

export default defineFunction<Two, Part>({
  name: 'mergePartial',
  signature: 'type Part = { m: number; l: number; o: number[] }\nmergePartial(a: Part, b: Part): Part',
  params: { a: PART, b: PART },
  reference: (a, b) => ({ ...mergePartials(a, b) }),
  examples: [
    {
      label: 'two parts with the same maximum',
      args: [
        { m: 0, l: 1, o: [4] },
        { m: 0, l: 3, o: [8] },
      ],
    },
    {
      label: 'a part with a larger maximum',
      args: [
        { m: 1, l: 2, o: [1, 0] },
        { m: 3, l: 1, o: [0, 1] },
      ],
    },
  ],
  random: {
    count: 26,
    make(random) {
      const width = random.int(1, 4)
      return [part(random, width), part(random, width)]
    },
  },
  edgeCases: [
    { label: 'an empty part on the left', make: (r) => [empty(2), part(r, 2)] },
    { label: 'an empty part on the right', make: (r) => [part(r, 2), empty(2)] },
    { label: 'two empty parts', args: [empty(2), empty(2)] },
    { label: 'an empty part and a maximum of −20,000', args: [empty(1), { m: -20_000, l: 1.5, o: [3] }] },
    {
      label: 'maxima of 1,000 and 999',
      args: [
        { m: 1000, l: 1.5, o: [1] },
        { m: 999, l: 2.25, o: [5] },
      ],
    },
    {
      label: 'maxima of −20,000',
      args: [
        { m: -20_000, l: 1.5, o: [2] },
        { m: -20_001, l: 2.5, o: [5] },
      ],
    },
    {
      label: 'a left part far above',
      args: [
        { m: 900, l: 1.25, o: [1, 2] },
        { m: 0, l: 3, o: [7, 8] },
      ],
    },
    {
      label: 'a right part far above',
      args: [
        { m: 0, l: 3, o: [7, 8] },
        { m: 900, l: 1.25, o: [1, 2] },
      ],
    },
    {
      label: 'equal parts',
      args: [
        { m: 2, l: 1.5, o: [3, 1] },
        { m: 2, l: 1.5, o: [3, 1] },
      ],
    },
    {
      label: 'many keys against one',
      args: [
        { m: 1, l: 40, o: [1] },
        { m: 1.5, l: 1, o: [9] },
      ],
    },
    {
      label: 'negative maxima',
      args: [
        { m: -3, l: 2, o: [1, 4] },
        { m: -1, l: 1.5, o: [6, 2] },
      ],
    },
  ],
  misconceptions,
  hints: [
    'Both sums are measured from their own maximum. What is the maximum of all keys, and by which factor does each sum shrink if it is measured from that maximum?',
    'With m = max(a.m, b.m), part a counts `a.l * Math.exp(a.m - m)`, part b likewise. Their sum is the new l, and the output is the mean of both outputs with these weights. What happens when both are empty?',
    '`const la = a.l * Math.exp(a.m - m), lb = b.l * Math.exp(b.m - m)`, then `l = la + lb` and `o[c] = (la * a.o[c] + lb * b.o[c]) / l`. If one part has `l === 0`, return the other.',
  ],
  passHeadline: 'Passed. Partial results may be merged in any order.',
})

function empty(width: number): Part {
  return { ...emptyPartial(width) }
}

/** A part of one to five keys: its sum is at least 1. */
function part(random: Random, width: number): Part {
  return { m: random.normal() * 2, l: 1 + random.next() * random.int(0, 4), o: random.vector(width, 2) }
}
