import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, test } from 'vitest'
import { watchBelow } from './watch-below.ts'

let root: string
let seen: string[]
let end: () => Promise<void>
let heard: () => void
const at = (file: string) => path.join(root, file)

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'watch-'))
  mkdirSync(at('lessons/one'), { recursive: true })
  writeFileSync(at('lessons/one/text'), '0')
  seen = []
  heard = () => {}
  end = await watchBelow(root, (file) => {
    seen.push(file)
    heard()
  })
})
afterEach(async () => {
  await end()
  rmSync(root, { recursive: true })
})

/** Until a file is told of. */
const told = async (file: string) => {
  while (!seen.includes(file))
    await new Promise<void>((resolve) => {
      heard = resolve
    })
  seen = []
}
/** As editors do that never leave half a file. */
const replace = (file: string, text: string) => {
  writeFileSync(at(`${file}.new`), text)
  renameSync(at(`${file}.new`), at(file))
}

test('a file that is replaced by another one is seen each time', async () => {
  for (const text of ['1', '2', '3']) {
    replace('lessons/one/text', text)
    await told(path.join('lessons', 'one', 'text'))
  }
})

test('a file that is written in place is seen', async () => {
  writeFileSync(at('lessons/one/text'), '1')
  await told(path.join('lessons', 'one', 'text'))
})

test('files in folders that are made later, or made again, are seen', async () => {
  const file = path.join('lessons', 'two', 'exercises', 'text')
  for (let i = 0; i < 2; i++) {
    mkdirSync(at('lessons/two/exercises'), { recursive: true })
    writeFileSync(at(file), '1')
    await told(file)
    replace(file, '2')
    await told(file)
    rmSync(at('lessons/two'), { recursive: true })
    await told(path.join('lessons', 'two'))
  }
})
