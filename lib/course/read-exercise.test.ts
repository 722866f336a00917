import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { computeVersion } from './read-exercise.ts'

const FOLDER = 'content/lessons/loops/exercises/sum'
const files: Readonly<Record<string, string>> = {
  [`${FOLDER}/exercise.ts`]: `
import { defineFunction } from '#lib/grading/define-function.ts'
import { sum } from '#lib/attention/sum.ts'
import { wrong } from './misconceptions.ts'
export default defineFunction({ name: 'sum', hints: ['Begin with 0.'], reference: sum, misconceptions: [wrong] })
`,
  [`${FOLDER}/misconceptions.ts`]: `
import { candidate } from '../../candidate.ts'
export const wrong = { id: 'first', headline: 'The first is left out', feedback: 'You began at 1.', run: candidate }
`,
  [`${FOLDER}/solution.ts`]: 'answer',
  'content/lessons/loops/candidate.ts': 'export const candidate = (v: number[]) => v.slice(1)\n',
  'lib/attention/sum.ts': 'export const sum = (v: number[]) => v.reduce((s, x) => s + x, 0)\n',
}

async function computeVersionWith(over: Partial<Record<string, string>> = {}): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'exercise-'))
  for (const [name, text] of Object.entries({ ...files, ...over })) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true })
    await writeFile(path.join(root, name), text ?? '')
  }
  return computeVersion(path.join(root, FOLDER), root)
}
/** The version after a piece of a file was changed. */
function changed(file: string, from: string, to: string): Promise<string> {
  const text = files[file] ?? ''
  expect(text).toContain(from)
  return computeVersionWith({ [file]: text.replace(from, to) })
}

test('the same definition has the same version wherever it lies', async () => {
  expect(await computeVersionWith()).toBe(await computeVersionWith())
  expect(await computeVersionWith()).toMatch(/^[0-9a-f]{12}$/)
})

test('what decides a verdict changes the version: the definition, misconceptions, shared code, the reference', async () => {
  const before = await computeVersionWith()
  expect(await changed(`${FOLDER}/exercise.ts`, "'sum',", "'sum', tolerance: 1,")).not.toBe(before)
  expect(await changed(`${FOLDER}/misconceptions.ts`, "'first'", "'begins-at-one'")).not.toBe(before)
  expect(await changed('content/lessons/loops/candidate.ts', 'slice(1)', 'slice(2)')).not.toBe(before)
  expect(await changed('lib/attention/sum.ts', ', 0)', ', 1)')).not.toBe(before)
})

test('words for people, types, comments, layout and answers do not change it', async () => {
  const before = await computeVersionWith()
  expect(await changed(`${FOLDER}/exercise.ts`, 'Begin with 0.', 'Begin with nothing.')).toBe(before)
  expect(await changed(`${FOLDER}/misconceptions.ts`, 'You began at 1.', 'Your loop begins at 1.')).toBe(before)
  expect(await changed(`${FOLDER}/misconceptions.ts`, 'The first is left out', 'One is missing')).toBe(before)
  expect(await changed('lib/attention/sum.ts', 'number[]', 'readonly number[]')).toBe(before)
  expect(await changed('lib/attention/sum.ts', 'export', '// the sum\n\n  export')).toBe(before)
  expect(await changed(`${FOLDER}/solution.ts`, 'answer', 'another')).toBe(before)
})

test('a word that is computed may decide', async () => {
  const computed = (value: string) => changed(`${FOLDER}/misconceptions.ts`, "'You began at 1.'", value)
  expect(await computed('words(1)')).not.toBe(await computed('words(2)'))
})

test('words that are put into a text, and the text that they are put into, do not change it', async () => {
  const written = (value: string) => changed(`${FOLDER}/misconceptions.ts`, "'You began at 1.'", value)
  expect(await written(`\`You began at \${first}.\``)).toBe(await written(`\`Your loop begins at \${first}.\``))
  expect(await written(`\`You began at \${wording.first}.\``)).toBe(await written("'You began at 1.'"))
  expect(await written(`\`You began at \${words(1)}.\``)).not.toBe(await written(`\`You began at \${words(2)}.\``))
  const worded = (value: string) => changed(`${FOLDER}/misconceptions.ts`, 'run: candidate', `run: candidate, ${value}`)
  expect(await worded("wording: { first: 'one', then: 'two' }")).toBe(
    await worded("wording: { first: '1', then: '2' }"),
  )
  expect(await worded("wording: { first: 'one' }")).not.toBe(await worded('wording: { first: one() }'))
})
