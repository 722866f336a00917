import { describe, expect, test } from 'vitest'
import { CHANGED, leak, SENTENCE } from './leak.ts'

const tokens = SENTENCE.map((_, i) => i)

describe('leak', () => {
  test.each(tokens)('with a causal mask, changing token %i moves no output before it by a single bit', (t) => {
    expect(leak(t, true).moved.slice(0, t)).toEqual(tokens.slice(0, t).map(() => 0))
  })

  test.each(tokens)('with a causal mask, changing token %i moves its own output and all after it', (t) => {
    expect(Math.min(...leak(t, true).moved.slice(t))).toBeGreaterThan(0.01)
  })

  test.each(tokens.slice(1))('without a mask, changing token %i visibly moves every output before it', (t) => {
    expect(Math.min(...leak(t, false).moved.slice(0, t))).toBeGreaterThan(0.05)
  })

  test('changes one word and no other', () => {
    expect(leak(3, true).tokens).toEqual(['the', 'cat', 'sat', CHANGED[3], 'the', 'mat'])
  })
})
