import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { decodeText, normalizeText, readSource, readSourceSync } from './read-source.ts'

test.each([
  ['\ufeffa\nb', 'a\nb'],
  ['a\r\nb\r\n', 'a\nb\n'],
  ['a\rb\r', 'a\nb\n'],
  ['a\r\n\rb\n\r\nc', 'a\n\nb\n\nc'],
  ['a\ufeffb', 'a\ufeffb'],
  ['', ''],
])('%j is read as %j', (written, text) => {
  expect(normalizeText(written)).toBe(text)
})

test.each([
  ['UTF-16, as Notepad’s “Unicode”', Buffer.from('\ufeffé\r\nb', 'utf16le')],
  ['UTF-16 with the large byte first', Buffer.from('\ufeffé\r\nb', 'utf16le').swap16()],
  ['UTF-8', Buffer.from('é\nb')],
])('a file in %s is read as what it says', (_, bytes) => {
  expect(normalizeText(decodeText(bytes))).toBe('é\nb')
})

test('a file is read so', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'source-'))
  const file = path.join(folder, 'a.ts')
  writeFileSync(file, '\ufeffa\r\nb')
  expect(await readSource(file)).toBe('a\nb')
  expect(readSourceSync(file)).toBe('a\nb')
  rmSync(folder, { recursive: true })
})
