import { expect, test } from 'vitest'
import { findExercise, findLesson, readCourse, readSolution, readStarter } from './read-course.ts'

test('the course as it stands has no problems', async () => {
  expect((await readCourse()).problems).toEqual([])
})

test('every published exercise is found by its id, with its starter and its solution', async () => {
  const { publishedLessons } = await readCourse()
  for (const exercise of publishedLessons.flatMap(({ exercises }) => exercises)) {
    expect(await findExercise(exercise.id)).toEqual(exercise)
    expect(await readStarter(exercise)).toContain(exercise.name)
    expect(await readSolution(exercise)).toContain(exercise.name)
  }
})

test('every misconception that a verdict may name has a paragraph that explains it', async () => {
  const { publishedLessons } = await readCourse()
  const unexplained = publishedLessons.flatMap(({ slug, exercises, outline }) =>
    exercises
      .flatMap(({ misconceptions }) => misconceptions)
      .filter(({ id }) => !outline.some((entry) => entry.kind === 'code-mistake' && entry.id === id))
      .map(({ id }) => `${slug}: ${id}`),
  )
  expect(unexplained).toEqual([])
})

test('what is not there is not found', async () => {
  expect(await findExercise('nothing')).toBeUndefined()
  expect(await findExercise('../../etc')).toBeUndefined()
  expect(await findLesson('nothing')).toBeUndefined()
})
