import { KVCache } from '#lib/attention/kv-cache.ts'
import { defineClass } from '#lib/grading/define-class.ts'
import { edgeCases } from './edge-cases.ts'
import { examples } from './examples.ts'
import { misconceptions } from './misconceptions.ts'
import { isLegal, promptScript, randomScript } from './scripts.ts'
import { steps } from './steps.ts'

export default defineClass({
  name: 'KVCache',
  signature:
    'class KVCache { append(k: number[], v: number[]): void; attend(q: number[]): number[]; get length(): number }',
  shapes: { new: [], append: [['d'], ['v']], attend: [['d']] },
  reference: KVCache,
  examples,
  random: { count: 18, make: randomScript },
  edgeCases,
  misconceptions,
  cost: {
    sizes: [64, 128, 256],
    script: (n, random) => promptScript(random, { tokens: n, d: 2, dV: 2 }),
    measured: 3,
    subject: 'your step',
    size: 'length',
    maxExponent: 1.35,
    solutionWork: (n) => 10 * n + 6,
    target: 'A cached step grows with n.',
  },
  steps,
  isValidInput: isLegal,
  hints: [
    'Two arrays are enough, one of keys and one of values, as fields of the instance. What must happen to `k` and `v` before you store them, if the caller may write into the same arrays again?',
    '`attend` is one row of attention: a score `dot(q, k) / Math.sqrt(q.length)` per cached key, a softmax, then the weighted sum of the values. There is no future in the cache, so there is nothing to mask.',
    'In `append`: this.#keys.push(k.slice()); this.#values.push(v.slice()). In `attend`: const weights = softmax(this.#keys.map((key) => dot(q, key) / Math.sqrt(q.length))), then add weights[j] * this.#values[j][c] for each column c.',
  ],
  passHeadline: 'Passed. Each step appends one token and reads all of them.',
})
