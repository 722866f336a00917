import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { fromRoot } from './paths.js'

const REFUSED = [
  'export const lengths = (lists: string[]) => lists.map((it) => it.length)\n',
  'export function headOf(list: string[]) {\n  return list[0]\n}\n',
  'export const sizeOf = (list: string[]) => list.length\n',
  'const MOST = 3\nexport default MOST\n',
  'export const MOST_WORDS = 3\n',
  'const PATIENCE_MS = 3\nexport default PATIENCE_MS\n',
]
const ACCEPTED = [
  'export const lengths = (lists: string[]) => lists.map(({ length }) => length)\n',
  'const { indexOf } = String.prototype\nexport default indexOf\n',
  "// it is of most use\nexport const text = 'MOST of it'\n",
  'export const MAX_WORDS = 3\n',
]

test('the linter refuses names that say nothing, and no others', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'names-'))
  for (const file of ['biome.json', 'lib/setup/banned-names.grit'])
    cpSync(fromRoot(file), path.join(folder, file), { recursive: true })
  const texts = [...REFUSED, ...ACCEPTED]
  for (const [index, text] of texts.entries()) writeFileSync(path.join(folder, `${index}.ts`), text)
  const args = [fromRoot('node_modules/@biomejs/biome/bin/biome'), 'lint', '--max-diagnostics=none']
  const { stderr, stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  const refused = texts.filter((_, index) => new RegExp(`^${index}\\.ts:\\d+:\\d+ plugin`, 'm').test(stdout + stderr))
  expect(refused).toEqual(REFUSED)
})
