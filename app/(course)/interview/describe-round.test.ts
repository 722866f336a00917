import { expect, test } from 'vitest'
import { describeRound, describeRoundBriefly } from './describe-round.ts'

const coded = {
  passed: true,
  confirmed: true,
  runs: 2,
  ms: 65_000,
  source: 'a',
  notes: '',
  checks: { passed: 6, all: 6 },
}

test('only a confirmed round has passed', () => {
  expect(describeRound(coded, 'confirmed')).toBe('Passed in 1:05 with 2 runs.')
  expect(describeRoundBriefly(coded, 'confirmed')).toBe('passed')
  expect(describeRoundBriefly({ ...coded, passed: false }, 'confirmed')).toBe('not passed')
})

test.each(['pending', 'missing'] as const)('a round whose confirmation is %s is not praised', (confirmation) => {
  expect(describeRound(coded, confirmation)).toMatch(/^The round ended after 1:05\..*(hasn’t|isn’t) confirmed/)
  expect(describeRound(coded, confirmation)).not.toMatch(/pass/i)
  expect(describeRoundBriefly(coded, confirmation)).toMatch(/^not confirmed/)
})
