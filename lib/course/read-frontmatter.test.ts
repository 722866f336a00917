import { expect, test } from 'vitest'
import { readFrontmatter } from './read-frontmatter.ts'

const whole = `---
question: Why divide by √dₖ?
title: Scaling
summary: Scores spread like √d, and softmax saturates.
minutes: 20
prerequisites: [weighted-sum]
---

Text.
`

test('a whole frontmatter is read', () => {
  const { frontmatter, problems } = readFrontmatter(whole, 'lesson.mdx')
  expect(problems).toEqual([])
  expect(frontmatter).toMatchObject({ title: 'Scaling', minutes: 20, prerequisites: ['weighted-sum'] })
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
      fix: expect.stringMatching(/^Write minutes: /),
    },
  ])
})

test('a field that nobody reads is named with its line', () => {
  const { problems } = readFrontmatter(whole.replace('minutes: 20', 'minutes: 20\nauthor: me'), 'lesson.mdx')
  expect(problems).toMatchObject([{ line: 6, message: 'frontmatter: unknown field “author”' }])
})

test('a misspelled field is told what it may have meant', () => {
  const { problems } = readFrontmatter(whole.replace('minutes: 20', 'minutse: 20'), 'lesson.mdx')
  expect(problems.map(({ message }) => message)).toContain(
    'frontmatter: unknown field “minutse”: did you mean “minutes”?',
  )
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
    { file: 'lesson.mdx', line: 1, fix: expect.stringContaining('---') },
  ])
})

