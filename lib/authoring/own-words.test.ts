import { expect, test } from 'vitest'
import { createMatcher } from '#lib/matcher/match.ts'
import { allCards } from './match-cards.ts'

test('every key point of every card is recognized in its own words', { timeout: 120_000 }, async () => {
  const [matcher, cards] = await Promise.all([createMatcher(), allCards('content/lessons')])
  const unrecognized: string[] = []
  for (const card of cards.values())
    for (const [index, { point }] of card.keyPoints.entries())
      if (!matcher.match(card, point).some((tick) => tick.index === index))
        unrecognized.push(`${card.id} ${index}: ${point}`)
  expect(cards.size).toBeGreaterThan(80)
  expect(unrecognized).toEqual([])
})
