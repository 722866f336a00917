import { StreamingCache } from '#lib/attention/streaming-cache.ts'
import { defineClass } from '#lib/grading/define-class.ts'
import { edgeCases, examples } from './edge-cases.ts'
import { misconceptions } from './misconceptions.ts'
import { isLegal, longText, randomScript } from './scripts.ts'

export default defineClass({
  name: 'StreamingCache',
  signature:
    'class StreamingCache { constructor(window: number, sinks: number); append(k: number[], v: number[]): void; attend(q: number[]): number[]; get length(): number }',
  shapes: { new: [{ int: 1 }, { int: 0 }], append: [['d'], ['v']], attend: [['d']] },
  reference: StreamingCache,
  examples,
  random: { count: 20, make: randomScript },
  edgeCases,
  misconceptions,
  cost: {
    sizes: [64, 128, 256],
    script: (n, random) => longText(random, { tokens: n, window: 8, sinks: 2, d: 2, dV: 2 }),
    measured: 3,
    subject: 'your step',
    size: 'length',
    // at most 10% more each time the length doubles
    maxExponent: Math.log2(1.1),
    solutionWork: () => 96,
    target: 'A step looks at no more than sinks + window tokens, however long the text.',
  },
  memory: {
    sizes: [100, 2000],
    script: (n, random) => longText(random, { tokens: n, window: 8, sinks: 2, d: 4, dV: 4 }),
    // after 2,000 tokens no more than 1.5 times what is alive after 100
    maxExponent: Math.log(1.5) / Math.log(20),
    maxBytes: () => 20_480,
    minCounted: 120,
    subject: 'your cache',
    size: 'length',
    target: 'It holds sinks + window pairs, however long the text.',
  },
  isValidInput: isLegal,
  hints: [
    'The first `sinks` tokens stay. Of the others only the last `window` are needed. Which cached token has to go when a new one arrives?',
    'Two lists are enough: the sinks, and a ring buffer of `window` slots. While there is room, append the pair. After that, overwrite the oldest slot of the ring buffer and advance the index modulo `window`.',
    'In `append`: if (sinks.length < this.sinks) sinks.push(pair); else if (ring.length < this.window) ring.push(pair); else { ring[this.oldest] = pair; this.oldest = (this.oldest + 1) % this.window }. The order of pairs does not matter to the softmax.',
  ],
  passHeadline: 'Passed. The text goes on, and the cache does not grow.',
})
