import { expect, test } from 'vitest'
import golden from '#content/models/shakespeare/golden.json' with { type: 'json' }
import { FULL_LOSS, findNextHead, LEAST_MISSED_FIRST, LOSS_IN_ORDER, LOSS_WITHOUT } from './pruning.ts'

test('the losses are those that the model’s own measurement gave', () => {
  expect(FULL_LOSS).toBe(golden.valLoss)
  expect(LOSS_WITHOUT.flat()).toEqual(golden.pruneOne.map(({ valLoss }) => valLoss))
  expect(LOSS_IN_ORDER).toEqual(golden.pruneInThatOrder)
})

test('heads go in order of how little they are missed', () => {
  const losses = LEAST_MISSED_FIRST.map(({ layer, head }) => LOSS_WITHOUT[layer]![head]!)
  expect(losses).toEqual(losses.toSorted((a, b) => a - b))
  const keep = LOSS_WITHOUT.map((heads) => heads.map(() => true))
  for (const place of LEAST_MISSED_FIRST) {
    expect(findNextHead(keep)).toEqual(place)
    keep[place.layer]![place.head] = false
  }
  expect(findNextHead(keep)).toBeUndefined()
})

test('what the lesson says about these losses is so', () => {
  expect(LOSS_IN_ORDER[2]! - FULL_LOSS).toBeLessThan(0.01)
  expect(LOSS_IN_ORDER[21]! - FULL_LOSS).toBeCloseTo(0.41, 2)
  expect(Math.exp(LOSS_IN_ORDER[21]! - FULL_LOSS)).toBeCloseTo(1.5, 1)
  expect(LEAST_MISSED_FIRST.at(-1)).toMatchObject({ layer: 0 })
})
