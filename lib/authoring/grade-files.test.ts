import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Verdict } from '#lib/grading/verdict.ts'
import type { GradeJobInput } from '#lib/sandbox/server/job.ts'
import { Pool } from '#lib/sandbox/server/pool.ts'
import { spawnWorker } from '#lib/sandbox/server/server-pool.ts'
import { findExerciseLocation, listExerciseLocations } from './grade-exercises.ts'
import { type GradeContext, gradeFiles } from './grade-files.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'grade-test-'))
afterAll(() => rmSync(folder, { recursive: true }))
for (const name of ['good', 'bad', 'broken', 'lost']) writeFileSync(path.join(folder, `${name}.ts`), name)

const verdict = (outcome: Verdict['outcome'], jobInput: GradeJobInput): Verdict => ({
  outcome,
  exercise: jobInput.exercise,
  seed: jobInput.seed,
  grader: '1',
  headline: `it is ${jobInput.source}`,
  checks:
    outcome === 'did-not-run'
      ? []
      : [
          { id: 'worked', name: 'Worked example', passed: outcome === 'passed', message: 'row 1' },
          { id: 'unchanged', name: 'Inputs unchanged', passed: true, message: '' },
        ],
  misconceptions: outcome === 'failed' ? [{ id: 'no-scale', headline: 'No scale', say: 'Divide by √d.' }] : [],
  tolerance: { atol: 0, rtol: 0 },
  inputs: { worked: 1, random: 0, special: 0 },
  work: 42,
})

/** Runs the command on a pool that judges by what is in the file. */
async function run(args: readonly string[], change: Partial<GradeContext> = {}) {
  const stdout: string[] = []
  const stderr: string[] = []
  let seed = 100
  let now = 0
  const code = await gradeFiles(args, {
    open: () => ({
      size: 2,
      close: async () => {},
      grade: async (jobInput) => {
        if (jobInput.source === 'lost') throw new Error('the sandbox ended')
        if (jobInput.source === 'good') for (let i = 0; i < 20; i++) await undefined // later than those after it
        return verdict(
          jobInput.source === 'good' ? 'passed' : jobInput.source === 'broken' ? 'did-not-run' : 'failed',
          jobInput,
        )
      },
    }),
    locations: async () => [
      { lesson: 'causal-mask', id: 'causal-attention' },
      { lesson: 'scaling', id: 'attention' },
      { lesson: 'kv-cache', id: 'decode' },
      { lesson: 'weighted-sum', id: 'softmax' },
    ],
    lessons: folder,
    folder,
    newSeed: () => seed++,
    clock: () => now++,
    print: (text) => stdout.push(text),
    printError: (text) => stderr.push(text),
    ...change,
  })
  return { code, stdout, stderr: stderr.join('\n') }
}

describe('the grade command', () => {
  test('gives one object a line in the files’ order, each with its own seed', async () => {
    const { code, stdout } = await run(['attention', 'good.ts', 'bad.ts', '--json'])
    const [good, bad] = stdout.map((line) => JSON.parse(line))
    expect(good).toEqual({
      file: 'good.ts',
      exercise: 'attention',
      seed: 100,
      outcome: 'passed',
      headline: 'it is good',
      message: '',
      passed: true,
      score: 1,
      misconceptions: [],
      checks: [
        { name: 'Worked example', passed: true, message: 'row 1' },
        { name: 'Inputs unchanged', passed: true, message: '' },
      ],
      steps: 42,
      ms: expect.any(Number),
    })
    expect(bad).toMatchObject({
      file: 'bad.ts',
      seed: 101,
      outcome: 'failed',
      headline: 'it is bad',
      message: 'Divide by √d.',
      passed: false,
      score: 0.5,
      misconceptions: [{ id: 'no-scale', say: 'Divide by √d.' }],
    })
    expect(code).toBe(1)
  })
  test('keeps a seed that is given', async () => {
    const { stdout } = await run(['attention', 'good.ts', 'bad.ts', '--seed', '7', '--json'])
    expect(stdout.map((line) => JSON.parse(line).seed)).toEqual([7, 7])
  })
  test('says to a person what happened, what was misunderstood and which checks failed', async () => {
    const { stdout } = await run(['attention', 'bad.ts'])
    expect(stdout[0]).toContain('bad.ts: failed\n  it is bad\n  no-scale: Divide by √d.\n')
    expect(stdout[0]).toContain('✗ Worked example    row 1')
    expect(stdout[0]).toContain('✓ Inputs unchanged\n')
  })
  test('ends with 0 where all passed, 1 where one did not, 3 where one could not be graded', async () => {
    expect((await run(['attention', 'good.ts'])).code).toBe(0)
    expect((await run(['attention', 'broken.ts'])).code).toBe(1)
    const { code, stdout } = await run(['attention', 'bad.ts', 'lost.ts', 'good.ts', '--json'])
    expect(code).toBe(3)
    expect(stdout.map((line) => JSON.parse(line).outcome)).toEqual(['failed', 'not-graded', 'passed'])
    expect(JSON.parse(stdout[1]!)).toMatchObject({ passed: false, score: 0, checks: [] })
  })
  test.each([
    [['atention', 'good.ts'], 'there is no exercise “atention”. The nearest: attention, '],
    [['attention', 'none.ts'], 'none.ts can’t be read: there is no such file'],
    [['attention', 'good.ts', '.'], '. can’t be read: it is a folder'],
    [['attention'], 'missing argument: FILE'],
    [[], 'missing argument: EXERCISE'],
    [['attention', 'good.ts', '--sed', '1'], '--sed'],
    [['attention', 'good.ts', '--seed', 'x'], 'not “x”'],
    [['attention', 'good.ts', '--seed', '4294967296'], 'not “4294967296”'],
  ])('wrong use %j ends with 2, grades nothing and says why', async (args, why) => {
    const { code, stdout, stderr } = await run(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: [] })
    expect(stderr).toContain(why)
    expect(stderr).toContain('Usage: npm run --silent grade')
  })
})

