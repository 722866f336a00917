import { chmodSync, mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isDataFolderUsed, prepareDataFolder } from './data-folder.js'

const getMode = (file: string) => (statSync(file).mode & 0o777).toString(8)

test.skipIf(process.platform === 'win32')('a new data folder is its owner’s alone', () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'data-')), 'deep', 'data')
  prepareDataFolder(folder)
  expect(getMode(folder)).toBe('700')
})

test.skipIf(process.platform === 'win32')('an older one becomes so, with its database and its secret', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'data-'))
  chmodSync(folder, 0o755)
  const names = ['course.db', 'course.db-wal', 'course.db-shm', 'secret']
  for (const name of [...names, 'notes.txt']) {
    writeFileSync(path.join(folder, name), '')
    chmodSync(path.join(folder, name), 0o644)
  }
  mkdirSync(path.join(folder, 'old.db'))
  prepareDataFolder(folder)
  expect(getMode(folder)).toBe('700')
  expect(names.map((name) => getMode(path.join(folder, name)))).toEqual(['600', '600', '600', '600'])
  expect(getMode(path.join(folder, 'notes.txt'))).toBe('644')
})

test.each([
  [{}, true],
  [{ BETTER_AUTH_SECRET: 'a secret' }, true],
  [{ DATABASE_URL: 'file:/var/lib/course.db' }, true],
  [{ BETTER_AUTH_SECRET: 'a secret', DATABASE_URL: 'file:data/other.db' }, true],
  [{ BETTER_AUTH_SECRET: 'a secret', DATABASE_URL: 'file:/var/lib/course.db' }, false],
  [{ BETTER_AUTH_SECRET: 'a secret', DATABASE_URL: 'postgresql://host/course' }, false],
])('a start with %j uses the data folder: %s', (env, isUsed) => {
  expect(isDataFolderUsed(env)).toBe(isUsed)
})
