import { expect, test } from 'vitest'
import { isRead } from './is-read.ts'

test.each([
  'SELECT `main`.`user`.`updatedAt` FROM `main`.`user`',
  '\n  select 1',
  '\n  WITH graded AS MATERIALIZED (SELECT "at" FROM "Submission")\n  SELECT * FROM graded',
])('%s reads', (sql) => {
  expect(isRead(sql)).toBe(true)
})

test.each([
  'INSERT INTO `main`.`user` (`id`) VALUES (?) RETURNING `id`',
  'UPDATE `main`.`user` SET `name` = ?',
  'DELETE FROM `main`.`user`',
  'WITH old AS (SELECT 1) DELETE FROM "user" WHERE "id" IN (SELECT * FROM old)',
  'WITH old AS (SELECT 1)\nINSERT INTO "user" SELECT * FROM old',
  'PRAGMA user_version = 1',
  'BEGIN',
])('%s writes', (sql) => {
  expect(isRead(sql)).toBe(false)
})
