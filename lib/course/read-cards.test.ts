import { expect, test } from 'vitest'
import { readCards } from './read-cards.ts'

const card = {
  id: 'scaling/why',
  kind: 'interview',
  question: 'Why divide by √dₖ?',
  modelAnswer: 'Scores of random vectors spread like √d.',
  keyPoints: [{ id: 'variance', point: 'the variance is d' }],
  followUps: [],
}
const text = `export default [\n  { id: 'scaling/why' },\n  { id: 'scaling/formula' },\n]\n`

test('good cards are read', () => {
  expect(readCards([card], 'scaling', text, 'cards.ts')).toEqual({ cards: [card], problems: [] })
})

test('a wrong card is left out and named with its id, field and line', () => {
  const wrong = { ...card, id: 'scaling/formula', keyPoints: [] }
  const { cards, problems } = readCards([card, wrong], 'scaling', text, 'cards.ts')
  expect(cards).toEqual([card])
  expect(problems).toMatchObject([
    {
      file: 'cards.ts',
      line: 3,
      column: 3,
      message: 'scaling/formula: “keyPoints” is too short: at least one entry',
      fix: expect.stringContaining('A key point is'),
    },
  ])
})

test.each([
  ['the id of another lesson', [{ ...card, id: 'mask/why' }], /starts with scaling\//],
  ['an id twice', [card, card], /two cards/],
  ['no list', { cards: [] }, /no list of cards/],
])('%s is a problem', (_, exported, message) => {
  expect(readCards(exported, 'scaling', text, 'cards.ts').problems.map((problem) => problem.message)).toEqual([
    expect.stringMatching(message),
  ])
})
