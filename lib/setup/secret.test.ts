import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readSecret } from './secret.js'
import { SetupError } from './setup-error.js'

const makeFile = () => path.join(mkdtempSync(path.join(tmpdir(), 'secret-')), 'secret')

test('a secret is created once, and no other file is left behind', () => {
  const file = makeFile()
  const secret = readSecret(file)
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  expect(readSecret(file)).toBe(secret)
  expect(readdirSync(path.dirname(file))).toEqual(['secret'])
})

test('one that somebody wrote is taken as it is, line break and all', () => {
  const file = makeFile()
  writeFileSync(file, 'my own words\n')
  expect(readSecret(file)).toBe('my own words\n')
})

test('an empty one ends the start in one sentence: a new one would lock every guest out', () => {
  const file = makeFile()
  writeFileSync(file, '')
  expect(() => readSecret(file)).toThrow(SetupError)
  expect(() => readSecret(file)).toThrow(/^\S+secret is empty: [^\n]+\.$/)
})
