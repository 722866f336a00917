import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchTree } from './watch-tree.ts'

let root: string
let changedFiles: string[]
let end: () => Promise<void>
const at = (file: string) => path.join(root, file)

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'watch-'))
  mkdirSync(at('lessons/one'), { recursive: true })
  writeFileSync(at('lessons/one/text'), '0')
  changedFiles = []
  end = await watchTree(root, (file) => changedFiles.push(file))
})
afterEach(async () => {
  await end()
  rmSync(root, { recursive: true })
})

/**
 * Repeats an action until a file is reported. Changes of one file that follow each other within milliseconds may be
 * reported as one.
 */
const reported = async (file: string, act: () => void) => {
  changedFiles = []
  await vi.waitFor(
    () => {
      act()
      expect(changedFiles).toContain(file)
    },
    { timeout: 30_000, interval: 200 },
  )
}
/** As editors do that never leave half a file. */
const replace = (file: string, text: string) => {
  writeFileSync(at(`${file}.new`), text)
  renameSync(at(`${file}.new`), at(file))
}

test('a file that is replaced by another one is seen each time', async () => {
  for (const text of ['1', '2', '3'])
    await reported(path.join('lessons', 'one', 'text'), () => replace('lessons/one/text', text))
}, 60_000)

test('a file that is written in place is seen', async () => {
  await reported(path.join('lessons', 'one', 'text'), () => writeFileSync(at('lessons/one/text'), '1'))
}, 60_000)

test('files in folders that are made later, or made again, are seen', async () => {
  const file = path.join('lessons', 'two', 'exercises', 'text')
  for (let i = 0; i < 2; i++) {
    await reported(file, () => {
      mkdirSync(at('lessons/two/exercises'), { recursive: true })
      writeFileSync(at(file), '1')
    })
    await reported(file, () => replace(file, '2'))
    await reported(path.join('lessons', 'two'), () => rmSync(at('lessons/two'), { recursive: true, force: true }))
  }
}, 60_000)
