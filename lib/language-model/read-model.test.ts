import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeFloat16 } from './decode-float16.ts'
import { ModelFileError } from './model-file-error.ts'
import { readModel } from './read-model.ts'
import { readSafetensors } from './read-safetensors.ts'
import { type WrittenTensor, writeSafetensors } from './testing/write-safetensors.ts'

const ONE = 0x3c00
const tensor = (...shape: number[]): WrittenTensor => ({
  shape,
  bits: new Array(shape.reduce((a, b) => a * b, 1)).fill(ONE),
})
const CONFIG = { vocab: 2, context: 3, d_model: 4, layers: 1, heads: 2, kv_heads: 1, head_dim: 2, d_ff: 5 }
const METADATA = { config: JSON.stringify(CONFIG), chars: '["a", "b"]' }
const TENSORS = {
  wte: tensor(2, 4),
  wpe: tensor(3, 4),
  'layer.0.norm1.gain': tensor(4),
  'layer.0.wq': tensor(4, 4),
  'layer.0.wk': tensor(4, 2),
  'layer.0.wv': tensor(4, 2),
  'layer.0.wo': tensor(4, 4),
  'layer.0.norm2.gain': tensor(4),
  'layer.0.w1': tensor(4, 5),
  'layer.0.w2': tensor(5, 4),
  'norm.gain': tensor(4),
}
const refuse = (bytes: Uint8Array) => {
  const reading = () => readModel(bytes)
  expect(reading).toThrow(ModelFileError)
  return expect(reading)
}

test.each([
  [0x0000, 0],
  [0x0001, 2 ** -24],
  [0x03ff, 1023 * 2 ** -24],
  [0x0400, 2 ** -14],
  [ONE, 1],
  [0xc100, -2.5],
  [0x3555, 0.333251953125],
  [0x7bff, 65504],
  [0x7c00, Number.POSITIVE_INFINITY],
  [0xfc00, Number.NEGATIVE_INFINITY],
  [0x7e00, Number.NaN],
])('the half-precision bits %i stand for %d', (bits, value) => {
  expect(decodeFloat16(bits)).toBe(value)
})

test('the top bit of a number is its sign', () => {
  fc.assert(
    fc.property(fc.nat(0x7fff), (bits) => {
      expect(decodeFloat16(bits | 0x8000)).toBe(-decodeFloat16(bits))
    }),
  )
})

test('a model is read with its sizes and characters, wherever its bytes start', () => {
  const bytes = writeSafetensors(TENSORS, METADATA)
  const shifted = new Uint8Array(bytes.length + 3)
  shifted.set(bytes, 3)
  const model = readModel(shifted.subarray(3))
  expect(model.config).toMatchObject({ dModel: 4, kvHeads: 1, dFf: 5 })
  expect(model.chars).toEqual(['a', 'b'])
  expect([...model.wte]).toEqual(new Array(8).fill(1))
  expect(model.layers).toHaveLength(1)
  expect(model).toEqual(readModel(bytes))
})

test('a file that ends early is refused, wherever it ends', () => {
  const bytes = writeSafetensors(TENSORS, METADATA)
  fc.assert(fc.property(fc.nat(bytes.length - 1), (end) => void refuse(bytes.subarray(0, end))))
  refuse(bytes.subarray(0, 5)).toThrow('The file has 5 bytes, too few for the length of a header.')
  refuse(bytes.subarray(0, 40)).toThrow('but the file ends after 40')
  refuse(bytes.subarray(0, -1)).toThrow('Tensor norm.gain ends at byte')
})

test('a page in the place of the file is refused', () => {
  refuse(new TextEncoder().encode('<!doctype html><title>Sign in</title>')).toThrow(/The header has \d+ bytes/)
})

test('a header that is not JSON, or not one of safetensors, is refused', () => {
  const withHeader = (text: string) => {
    const bytes = new Uint8Array(8 + text.length)
    new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true)
    bytes.set(new TextEncoder().encode(text), 8)
    return bytes
  }
  refuse(withHeader('{"wte": ')).toThrow('The header of the file isn’t JSON.')
  refuse(withHeader('[1]')).toThrow('The header of the file isn’t as expected')
  refuse(withHeader('{"wte": {"dtype": "F16", "shape": [-1], "data_offsets": [0, 0]}}')).toThrow(
    'The entry of tensor wte isn’t as expected',
  )
  refuse(withHeader('{"__metadata__": {"config": 1}}')).toThrow('The metadata of the file isn’t as expected')
  expect(readSafetensors(withHeader('{}')).tensors.size).toBe(0)
})

test('a tensor of another type, size or shape is refused, and so is one that is not there', () => {
  const write = (change: Readonly<Record<string, WrittenTensor>>) =>
    writeSafetensors({ ...TENSORS, ...change }, METADATA)
  refuse(write({ wte: { ...tensor(2, 4), dtype: 'F32' } })).toThrow(
    'Tensor wte has the type F32; only F16 can be read.',
  )
  refuse(write({ wte: { shape: [2, 4], bits: [ONE] } })).toThrow('Tensor wte of shape 2 × 4 needs 16 bytes and has 2.')
  refuse(write({ wte: tensor(4, 2) })).toThrow('Tensor wte has the shape 4 × 2; the config says 2 × 4.')
  const { wpe: _, ...without } = TENSORS
  refuse(writeSafetensors(without, METADATA)).toThrow('The file has no tensor wpe.')
})

test('metadata that does not describe the model is refused', () => {
  const write = (metadata: Record<string, string>) => writeSafetensors(TENSORS, metadata)
  refuse(write({ chars: METADATA.chars })).toThrow('The metadata of the file has no config.')
  refuse(write({ ...METADATA, config: '{' })).toThrow('The config of the model isn’t JSON.')
  refuse(write({ ...METADATA, config: JSON.stringify({ ...CONFIG, heads: 0 }) })).toThrow('The config of the model')
  refuse(write({ ...METADATA, config: JSON.stringify({ ...CONFIG, kv_heads: 3 }) })).toThrow(
    'kv_heads must divide heads',
  )
  refuse(write({ ...METADATA, chars: '["a"]' })).toThrow('The list of characters isn’t as expected')
})
