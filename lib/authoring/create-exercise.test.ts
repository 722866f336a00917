import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkLessons } from './check-lessons.ts'
import { createExercise } from './create-exercise.ts'
import type { Diagnostic } from './finding.ts'
import { temporaryCourse } from './temporary-course.ts'

const course = temporaryCourse()
afterAll(() => course.remove())
beforeAll(() => course.add('smoothing'))

async function run(...args: string[]) {
  const stdout: string[] = []
  const stderr: string[] = []
  const context = {
    root: course.root,
    print: (text: string) => stdout.push(text),
    printError: (text: string) => stderr.push(text),
  }
  const code = await createExercise(args, context)
  return { code, stdout: stdout.join('\n'), stderr: stderr.join('\n') }
}

const LESSON = 'content/lessons/smoothing/lesson.mdx'

test('an exercise is written, put into the text, and the lesson is clean', async () => {
  const { code, stdout } = await run('smoothing', 'running-mean')
  expect(code).toBe(0)
  for (const file of stdout.split('\n\n', 1)[0]!.split('\n'))
    expect(existsSync(path.join(course.root, file))).toBe(true)
  expect(course.read(LESSON)).toMatch(
    /<\/Exercise>\n\n<Exercise id="running-mean">[\s\S]*<\/Exercise>\n\n<\/ExerciseGroup>/,
  )
  expect(course.read('content/lessons/smoothing/exercises/running-mean/starter.ts')).toContain('function runningMean(')
  const findings: Diagnostic[] = []
  for await (const finding of checkLessons(course.root, { slugs: ['smoothing'], exercises: true }))
    findings.push(finding)
  expect(findings).toEqual([])
}, 120_000)

test('a lesson without exercises gets a group, and an entry for the misconceptions', async () => {
  await course.add('bare')
  const file = 'content/lessons/bare/lesson.mdx'
  const text = course
    .read(file)
    .replace(/<ExerciseGroup[\s\S]*<\/ExerciseGroup>\n\n/, '')
    .replaceAll(/<CodeMistake[\s\S]*<\/CodeMistake>\n\n/g, '')
  course.write(file, text)
  expect((await run('bare', 'first-one')).code).toBe(0)
  expect(course.read(file)).toMatch(
    /<ExerciseGroup title="Build it">\n\n<Exercise id="first-one">[\s\S]*<\/ExerciseGroup>\n\n<CodeMistake ids="divides-by-window sums-only [\s\S]*<\/CodeMistake>\n\n<FollowUps>/,
  )
})

test.each([
  [[], 'missing argument: LESSON'],
  [['smothing', 'x'], 'no lesson “smothing”. Did you mean “smoothing”?'],
  [['smoothing'], 'missing argument: ID'],
  [['smoothing', 'a', 'b'], 'name one exercise'],
  [['smoothing', 'Running'], 'can’t be the name of an exercise'],
  [['smoothing', 'smoothing'], 'already has an exercise “smoothing”'],
  [['smoothing', 'switch'], 'can’t be the name of a function'],
  [['smoothing', 'x', '--force'], '--force'],
])('%j is refused, and nothing is written', async (args, why) => {
  const before = course.read(LESSON)
  const { code, stderr, stdout } = await run(...args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(why)
  expect(stderr).toContain('Usage: npm run exercise:new')
  expect(course.read(LESSON)).toBe(before)
})