test.each([
  ['a byte order mark', (text: string) => `\ufeff${text}`],
  ['CR and LF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['CR alone', (text: string) => text.replaceAll('\n', '\r')],
  ['all of it', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ['spaces after the marks', (text: string) => text.replaceAll('---', '--- ')],
  ['a tab after the marks', (text: string) => text.replaceAll('---', '---\t')],
])('%s changes nothing', (_, change) => {
  expect(readFrontmatter(change(whole), 'lesson.mdx')).toEqual(readFrontmatter(whole, 'lesson.mdx'))
  const wrong = change(whole.replace('minutes: 20', 'minutes: twenty'))
  expect(readFrontmatter(wrong, 'lesson.mdx').problems).toMatchObject([{ line: 5, column: 1 }])
})

const TRAPS: readonly (readonly [string, string, RegExp, string])[] = [
  ['title: Scaling', 'title: 3.10', /reads 3\.10 as the number 3\.1$/, 'Put it in quotation marks: title: "3.10"'],
  ['title: Scaling', 'title: 0x1F', /reads 0x1F as the number 31$/, 'title: "0x1F"'],
  ['title: Scaling', 'title: 1e3', /reads 1e3 as the number 1000$/, 'title: "1e3"'],
  ['title: Scaling', 'title: True', /reads True as true or false$/, 'title: "True"'],
  ['title: Scaling', 'title: ~', /reads ~ as nothing$/, 'title: "~"'],
  ['title: Scaling', 'title: Null', /reads Null as nothing$/, 'title: "Null"'],
  ['title: Scaling', 'title:', /“title” is empty$/, 'Write title: The topic'],
  ['title: Scaling', 'title: [Scaling]', /reads \[Scaling\] as a list$/, 'title: "[Scaling]"'],
  ['title: Scaling', 'title: {d}', /reads \{d\} as fields of its own$/, 'title: "{d}"'],
  ['title: Scaling', 'title: Scaling: why', /“title” contains a colon/, 'title: "Scaling: why"'],
  ['title: Scaling', 'title: "Scaling": why', /“title” contains a colon/, 'title: "\\"Scaling\\": why"'],
  ['title: Scaling', 'title:Scaling', /space is missing/, 'Write title: Scaling'],
  ['title: Scaling', 'title： Scaling', /full-width/, 'Type :'],
  ['title: Scaling', 'title: @home', /can’t begin with @/, 'title: "@home"'],
  ['title: Scaling', 'title: `d`', /can’t begin with `/, 'title: "`d`"'],
  ['title: Scaling', 'title: [draft] Scaling', /can’t begin with \[/, 'title: "[draft] Scaling"'],
  ['title: Scaling', 'title: > 5 heads', /can’t begin with >/, 'title: "> 5 heads"'],
  ['title: Scaling', 'title: ? Why', /can’t begin with \?/, 'title: "? Why"'],
  ['title: Scaling', 'title:\u00a0Scaling', /not an ordinary one/, 'Type a space'],
  ['title: Scaling', 'title: %d', /can’t begin with %/, 'title: "%d"'],
  ['title: Scaling', 'title: *d*', /begins with \*/, 'title: "*d*"'],
  ['title: Scaling', 'title: &d Scaling', /begins with &/, 'title: "&d Scaling"'],
  ['title: Scaling', 'title: !important Scaling', /begins with !/, 'title: "!important Scaling"'],
  ['title: Scaling', "title: 'it's'", /ends it too early/, `title: "it's"`],
  ['title: Scaling', 'title: "One" more', /ends it too early/, `title: '"One" more'`],
  ['title: Scaling', 'title: "Scaling', /not closed/, 'same mark'],
  ['title: Scaling', 'title: "C:\\q"', /backslash/, "title: 'C:\\q'"],
  ['title: Scaling', '\ttitle: Scaling', /starts with a tab/, 'spaces'],
  ['title: Scaling', '  title: Scaling', /“question” is indented|indented/, 'start of its line'],
  ['title: Scaling', 'title: Scaling\ntitle: Again', /written twice/, 'Remove one of the two'],
  ['title: Scaling', 'title: Scaling\nand more', /not a field/, 'a colon and a space'],
  ['minutes: 20', 'minutes: "20"', /in quotation marks it is text$/, 'Remove the quotation marks: minutes: 20'],
  ['minutes: 20', 'minutes: 20 min', /should be a number$/, 'a whole number'],
  ['minutes: 20', 'minutes: 20\ndraft: yes', /should be true or false$/, 'Write draft: true'],
  ['minutes: 20', 'minutes: 20\ndraft: "false"', /should be true or false$/, 'Write draft: false'],
  ['[weighted-sum]', 'weighted-sum', /should be a list$/, 'prerequisites: [weighted-sum]'],
  ['[weighted-sum]', '- weighted-sum', /begins on the same line/, 'prerequisites: [weighted-sum]'],
  ['[weighted-sum]', '', /“prerequisites” is empty$/, 'Write prerequisites: Lessons'],
  ['[weighted-sum]', '[weighted-sum', /this \[ is not closed/, 'Write ]'],
  ['[weighted-sum]', '[2]', /reads 2 as the number 2$/, 'Put it in quotation marks: "2"'],
  ['[weighted-sum]', '\n\t- weighted-sum', /starts with a tab/, 'spaces'],
]
test.each(TRAPS)('instead of %j, %j is told what to write', (take, put, message, fix) => {
  const text = whole.replace(take, () => put)
  const { problems, frontmatter } = readFrontmatter(text, 'lesson.mdx')
  expect(frontmatter).toBeUndefined()
  expect(problems).toHaveLength(1)
  expect(problems[0]?.message).toMatch(message)
  expect(problems[0]?.fix).toContain(fix)
  const firstLine = whole.split('\n').findIndex((line) => line.includes(take)) + 1
  expect(problems[0]?.line).toBeGreaterThanOrEqual(firstLine)
  expect(problems[0]?.line).toBeLessThanOrEqual(firstLine + 1)
})

test.each([
  'title: "3.10"',
  "title: 'it''s'",
  'title: 2026-11-30',
  'title: yes, and no',
  'title: a:b',
  'title: Scaling#1 is',
  'title:\tScaling',
  'title: >-\n  Scaling\n  and more',
])('%j is read, and nothing said of it', (field) => {
  const { frontmatter, problems, hints } = readFrontmatter(whole.replace('title: Scaling', field), 'lesson.mdx')
  expect([...problems, ...hints]).toEqual([])
  expect(frontmatter?.title).toBeTruthy()
})

test('a comment that cuts a text short is pointed out', () => {
  const { problems, hints } = readFrontmatter(whole.replace('title: Scaling', 'title: Scaling # one'), 'lesson.mdx')
  expect(problems).toEqual([])
  expect(hints).toMatchObject([{ line: 3, column: 16, fix: expect.stringContaining('title: "Scaling # one"') }])
})

test.each([
  [`\n\n${whole}`, 3, /only here/, 'empty lines'],
  [` ${whole}`, 1, /only here/, 'spaces'],
  [whole.replace('---\n\nText', '\nText'), 1, /not closed/, 'after its last field'],
  ['---\n---\n', 1, /is missing/, 'Write question'],
])('%j has no frontmatter that is read, and is told why', (text, line, message, fix) => {
  const [first] = readFrontmatter(text, 'lesson.mdx').problems
  expect(first?.line).toBe(line)
  expect(first?.message).toMatch(message)
  expect(first?.fix).toContain(fix)
})
