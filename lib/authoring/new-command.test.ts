import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runNewCommand } from './new-command.ts'
import { temporaryCourse } from './temporary-course.ts'

const course = temporaryCourse()
afterAll(() => course.remove())

async function run(...args: string[]) {
  const stdout: string[] = []
  const stderr: string[] = []
  const code = await runNewCommand(args, {
    root: course.root,
    print: (line) => stdout.push(line),
    printError: (line) => stderr.push(line),
  })
  return { code, stdout: stdout.join('\n'), stderr: stderr.join('\n') }
}

test('a lesson is written, listed and named', async () => {
  const { code, stdout } = await run('beam-search', '--title', 'Beam: a search')
  expect(code).toBe(0)
  for (const file of stdout.split('\n\n', 1)[0]!.split('\n'))
    expect(existsSync(path.join(course.root, file))).toBe(true)
  expect(course.read('content/course.ts')).toContain("'beam-search'")
  expect(course.read('content/lessons/beam-search/lesson.mdx')).toContain('title: "Beam: a search"')
  expect(stdout).toContain('npm run lesson:check -- beam-search')
  expect(stdout).toContain('open /lessons/beam-search')
})

test('its exercise gets another name where its own is taken, or is a word of the language', async () => {
  await run('switch')
  expect(course.read('content/lessons/switch/exercises/switch-exercise/starter.ts')).toContain(
    'function switchExercise(',
  )
})

test.each([
  [['beam-search'], 'the lesson “beam-search” already exists'],
  [['Über uns'], 'as in “uber-uns”'],
  [['3d'], 'beginning with a letter'],
  [['../out'], 'can’t be the name of a lesson'],
  [['two', 'names'], 'name one lesson'],
  [['other', '--part', 'Three'], 'no section “Three”'],
  [['other', '--title', 'x'], 'can’t be a title'],
  [['other', '--titel', 'x'], '--titel'],
  [[], 'missing argument: LESSON'],
])('%j is refused, and nothing is written', async (args, why) => {
  const before = [course.read('content/course.ts'), readdirSync(path.join(course.root, 'content'), { recursive: true })]
  const { code, stderr, stdout } = await run(...args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(why)
  expect(stderr).toContain('Usage: npm run lesson:new')
  expect([
    course.read('content/course.ts'),
    readdirSync(path.join(course.root, 'content'), { recursive: true }),
  ]).toEqual(before)
})
