import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { exerciseVersion } from './exercise-version.ts'

async function folder(files: Record<string, string>): Promise<string> {
  const at = await mkdtemp(path.join(tmpdir(), 'exercise-'))
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(at, name), text)
  return at
}
const files = {
  'exercise.ts': "import { wrong } from './misconceptions.ts'\nexport default wrong\n",
  'misconceptions.ts': "import {\n  x,\n} from './x.ts'\nexport const wrong = x\n",
  'x.ts': 'export const x = 1\n',
  'solution.ts': 'answer',
}

test('the same definition has the same version wherever it lies', async () => {
  expect(await exerciseVersion(await folder(files))).toBe(await exerciseVersion(await folder(files)))
  expect(await exerciseVersion(await folder(files))).toMatch(/^[0-9a-f]{12}$/)
})

test('a change of exercise.ts or of a file that it imports changes the version; one of the solution does not', async () => {
  const before = await exerciseVersion(await folder(files))
  const changed = (over: Record<string, string>) => folder({ ...files, ...over }).then(exerciseVersion)
  expect(await changed({ 'x.ts': 'export const x = 2\n' })).not.toBe(before)
  expect(await changed({ 'exercise.ts': `${files['exercise.ts']}// more\n` })).not.toBe(before)
  expect(await changed({ 'solution.ts': 'another' })).toBe(before)
})
