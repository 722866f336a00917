import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import type { Matrix } from '#lib/grading/value.ts'

export type EntropyArgs = readonly [weights: Matrix]
type Wrong = FunctionMisconception<EntropyArgs>

const add = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)
const mean = (list: readonly number[]): number => add(list) / list.length
const entropy = (row: readonly number[]): number => add(row.map((p) => (p > 0 ? -p * Math.log(p) : 0)))
const meanEntropy = (weights: Matrix): number => mean(weights.map(entropy))
const withEpsilon = (weights: Matrix, epsilon: number): number =>
  mean(weights.map((row) => add(row.map((p) => -p * Math.log(p + epsilon)))))
const countKeys = (weights: Matrix): number => weights[0]?.length ?? 0

/** What goes wrong in `headEntropy`. */
export const misconceptions: readonly Wrong[] = [
  {
    id: 'entropy-in-bits',
    headline: 'Another logarithm than the natural one',
    feedback:
      'You use a logarithm to base 2, which gives bits, or to base 10. The result should be in nats: use `Math.log`, so that two equal weights give ln 2 ≈ 0.69.',
    implementation: (weights) => meanEntropy(weights) / Math.LN2,
    variants: [(weights) => meanEntropy(weights) / Math.LN10],
  },
  {
    id: 'zero-log-zero',
    headline: '0 · ln 0 is NaN',
    feedback:
      'A weight of 0 makes your result NaN: `Math.log(0)` is −∞, and 0 · −∞ is NaN. In an entropy, 0 · ln 0 counts as 0, so skip weights of 0. A causal head has many.',
    implementation: (weights) => mean(weights.map((row) => add(row.map((p) => -p * Math.log(p))))),
  },
  {
    id: 'entropy-negative',
    headline: 'The sign is missing',
    feedback:
      'Your entropy is negative. The logarithm of a weight below 1 is negative, so the entropy is *minus* the sum of p · ln p.',
    implementation: (weights) => -meanEntropy(weights),
  },
  {
    id: 'entropy-of-mean-row',
    headline: 'The entropy of the mean row',
    feedback:
      'You average the rows first. If each query looks at a different key, every row is sharp, but the mean row is uniform. Compute the entropy of each row, then take the mean.',
    implementation: (weights) =>
      entropy(Array.from({ length: countKeys(weights) }, (_, j) => mean(weights.map((row) => row[j] ?? 0)))),
  },
  {
    id: 'entropy-summed',
    headline: 'The sum over rows instead of the mean',
    feedback:
      'You add the entropies of the rows and stop. Divide by the number of rows, so that texts of different lengths can be compared.',
    implementation: (weights) => add(weights.map(entropy)),
  },
  {
    id: 'entropy-of-one-row',
    headline: 'Only one row counts',
    feedback:
      'Your result is the entropy of a single row: the first, the last or the largest. Each query has its own; take the mean over all rows.',
    implementation: (weights) => entropy(weights.at(-1) ?? []),
    variants: [(weights) => entropy(weights[0] ?? []), (weights) => Math.max(...weights.map(entropy))],
  },
  {
    id: 'entropy-per-key',
    headline: 'Divided by the number of keys',
    feedback:
      'You divide by the number of keys. An entropy is a sum over the keys; only the rows are averaged: divide by the number of rows.',
    implementation: (weights) => meanEntropy(weights) / countKeys(weights),
    variants: [(weights) => add(weights.map(entropy)) / countKeys(weights)],
  },
  {
    id: 'entropy-share',
    headline: 'A share of ln n instead of nats',
    feedback:
      'You divide by ln n, the entropy of a uniform row. That gives a number from 0 to 1. Return the entropy itself, in nats.',
    implementation: (weights) => meanEntropy(weights) / Math.log(countKeys(weights)),
    variants: [
      (weights) => (countKeys(weights) === 1 ? 0 : meanEntropy(weights) / Math.log(countKeys(weights))),
      (weights) => meanEntropy(weights) / Math.log(weights.length),
    ],
  },
  {
    id: 'perplexity',
    headline: 'A number of keys instead of nats',
    feedback:
      'You return e to the entropy: the number of keys that would share the weight equally. That is the perplexity. Return the entropy itself.',
    implementation: (weights) => Math.exp(meanEntropy(weights)),
    variants: [(weights) => mean(weights.map((row) => Math.exp(entropy(row))))],
  },
  {
    id: 'epsilon-in-logarithm',
    headline: 'A small number inside the logarithm',
    feedback:
      'You add a number such as 10⁻⁶ inside the logarithm to avoid ln 0. It changes every term a little. Leave weights of 0 out instead: they add nothing.',
    implementation: (weights) => withEpsilon(weights, 1e-6),
    variants: [1e-2, 1e-3, 1e-4, 1e-5, 1e-7, 1e-8].map((epsilon) => (weights: Matrix) => withEpsilon(weights, epsilon)),
  },
  {
    id: 'zero-rows-skipped',
    headline: 'Rows of zeros are left out of the mean',
    feedback:
      'You divide by the number of rows that have any weight. A row of zeros counts as a row of entropy 0: divide by the number of all rows.',
    implementation: (weights) => mean(weights.filter((row) => row.some((p) => p > 0)).map(entropy)),
  },
  {
    id: 'entropy-of-columns',
    headline: 'The entropy of the columns',
    feedback:
      'You compute the entropy of each column. Each row holds the weights of one query and sums to 1; a column doesn’t. Compute the entropy of each row.',
    implementation: (weights) =>
      mean(Array.from({ length: countKeys(weights) }, (_, j) => entropy(weights.map((row) => row[j] ?? 0)))),
  },
  {
    id: 'weight-forgotten',
    headline: 'The logarithm isn’t weighted',
    feedback:
      'You add −ln p. Each logarithm is weighted by its own p, so that keys with little weight add little: −p · ln p.',
    implementation: (weights) => mean(weights.map((row) => add(row.map((p) => (p > 0 ? -Math.log(p) : 0))))),
  },
]