describe('a wrong answer of the exercise, by name', () => {
  const exercise = path.join(folder, 'scaling/exercises/attention')
  mkdirSync(path.join(exercise, 'right'), { recursive: true })
  mkdirSync(path.join(exercise, 'wrong'))
  writeFileSync(path.join(exercise, 'solution.ts'), 'answer = good / 2\n')
  writeFileSync(path.join(exercise, 'right/loops.ts'), 'for (;;) answer = good / 2 + 0\n')
  writeFileSync(path.join(exercise, 'right/other.ts'), 'other\n')
  writeFileSync(path.join(exercise, 'wrong/another-style.ts'), '// misconception: none\nbad\n')
  writeFileSync(
    path.join(exercise, 'wrong.ts'),
    "export default { solution: [{ name: 'no-scale', replacements: [[' / 2', '']], shows: ['no-scale'] }] }\n",
  )
  test('is printed and graded', async () => {
    const { code, stdout } = await run(['attention#no-scale'])
    expect(stdout[0]).toContain('answer = good\n\nattention#no-scale: failed\n')
    expect(code).toBe(1)
  })
  test('is printed as an object too', async () => {
    const { stdout } = await run(['attention#no-scale', '--json'])
    expect(JSON.parse(stdout[0]!)).toMatchObject({
      file: 'attention#no-scale',
      source: 'answer = good\n',
      passed: false,
    })
  })
  test('may be a whole file, or an edit in another style', async () => {
    expect((await run(['attention#another-style'])).stdout[0]).toContain('bad\n')
    expect((await run(['attention#no-scale@right/loops'])).stdout[0]).toContain('for (;;) answer = good + 0\n')
  })
  test.each([
    [['attention#no-scael'], 'attention has no wrong answer “no-scael”. Did you mean “no-scale”?'],
    [['attention#no-scale', 'good.ts'], 'name a wrong answer or files, not both'],
    [['attention#no-scale@right/other'], 'looks for “/ 2”, which isn’t in right/other.ts'],
    [['attention#no-scale@right/none'], 'right/none.ts can’t be read'],
    [['attention#another-style@right/loops'], 'wrong/another-style.ts is a complete answer'],
  ])('%j ends with 2 and says why', async (args, why) => {
    const { code, stdout, stderr } = await run(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: [] })
    expect(stderr).toContain(why)
  })
})

test.each(['parts/windows.ts', 'parts\\windows.ts', '.\\parts\\windows.ts'])(
  '%s is read, whatever wrote it',
  async (file) => {
    mkdirSync(path.join(folder, 'parts'), { recursive: true })
    writeFileSync(path.join(folder, 'parts/windows.ts'), '\ufeffgood')
    const { code } = await run(['attention', file])
    expect(code).toBe(0)
  },
)

test('exercises are found by their ids, whatever lesson they are of', async () => {
  const locations = await listExerciseLocations('content/lessons')
  expect(findExerciseLocation(locations, 'kv-cache')).toEqual({ lesson: 'kv-cache', id: 'kv-cache' })
  expect(findExerciseLocation(locations, 'softmax')).toEqual({ lesson: 'weighted-sum', id: 'softmax' })
  const folders = ['content/lessons/kv-cache/exercises/kv-cache', 'content\\lessons\\kv-cache\\exercises\\kv-cache\\']
  for (const folder of folders) expect(findExerciseLocation(locations, folder).id).toBe('kv-cache')
})

test('on the real pool an answer that hangs costs only itself', async () => {
  const pool = new Pool({ spawn: spawnWorker, size: 1 })
  const hanging =
    'export const causalMask = () => { for (const x of [].concat([1])) [].indexOf.call({ length: 2 ** 53 - 1 }, x) }'
  writeFileSync(path.join(folder, 'hangs.ts'), hanging)
  const solution = path.resolve('content/lessons/causal-mask/exercises/causal-mask/solution.ts')
  const { code, stdout } = await run(['causal-mask', 'hangs.ts', solution, '--json'], {
    open: () => ({
      size: 1,
      grade: (jobInput) => pool.grade(jobInput, { kind: 'author', id: 'ada' }),
      close: () => pool.close(),
    }),
    locations: () => listExerciseLocations('content/lessons'),
    lessons: 'content/lessons',
  })
  expect(stdout.map((line) => JSON.parse(line).outcome)).toEqual(['failed', 'passed'])
  expect(code).toBe(1)
})
