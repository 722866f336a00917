import { expect, test } from 'vitest'
import { UsageError } from './grade-arguments.ts'
import { listLesson } from './list-lesson.ts'

const source = `import type { CourseDefinition } from '#lib/course/definition.ts'

export const course: CourseDefinition = {
  title: 'T',
  sections: [
    { title: 'One', lessons: ['a', 'b'] },
    { title: "Two's", lessons: [] },
  ],
}
`

test('a lesson is added at the end of the last part, and nothing else changes', () => {
  expect(listLesson(source, 'new-one')).toBe(source.replace('lessons: []', "lessons: ['new-one']"))
})

test('a lesson is added to the part that is named', () => {
  expect(listLesson(source, 'c', 'One')).toBe(source.replace("'b'", "'b', 'c'"))
})

test('what does not fit on a line is written on several, as the formatter has it', () => {
  const names = Array.from({ length: 12 }, (_, i) => `a-long-name-${i}`)
  const listed = names.reduce((text, name) => listLesson(text, name, 'One'), source)
  expect(listed).toContain(`    {
      title: 'One',
      lessons: [
        'a',
        'b',
        'a-long-name-0',
`)
  expect(Math.max(...listed.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(120)
})

test('an unknown section is rejected with a list of the existing ones', () => {
  expect(() => listLesson(source, 'c', 'Three')).toThrow(
    new UsageError("the course has no section “Three”. Its sections are “One”, “Two's”"),
  )
})

test('a course that is computed is left to its author', () => {
  expect(() => listLesson('export const course = make()', 'c')).toThrow(/by hand/)
})
