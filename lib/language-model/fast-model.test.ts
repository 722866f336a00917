import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languageModel } from '../attention/language-model.ts'
import { logSoftmax } from '../attention/log-softmax.ts'
import { distance } from '../attention/testing/arbitrary-matrix.ts'
import { encodeText } from './encode-text.ts'
import { FastModel } from './fast-model.ts'
import { computeLoss, HeldBackLoss } from './held-back-loss.ts'
import { multiply, transpose } from './multiply.ts'
import { runModel } from './run-model.ts'
import { arbitraryModel, createModel } from './testing/arbitrary-model.ts'
import { toLanguageModel, toRows } from './to-language-model.ts'

const SMALL = createModel({ vocab: 4, context: 6, dModel: 4, layers: 3, heads: 2, kvHeads: 1, headDim: 2, dFf: 6 }, 1)
const ALL_ON = SMALL.layers.map(() => [true, true])

test('flat arrays give what the reference engine gives, with any heads off', () => {
  fc.assert(
    fc.property(arbitraryModel, fc.infiniteStream(fc.boolean()), ({ model, tokens }, isOn) => {
      const { heads, vocab } = model.config
      const keep = model.layers.map(() => Array.from({ length: heads }, () => isOn.next().value))
      const expected = languageModel(toLanguageModel(model), tokens, keep)
      const { logits, attention } = runModel(new FastModel(model), tokens, keep)
      expect(distance(toRows(logits, vocab), expected.logits)).toBeLessThan(1e-4)
      const weights = attention.map((layer) => [...layer])
      expect(
        distance(
          weights,
          expected.attention.map((layer) => layer.flat(2)),
        ),
      ).toBeLessThan(1e-4)
    }),
  )
})

test('a product in blocks is the product, whatever is left over at its edges', () => {
  const [n, width, columns] = [7, 3, 5]
  const X = Float32Array.from({ length: n * width }, (_, i) => Math.sin(i))
  const W = Float32Array.from({ length: width * columns }, (_, i) => Math.cos(i))
  const Y = multiply(X, transpose(W, width, columns), width)
  const expected = toRows(X, width).map((row) =>
    Array.from({ length: columns }, (_, j) => row.reduce((sum, x, k) => sum + x * W[k * columns + j]!, 0)),
  )
  expect(distance(toRows(Y, columns), expected)).toBeLessThan(1e-6)
})

test('a text that the model can’t read is refused', () => {
  const fast = new FastModel(SMALL)
  expect(() => runModel(fast, [])).toThrow('there is no token to start from')
  expect(() => runModel(fast, [4])).toThrow('there is no token 4 in a vocabulary of 4')
  expect(() => runModel(fast, [0, 0, 0, 0, 0, 0, 0])).toThrow('position 6 lies beyond the context of 6 tokens')
})

test('a text becomes ids, and unknown characters are named once', () => {
  expect(encodeText(['a', 'b'], 'ab€a😀€')).toEqual({ tokens: [0, 1, 0], unknown: ['€', '😀'] })
})

test('the loss is −ln of the probability of what came', () => {
  const logits = [
    [1, 2, 3],
    [900, 0, -900],
  ]
  const expected = (-logSoftmax(logits[0]!)[2]! - logSoftmax(logits[1]!)[1]!) / 2
  expect(computeLoss(Float32Array.from(logits.flat()), [2, 1])).toBeCloseTo(expected, 4)
})

test('a loss that builds on the one before equals one that is measured from the start', () => {
  const fast = new FastModel(SMALL)
  const windows = [
    [0, 1, 2, 3, 0],
    [3, 2, 1, 0, 2],
  ]
  const kept = new HeldBackLoss(fast, windows)
  const mask = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(mask, fc.nat(2), (keep, steps) => {
      const measuring = kept.measure(keep)
      for (let i = 0; i < steps; i++) measuring.next() // one that is stopped halfway leaves nothing wrong behind
      const last = [...kept.measure(keep)].at(-1)
      const expected = windows.map((tokens) =>
        computeLoss(runModel(fast, tokens.slice(0, -1), keep).logits, tokens.slice(1)),
      )
      expect(last).toEqual({ loss: (expected[0]! + expected[1]!) / 2, done: 1 })
    }),
  )
  expect([...kept.measure(ALL_ON)].map(({ done }) => done)).toEqual([0.5, 1])
})
