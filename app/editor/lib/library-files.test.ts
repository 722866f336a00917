import { expect, test } from 'vitest'
import { listLibraryFiles } from './library-files.ts'

test('a library file brings along all that it refers to, and nothing of the DOM', () => {
  const files = listLibraryFiles('lib.es2023.d.ts')
  expect(files['lib.es5.d.ts']).toContain('interface Array<T>')
  expect(files['lib.es2023.array.d.ts']).toContain('toSorted')
  expect(Object.keys(files).filter((name) => name.includes('dom'))).toEqual([])
  for (const text of Object.values(files))
    for (const [, name] of text.matchAll(/<reference lib="([^"]+)"/g))
      expect(files).toHaveProperty([`lib.${name}.d.ts`])
})
