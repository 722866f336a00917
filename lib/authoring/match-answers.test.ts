import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Card } from '#lib/course/card.ts'
import { createMatcher, type Matcher } from '#lib/matcher/match.ts'
import { allCards } from './match-cards.ts'
import type { MatchedAnswer } from './match-report.ts'
import { precision, recall, tally } from './match-report.ts'

const root = path.resolve(import.meta.dirname, '../..')
const readAnswers = (name: string): readonly Omit<MatchedAnswer, 'ticks'>[] =>
  readFileSync(path.join(root, `lib/matcher/answers/${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

let cards: ReadonlyMap<string, Card>
function requireCard(id: string): Card {
  const card = cards.get(id)
  if (!card) throw new Error(`there is no card ${id}`)
  return card
}
let matcher: Matcher
beforeAll(async () => {
  cards = await allCards(path.join(root, 'content/lessons'))
  matcher = await createMatcher()
})

describe.each([
  'candidates',
  'interviews',
  'interviews-held-back',
  'blind',
  'blind-held-back',
  'lessons',
  'lessons-held-back',
])('%s', (name) => {
  const answers = readAnswers(name)

  test('names existing cards and key points', () => {
    for (const { id, card, covered } of answers)
      for (const index of covered ?? []) expect(cards.get(card)?.keyPoints[index], `${id}: ${index}`).toBeDefined()
  })

  test('is ticked as a person ticks it: precision at least 0.95, recall at least 0.85', () => {
    const matched = answers.map((answer) => ({
      ...answer,
      ticks: matcher.match(cards.get(answer.card)!, answer.answer),
    }))
    expect(precision(tally(matched))).toBeGreaterThanOrEqual(0.95)
    expect(recall(tally(matched))).toBeGreaterThanOrEqual(0.85)
  })

  test('earns its ticks by parts of the answers', () => {
    for (const { card, answer } of answers)
      for (const { phrase, start } of matcher.match(cards.get(card)!, answer))
        expect(answer.slice(start, start + phrase.length)).toBe(phrase)
  })
})

test('the answers are of all styles, and to many cards', () => {
  const own = ['interviews', 'interviews-held-back', 'lessons', 'lessons-held-back'].flatMap(readAnswers)
  const styles = new Set(own.map(({ style }) => style))
  expect(own.length).toBeGreaterThanOrEqual(200)
  expect(
    [...new Set(readAnswers('candidates').map(({ style }) => style))].filter((style) => !styles.has(style)),
  ).toEqual([])
  const interview = new Set(readAnswers('candidates').map(({ card }) => card))
  expect(new Set(own.map(({ card }) => card).filter((text) => !interview.has(text))).size).toBeGreaterThanOrEqual(40)
})

test('the answers of the review get the ticks of their labels, no more and no fewer', () => {
  for (const { id, card, answer, covered } of readAnswers('review')) {
    const ticked = matcher.match(requireCard(card), answer).map(({ index }) => index)
    expect({ id, ticked }).toEqual({ id, ticked: covered })
  }
})

test('every key point is recognized in the words in which its card prints it', () => {
  const unrecognized = [...cards.values()].flatMap((card) =>
    card.keyPoints.flatMap(({ id, point }, index) =>
      matcher.match(card, point).some((tick) => tick.index === index) ? [] : [`${card.id}: ${id}: ${point}`],
    ),
  )
  expect(unrecognized).toEqual([])
})

test('every card’s model answer covers its own key points', () => {
  const missing = [...cards.values()].flatMap((card) =>
    matcher.uncovered(card).map((i) => `${card.id}: ${card.keyPoints[i]?.id}`),
  )
  expect(missing).toEqual([])
})
