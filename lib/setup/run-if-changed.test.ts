import { existsSync, mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { hashFiles, runIfChanged } from './run-if-changed.js'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'once-'))
  mkdirSync(path.join(folder, 'a'))
  file = path.join(folder, 'a', 'one.ts')
  writeFileSync(file, 'one')
})

test('work is done once for the same sources, and again for others', async () => {
  const stamp = path.join(folder, 'deep', 'stamp')
  const work = vi.fn(async () => {})
  await runIfChanged(stamp, 'k', work)
  await runIfChanged(stamp, 'k', work)
  expect(work).toHaveBeenCalledTimes(1)
  await runIfChanged(stamp, 'other', work)
  expect(work).toHaveBeenCalledTimes(2)
})

test('work that fails is not done, also where it had been done before', async () => {
  const stamp = path.join(folder, 'stamp')
  await runIfChanged(stamp, 'k', async () => {})
  const failing = runIfChanged(stamp, 'other', () => Promise.reject(new Error('no space')))
  await expect(failing).rejects.toThrow('no space')
  expect(existsSync(stamp)).toBe(false)
})

test('the hash of a folder changes with a content, a name, or a new file, and with nothing else', () => {
  const before = hashFiles([folder])
  expect(hashFiles([folder, path.join(folder, 'not-there')])).toBe(before)
  writeFileSync(path.join(folder, 'a', 'one.test.ts'), 'test')
  expect(hashFiles([folder])).not.toBe(before)
  const sources = () => hashFiles([folder], (text) => !text.endsWith('.test.ts'))
  expect(sources()).toBe(before)
  writeFileSync(file, 'two')
  const changed = sources()
  expect(changed).not.toBe(before)
  renameSync(file, path.join(folder, 'a', 'two.ts'))
  expect(sources()).not.toBe(changed)
})
