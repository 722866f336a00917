import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CheckContext, checkCommand } from './check-command.ts'
import { temporaryCourse } from './temporary-course.ts'

const course = temporaryCourse()
afterAll(() => course.remove())
const lesson = 'content/lessons/broken/lesson.mdx'
const SENTENCE = 'The price is delay'

beforeAll(async () => {
  await course.add('whole')
  await course.add('broken')
  course.write(lesson, course.read(lesson).replace(SENTENCE, `It is 37 % faster. ${SENTENCE}`))
})

async function run(args: readonly string[], change: Partial<CheckContext> = {}) {
  const stdout: string[] = []
  const stderr: string[] = []
  const progressLines: string[] = []
  const code = await checkCommand(args, {
    root: course.root,
    clock: () => 0,
    print: (line) => stdout.push(line),
    printError: (line) => stderr.push(line),
    progress: (line) => progressLines.push(line),
    changes: async function* () {},
    ...change,
  })
  return { code, stdout, stderr: stderr.join('\n'), progressLines }
}

test('says each finding as file:line:column, what is wrong, what to do; and ends with 1', async () => {
  const { code, stdout, stderr } = await run(['broken'])
  expect(stdout).toEqual([
    expect.stringMatching(
      /^content\/lessons\/broken\/lesson\.mdx:\d+:\d+ {2}“37 %” has no source .* {2}Name its source with /,
    ),
  ])
  expect(stderr).toMatch(/\nbroken: 1 error, 0 warnings \(0\.0 s\)$/)
  expect(code).toBe(1)
})

test('shows for each mistake in which right answers it is named', async () => {
  const { stderr } = await run(['whole'])
  expect(stderr).toContain('whole: each mistake in each right answer')
  expect(stderr).toMatch(/1 solution\.ts\n {2}2 right\/loops\.ts\n {2}3 right\/typed-array\.ts/)
  expect(stderr).toMatch(/\n {2}one-too-many +✓ {3}✓\n {2}one-too-many-in-loops +✓\n/)
  expect((await run([])).stderr).toMatch(/12 edits, tried in \d+ right answers: 0 misnamed or accepted/)
})

test('gives an object a line with --json', async () => {
  const { stdout } = await run(['broken', '--json'])
  expect(JSON.parse(stdout[0] ?? '')).toEqual({
    lesson: 'broken',
    file: lesson,
    line: expect.any(Number),
    column: expect.any(Number),
    level: 'error',
    rule: 'number',
    message: expect.any(String),
    fix: expect.any(String),
  })
})

test('ends with 0 if there are no errors, and shows how far it is', async () => {
  const { code, stdout, stderr, progressLines } = await run(['content/lessons/whole/lesson.mdx'])
  expect({ code, stdout }).toEqual({ code: 0, stdout: [] })
  expect(stderr).toContain('whole: 0 errors')
  expect(progressLines).toContain('2 of 2  whole/whole')
})

test.each(['content\\lessons\\whole\\lesson.mdx', '.\\content\\lessons\\whole', 'whole/', './content/lessons/whole/'])(
  'takes %s for the lesson',
  async (argument) => {
    expect((await run([argument])).stderr).toContain('whole: 0 errors')
  },
)

test('checks all lessons where none is named', async () => {
  const { code, stderr } = await run([])
  expect(code).toBe(1)
  expect(stderr).toContain('2 lessons: 1 error,')
})

test('with --watch checks what changes, until it is ended', async () => {
  const { code, stdout, stderr } = await run(['--watch'], {
    changes: async function* () {
      course.write(lesson, course.read(lesson).replace('37 % ', ''))
      yield ['lessons/broken/lesson.mdx']
    },
  })
  expect(stdout).toHaveLength(1)
  expect(stderr).toMatch(/2 lessons: 1 error[^s][\s\S]*\nbroken: 0 errors/)
  expect(code).toBe(0)
})

test.each([
  [['brokn'], 'there is no lesson “brokn”. Did you mean broken?'],
  [['--jsn'], '--jsn'],
])('wrong use %j ends with 2 and says why', async (args, why) => {
  const { code, stdout, stderr } = await run(args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: [] })
  expect(stderr).toContain(why)
  expect(stderr).toContain('Usage: npm run --silent lesson:check')
})
