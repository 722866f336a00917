import { expect, test } from 'vitest'
import { parseCase } from './case.ts'
import { judge } from './judge.ts'

const tensor = (data: (number | string)[], shape = [data.length]) => ({ dtype: 'float64', shape, data })
const judgeWith = (changes: object = {}) =>
  parseCase(
    JSON.stringify({
      id: 'a',
      group: 'softmax',
      op: 'softmax',
      attributes: {},
      inputs: { x: tensor([0, 0]) },
      outputs: { y: tensor([0.5, 0.5]) },
      tolerance: { atol: 1e-9, rtol: 0 },
      ...changes,
    }),
  )

test('a case whose numbers come out passes', () => {
  expect(judge(judgeWith())).toEqual({ id: 'a', group: 'softmax', difference: 0, fault: undefined })
})

test('a number that is off is named with its place, and the largest difference is kept', () => {
  const { difference, fault } = judge(judgeWith({ outputs: { y: tensor([0.5, 0.6]) } }))
  expect(difference).toBeCloseTo(0.1, 12)
  expect(fault).toBe('y at [1] is 0.5, wanted 0.6')
})

test('an operator, an attribute or an input that is not known is a failure, not a skip', () => {
  expect(judge(judgeWith({ op: 'softmin' })).fault).toBe('the operator “softmin” is not known')
  expect(judge(judgeWith({ attributes: { temperature: 2 } })).fault).toBe('softmax does not know temperature')
  expect(judge(judgeWith({ inputs: { x: tensor([0, 0]), mask: tensor([1, 1]) } })).fault).toBe(
    'softmax does not know mask',
  )
  expect(judge(judgeWith({ outputs: { z: tensor([1]) } })).fault).toBe('softmax gives no output z')
})

test('a value of an attribute that is not known is a failure', () => {
  const gelu = { op: 'gelu', inputs: { x: tensor([0]) }, outputs: { y: tensor([0]) } }
  expect(judge(judgeWith({ ...gelu, attributes: { approximate: 'cubic' } })).fault).toContain('“cubic”')
  const words = judgeWith({ attributes: { convention: 'fully masked row -> uniform' } })
  expect(judge(words).fault).toContain('is not known')
})

test('NaN matches NaN only, and a row of only −∞ is NaN as PyTorch has it', () => {
  const x = tensor(['-Infinity', '-Infinity'])
  expect(judge(judgeWith({ inputs: { x }, outputs: { y: tensor(['NaN', 'NaN']) } })).fault).toBeUndefined()
  expect(judge(judgeWith({ inputs: { x } })).fault).toBe('y at [0] is NaN, wanted 0.5')
})

test('another shape is a failure', () => {
  expect(judge(judgeWith({ outputs: { y: tensor([0.5, 0.5], [1, 2]) } })).fault).toBe('y has shape [2], wanted [1,2]')
})

test('int8 keys and values may share one scale per tensor', () => {
  const rows = tensor([4, -2, 254, 10], [2, 2])
  const q = tensor([2, -1, 127, 5], [2, 2])
  const y = tensor([129, 4], [1, 2])
  const outputs = { Kq: q, Kscale: tensor([2], []), Vq: q, Vscale: tensor([2]), y, y_exact: y }
  const inputs = { Q: tensor([0, 0], [1, 2]), K: rows, V: rows }
  const attributes = { keyGranularity: 'per_tensor', valueGranularity: 'per_tensor', maxErrVsExact: 0 }
  expect(judge(judgeWith({ op: 'int8 KV attention', attributes, inputs, outputs })).fault).toBeUndefined()
})

test('a file that is no case says what is wrong with it', () => {
  expect(() => parseCase('{}')).toThrow('not a case: id:')
  expect(() => judgeWith({ inputs: { x: tensor([1, 2], [3]) } })).toThrow(
    'there are not as many numbers as the shape says',
  )
})
