import fc from 'fast-check'
import type { CharacterModel, ModelConfig } from '../read-model.ts'

const SIZE = { vocab: 5, context: 9, headDim: 3, layers: 2 }

/** Small models of random shape and weights, and a text for each. */
export const arbitraryModel: fc.Arbitrary<{ model: CharacterModel; tokens: number[] }> = fc
  .record({
    kvHeads: fc.integer({ min: 1, max: 2 }),
    group: fc.integer({ min: 1, max: 3 }),
    dModel: fc.integer({ min: 1, max: 7 }),
    dFf: fc.integer({ min: 1, max: 9 }),
    seed: fc.integer({ min: 1, max: 1000 }),
    tokens: fc.array(fc.nat(SIZE.vocab - 1), { minLength: 1, maxLength: SIZE.context }),
  })
  .map(({ kvHeads, group, dModel, dFf, seed, tokens }) => ({
    model: createModel({ ...SIZE, kvHeads, heads: kvHeads * group, dModel, dFf }, seed),
    tokens,
  }))

/** A model with weights that look random and are the same for each seed. */
export function createModel(config: ModelConfig, seed: number): CharacterModel {
  let drawn = 0
  const draw = (count: number) => Float32Array.from({ length: count }, () => Math.sin(seed + 12.9898 * ++drawn))
  const { vocab, context, dModel, layers, heads, kvHeads, headDim, dFf } = config
  return {
    config,
    chars: Array.from({ length: vocab }, (_, id) => String.fromCharCode(97 + id)),
    wte: draw(vocab * dModel),
    wpe: draw(context * dModel),
    layers: Array.from({ length: layers }, () => ({
      norm1: draw(dModel),
      wq: draw(dModel * heads * headDim),
      wk: draw(dModel * kvHeads * headDim),
      wv: draw(dModel * kvHeads * headDim),
      wo: draw(heads * headDim * dModel),
      norm2: draw(dModel),
      w1: draw(dModel * dFf),
      w2: draw(dFf * dModel),
    })),
    norm: draw(dModel),
  }
}
