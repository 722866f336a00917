import { expect, test } from 'vitest'
import {
  BASE,
  countExtendedTurns,
  countTrainedTurns,
  countUnseen,
  getExtendedFrequency,
  getTrainedFrequency,
  PAIRS,
} from './extended-frequencies.ts'

const last = PAIRS - 1

test('the first pair turns by one radian per token, the last one by base^(−(d−2)/d)', () => {
  expect(getTrainedFrequency(0)).toBe(1)
  expect(getTrainedFrequency(last)).toBeCloseTo(BASE ** (-126 / 128), 12)
})

test('interpolation divides every frequency, so no pair reaches an angle that is new', () => {
  for (const pair of [0, 20, last])
    expect(countExtendedTurns('interpolation', pair, 4)).toBeCloseTo(countTrainedTurns(pair), 9)
  expect(countUnseen('interpolation', 4)).toBe(0)
})

test('a larger base keeps the fastest pair and slows the slowest one by the factor', () => {
  expect(getExtendedFrequency('larger base', 0, 4)).toBe(1)
  expect(getExtendedFrequency('larger base', last, 4)).toBeCloseTo(getTrainedFrequency(last) / 4, 12)
})

test('YaRN keeps pairs of more than 32 turns and interpolates those of less than one', () => {
  for (let pair = 0; pair < PAIRS; pair++) {
    const ratio = getExtendedFrequency('YaRN', pair, 8) / getTrainedFrequency(pair)
    if (countTrainedTurns(pair) >= 32) expect(ratio).toBeCloseTo(1, 12)
    else if (countTrainedTurns(pair) <= 1) expect(ratio).toBeCloseTo(1 / 8, 12)
    else expect(ratio).toBeGreaterThan(1 / 8)
  }
  expect(countUnseen('YaRN', 8)).toBe(0)
})

test('without a change, every pair that made less than a turn reaches new angles', () => {
  const slow = Array.from({ length: PAIRS }, (_, pair) => pair).filter((pair) => countTrainedTurns(pair) < 1)
  expect(slow.length).toBeGreaterThan(0)
  expect(countUnseen('none', 2)).toBe(slow.length)
})
