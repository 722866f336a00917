import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { debouncedChanges } from './debounced-changes.ts'

test('what changes together is told together', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'changes-'))
  const at = (file: string) => path.join(root, file)
  mkdirSync(at('lessons/one'), { recursive: true })
  const changes = await debouncedChanges(root)
  const first = changes.next()
  writeFileSync(at('lessons/one/text'), '1')
  writeFileSync(at('lessons/one/cards'), '1')
  const { value } = await first
  expect(value).toEqual(expect.arrayContaining([path.join('lessons', 'one', 'cards')]))
  await changes.return(undefined)
  rmSync(root, { recursive: true })
})
