import { expect, test } from 'vitest'
import { causalMask, causalMaskRect, packedCausalMask } from './causal-mask.ts'

const rows = (mask: boolean[][]) => mask.map((row) => row.map(Number).join(''))

test('a token sees itself and the past', () => {
  expect(rows(causalMask(3))).toEqual(['100', '110', '111'])
})

test('with more keys than queries the last query sees every key', () => {
  expect(rows(causalMaskRect(2, 4))).toEqual(['1110', '1111'])
})

test('with more queries than keys the first queries see nothing', () => {
  expect(rows(causalMaskRect(3, 1))).toEqual(['0', '0', '1'])
})

test('packed documents do not see each other, and equal ids apart are two documents', () => {
  expect(rows(packedCausalMask([7, 7, 3, 7]))).toEqual(['1000', '1100', '0010', '0001'])
})

test('a size must be a whole number of at least 1', () => {
  expect(() => causalMask(0)).toThrow('the number of queries is 0: it must be a whole number of at least 1')
  expect(() => causalMaskRect(2, 1.5)).toThrow(RangeError)
  expect(() => packedCausalMask([])).toThrow(RangeError)
})
