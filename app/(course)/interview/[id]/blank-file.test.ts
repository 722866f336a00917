import { expect, test } from 'vitest'
import { readCourse } from '#lib/course/read-course.ts'
import { compile } from '#lib/sandbox/compile/compile.ts'
import { createBlankFile } from './blank-file.ts'

test('a function has its signature and an empty body', () => {
  expect(createBlankFile('softmax(x: number[]): number[]')).toBe(
    'export function softmax(x: number[]): number[] {\n  \n}\n',
  )
})

test('a type that the signature names comes before it, and two functions come one after the other', () => {
  expect(createBlankFile('type Row = { q: number[] }\nscore(a: Row): number and back(a: Row): Row')).toBe(
    'type Row = { q: number[] }\n\nexport function score(a: Row): number {\n  \n}\n\nexport function back(a: Row): Row {\n  \n}\n',
  )
})

test('a class has empty members; semicolons inside a type are no ends', () => {
  expect(createBlankFile('class Pool { take(n: number): { id: number; at: number }; get length(): number }')).toBe(
    'export class Pool {\n  take(n: number): { id: number; at: number } {\n    \n  }\n\n  get length(): number {\n    \n  }\n}\n',
  )
})

test('the blank file of every exercise of the course compiles', async () => {
  const { publishedLessons, draftLessons } = await readCourse()
  const all = [...publishedLessons, ...draftLessons].flatMap((lesson) => lesson.exercises)
  const texts = all.map(({ name, kind, signature }) => ({ named: `${kind} ${name}`, text: createBlankFile(signature) }))
  for (const { named: label, text } of texts) {
    expect(text).toContain(label)
    expect(() => compile(text)).not.toThrow()
  }
  expect(texts.length).toBeGreaterThan(10)
})
