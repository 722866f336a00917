import path from 'node:path'
import { expect, test } from 'vitest'
import { checkLessons } from './check-lessons.ts'
import { findingLine } from './finding.ts'

// their answers are graded in every-exercise.test.ts
test('nothing that can be read off the course’s own lessons must be mended', async () => {
  const errors: string[] = []
  for await (const it of checkLessons(path.resolve('.'), { exercises: false }))
    if (it.level === 'error') errors.push(findingLine(it))
  expect(errors).toEqual([])
})
