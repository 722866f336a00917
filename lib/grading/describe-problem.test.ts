import { expect, test } from 'vitest'
import { describeProblem, withArticle } from './describe-problem.ts'

test.each([
  ['TypeError', 'a TypeError'],
  ['Error', 'an Error'],
  ['AggregateError', 'an AggregateError'],
  ['URIError', 'a URIError'],
  ['UserError', 'a UserError'],
  ['UnknownShapeError', 'an UnknownShapeError'],
])('%s is %s', (name, words) => {
  expect(withArticle(name)).toBe(words)
})

test('an error without a message is told how to get one', () => {
  const threw = (message: string) => describeProblem({ kind: 'threw', error: 'Error', message, input: '' })
  expect(threw('')).toEqual({
    headline: 'Your code stopped with an Error',
    sentence: expect.stringMatching(/no message/),
  })
  expect(threw('no')).toEqual({ headline: 'Your code stopped with an Error', sentence: 'no' })
})
