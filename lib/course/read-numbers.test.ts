import { expect, test } from 'vitest'
import type { NumberTemplate } from '#lib/review/number/template.ts'
import { readNumbers } from './read-numbers.ts'

const template = (over: object = {}): NumberTemplate => ({
  id: 'scaling/width',
  title: 'Width',
  generate: (rng) => {
    const n = rng.int(2, 9)
    return {
      question: `What is ${n} · 2?`,
      answerUnit: { kind: 'number', unit: '' },
      answer: 2 * n,
      spokenAnswer: `${2 * n}`,
      working: '',
      slips: [{ id: 'half', value: n, feedback: 'That is half.' }],
    }
  },
  ...over,
})
const text = `export default [\n  { id: 'scaling/width' },\n  { id: 'scaling/hidden' },\n]\n`
const read = (exported: unknown) => readNumbers(exported, 'scaling', text, 'numbers.ts')

test('good questions are read, with what draws them', () => {
  const { numbers, problems } = read([template()])
  expect(problems).toEqual([])
  expect(numbers.map(({ id }) => id)).toEqual(['scaling/width'])
  expect(numbers[0]?.generate({ int: () => 4, pick: ([first]) => first }).answer).toBe(8)
})

test('a question whose slip always gives the answer is named with its line', () => {
  const hidden = template({
    id: 'scaling/hidden',
    generate: () => ({ ...template().generate({ int: () => 2, pick: ([first]) => first }), answer: 2 }),
  })
  expect(read([template(), hidden]).problems).toMatchObject([
    { line: 3, message: expect.stringContaining('scaling/hidden: it cannot be drawn') },
  ])
})

test('ids belong to the lesson and are given once', () => {
  expect(read([template({ id: 'elsewhere/width' })]).problems).toMatchObject([
    { message: expect.stringContaining('must start with scaling/') },
  ])
  expect(read([template(), template()]).problems).toMatchObject([
    { message: 'scaling/width: two questions have this id' },
  ])
})

test('what is no list of questions is a problem', () => {
  expect(read({}).problems).toMatchObject([{ message: expect.stringContaining('defineNumbers') }])
  expect(read([{ id: 'scaling/width' }]).problems.length).toBeGreaterThan(0)
})
