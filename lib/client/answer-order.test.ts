import { expect, test } from 'vitest'
import { AnswerOrder } from './answer-order.ts'

test('an answer that a later one has overtaken is not taken', () => {
  const order = new AnswerOrder()
  const [takeFirst, takeSecond] = [order.start(), order.start()]
  expect([takeSecond(), takeFirst()]).toEqual([true, false])
})

test('answers in the order of their requests are all taken', () => {
  const order = new AnswerOrder()
  const [takeFirst, takeSecond] = [order.start(), order.start()]
  expect([takeFirst(), takeSecond()]).toEqual([true, true])
})
