import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeStep } from './decode-step.ts'
import { type BlockWeights, decoderBlock } from './decoder-block.ts'
import { decoderLayer } from './decoder-layer.ts'
import { encoderLayer } from './encoder-layer.ts'
import { Generation } from './generation.ts'
import { type LanguageModel, languageModel } from './language-model.ts'
import { multiHead } from './multi-head-attention.ts'
import { arbitraryMatrix, distance } from './testing/arbitrary-matrix.ts'

/** Numbers that look random and are the same each time. */
function rows(n: number, d: number, seed: number): number[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: d }, (_, c) => Math.sin(seed * 37 + i * d + c * 1.7)))
}
const block = (seed: number) => ({
  norm1: rows(1, 4, seed)[0]!,
  wq: rows(4, 4, seed + 1),
  wk: rows(4, 2, seed + 2),
  wv: rows(4, 2, seed + 3),
  wo: rows(4, 4, seed + 4),
  norm2: rows(1, 4, seed + 5)[0]!,
  w1: rows(4, 8, seed + 6),
  w2: rows(8, 4, seed + 7),
})
const model: LanguageModel = {
  heads: 2,
  kvHeads: 1,
  wte: rows(5, 4, 1),
  wpe: rows(6, 4, 2),
  layers: [block(10), block(20)],
  norm: rows(1, 4, 3)[0]!,
}

test('a text with caches gives what the whole prefix gives at once', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { minLength: 1, maxLength: 6 }), (tokens) => {
      const { logits, attention } = languageModel(model, tokens)
      const text = new Generation(model)
      expect(
        distance(
          tokens.map((token) => text.next(token)),
          logits,
        ),
      ).toBeLessThan(1e-9)
      expect(text.length).toBe(tokens.length)
      expect([attention.length, attention[0]!.length, attention[0]![0]!.length]).toEqual([2, 2, tokens.length])
    }),
  )
})

test('a head that is off adds nothing, whatever its rows of Wo hold', () => {
  const keep = [
    [true, false],
    [true, true],
  ]
  const [first, second] = model.layers as [BlockWeights, BlockWeights]
  const without = (wo: BlockWeights['wo']) => ({ ...model, layers: [{ ...first, wo }, second] })
  const zeros = without(first.wo.map((row, c) => (c < 2 ? row : row.map(() => 0))))
  const nines = without(first.wo.map((row, c) => (c < 2 ? row : row.map(() => 9))))
  const { logits } = languageModel(model, [1, 2, 3], keep)
  expect(distance(logits, languageModel(zeros, [1, 2, 3]).logits)).toBeLessThan(1e-12)
  expect(distance(logits, languageModel(nines, [1, 2, 3], keep).logits)).toBeLessThan(1e-12)
  expect(distance(logits, languageModel(model, [1, 2, 3]).logits)).toBeGreaterThan(1e-3)
  expect(languageModel(model, [1, 2, 3], [keep[1]!, keep[1]!])).toEqual(languageModel(model, [1, 2, 3]))
})

test('the heads that are on are named for each layer and each head', () => {
  expect(() => languageModel(model, [1], [[true, true]])).toThrow('rows of keep')
  expect(() => languageModel(model, [1], [[true], [true, true]])).toThrow('entries of keep')
})

test('a learner’s step can stand in for ours', () => {
  const text = new Generation(model, (x, layer, cache) => decodeStep(x, layer, cache).map(() => 0))
  expect(text.next(1)).not.toEqual(new Generation(model).next(1))
})

test('a token or a position that the model does not know is refused, and nothing is taken', () => {
  const text = new Generation(model)
  expect(() => text.next(9)).toThrow('there is no token 9 in a vocabulary of 5')
  expect(text.length).toBe(0)
  expect(() => languageModel(model, [0, 0, 0, 0, 0, 0, 0])).toThrow('position 6 lies beyond the context of 6 tokens')
  expect(() => languageModel(model, [])).toThrow(RangeError)
})

test('one step is causal multi-head attention of the last token', () => {
  fc.assert(
    fc.property(arbitraryMatrix(3, 4), (X) => {
      const { wq: Wq, wk: Wk, wv: Wv, wo: Wo } = block(5)
      const cache = { keys: [[]], values: [[]] }
      const steps = X.map((x) => decodeStep(x, { Wq, Wk, Wv, Wo, heads: 2, kvHeads: 1 }, cache))
      const at = { heads: 2, kvHeads: 1, options: { causal: true } as const }
      expect(distance(steps, multiHead(X, X, X, { Wq, Wk, Wv, Wo }, at).output)).toBeLessThan(1e-9)
    }),
  )
  const { wq: Wq, wk: Wk, wv: Wv, wo: Wo } = block(5)
  const layer = { Wq, Wk, Wv, Wo, heads: 3, kvHeads: 1 }
  expect(() => decodeStep([1, 2, 3, 4], layer, { keys: [[]], values: [[]] })).toThrow('does not split into 3 heads')
})

test('the past of a block does not move when the future does', () => {
  const X = rows(4, 4, 9)
  const moved = [...X.slice(0, 3), [9, 9, 9, 9]]
  expect(decoderBlock(moved, block(1), 2, 1).slice(0, 3)).toEqual(decoderBlock(X, block(1), 2, 1).slice(0, 3))
})

const projections = { Wq: rows(4, 4, 1), Wk: rows(4, 4, 2), Wv: rows(4, 4, 3), Wo: rows(4, 4, 4) }
const norm = { kind: 'layer', gain: [1, 1, 1, 1] } as const
const ffn = { W1: rows(4, 6, 5), W2: rows(6, 4, 6) }

test.each(['pre', 'post'] as const)('an encoder layer sees no order of its tokens: %s-norm', (order) => {
  const weights = { selfAttention: projections, norm1: norm, feedForward: ffn, norm2: norm }
  const X = rows(3, 4, 8)
  const forwards = encoderLayer(X, weights, { heads: 2, order, activation: 'gelu' })
  const backwards = encoderLayer(X.toReversed(), weights, { heads: 2, order, activation: 'gelu' })
  expect(distance(forwards, backwards.toReversed())).toBeLessThan(1e-9)
})

test.each(['pre', 'post'] as const)(
  'a decoder layer is causal in its target and reads all of its source: %s-norm',
  (order) => {
    const weights = {
      selfAttention: projections,
      norm1: norm,
      crossAttention: projections,
      norm2: norm,
      feedForward: ffn,
      norm3: norm,
    }
    const [X, memory] = [rows(3, 4, 8), rows(2, 4, 9)]
    const at = { heads: 2, order }
    const output = decoderLayer(X, memory, weights, at)
    const future = decoderLayer([...X.slice(0, 2), [9, -9, 9, -9]], memory, weights, at)
    expect(future.slice(0, 2)).toEqual(output.slice(0, 2))
    const source = decoderLayer(X, [memory[0]!, [9, -9, 9, 0]], weights, at)
    expect(distance(source[0], output[0])).toBeGreaterThan(1e-6)
  },
)
