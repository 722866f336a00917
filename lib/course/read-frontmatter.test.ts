import { expect, test } from 'vitest'
import { readFrontmatter } from './read-frontmatter.ts'

const whole = `---
question: Why divide by √dₖ?
title: Scaling
summary: Scores spread like √d, and softmax saturates.
minutes: 20
buildsOn: [weighted-sum]
exercises: [scaled-scores, attention]
---

Text.
`

test('a whole frontmatter is read', () => {
  const { frontmatter, problems } = readFrontmatter(whole, 'lesson.mdx')
  expect(problems).toEqual([])
  expect(frontmatter).toMatchObject({ title: 'Scaling', minutes: 20, exercises: ['scaled-scores', 'attention'] })
})

test('a wrong field is named with its line', () => {
  const { problems } = readFrontmatter(whole.replace('minutes: 20', 'minutes: twenty'), 'lesson.mdx')
  expect(problems).toEqual([
    {
      file: 'lesson.mdx',
      line: 5,
      column: 1,
      rule: 'frontmatter',
      message: 'frontmatter: “minutes” should be a number',
      mend: expect.stringMatching(/^Write minutes: /),
    },
  ])
})

test('a field that nobody reads is named with its line', () => {
  const { problems } = readFrontmatter(whole.replace('minutes: 20', 'minutes: 20\nauthor: me'), 'lesson.mdx')
  expect(problems).toMatchObject([{ line: 6, message: 'frontmatter: nobody reads the field “author”' }])
})

test('a misspelt field is told what it may have meant', () => {
  const { problems } = readFrontmatter(whole.replace('minutes: 20', 'minutse: 20'), 'lesson.mdx')
  expect(problems.map((it) => it.message)).toContain(
    'frontmatter: nobody reads the field “minutse”: did you mean “minutes”?',
  )
})

test('a draft may have no exercise, a lesson may not', () => {
  const none = whole.replace('[scaled-scores, attention]', '[]')
  expect(readFrontmatter(none, 'lesson.mdx').problems).toMatchObject([{ line: 7, rule: 'frontmatter' }])
  expect(readFrontmatter(none.replace('minutes', 'draft: true\nminutes'), 'lesson.mdx').problems).toEqual([])
})

test('a missing field is named', () => {
  const { problems } = readFrontmatter(whole.replace('title: Scaling\n', ''), 'lesson.mdx')
  expect(problems).toMatchObject([{ line: 1, message: 'frontmatter: “title” is missing' }])
})

test('YAML that does not parse is named with its line', () => {
  const { problems } = readFrontmatter(whole.replace('[weighted-sum]', '[weighted-sum'), 'lesson.mdx')
  expect(problems[0]).toMatchObject({ file: 'lesson.mdx' })
  expect(problems[0]?.line).toBeGreaterThanOrEqual(6)
})

test('a lesson without frontmatter is told how to open', () => {
  expect(readFrontmatter('# Title\n', 'lesson.mdx').problems).toMatchObject([
    { file: 'lesson.mdx', line: 1, mend: expect.stringContaining('---') },
  ])
})
