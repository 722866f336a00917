import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readMigration } from './read-migration.js'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

test.each([
  ['LF', 'CREATE TABLE a (b);\nSELECT 1;\n'],
  ['CRLF', 'CREATE TABLE a (b);\r\nSELECT 1;\r\n'],
  ['both', 'CREATE TABLE a (b);\r\nSELECT 1;\n'],
  ['a byte order mark', '\uFEFFCREATE TABLE a (b);\r\nSELECT 1;\r\n'],
])('a migration with %s has the text and the checksum of one with LF, and knows what was stored before', (_, text) => {
  const lf = 'CREATE TABLE a (b);\nSELECT 1;\n'
  const { sql, checksums } = readMigration(text)
  expect(sql).toBe(lf)
  expect(checksums[0]).toBe(hash(lf))
  expect(checksums).toEqual(expect.arrayContaining([hash(text), hash(lf.replaceAll('\n', '\r\n'))]))
})
