import path from 'node:path'
import { expect, test } from 'vitest'
import { checkLessons } from './check-lessons.ts'
import { formatDiagnostic } from './finding.ts'

// their answers are graded in every-exercise.test.ts
test('nothing that can be read off the course’s own lessons is an error, and each misconception has its paragraph', async () => {
  const problems: string[] = []
  for await (const finding of checkLessons(path.resolve('.'), { exercises: false }))
    if (finding.level === 'error' || finding.rule === 'unexplained') problems.push(formatDiagnostic(finding))
  expect(problems).toEqual([])
})
