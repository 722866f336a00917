import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadModules } from './load-modules.ts'
import { temporaryCourse } from './temporary-course.ts'

const course = temporaryCourse()
afterAll(() => course.remove())

const file = (name: string, text: string): string => {
  course.write(`content/${name}`, text)
  return path.join(course.root, 'content', name)
}

test('what a module exports comes as data, without its functions', async () => {
  const text = file(
    'good.ts',
    'export default { id: 1 as number, run: () => 2 }\nexport const names: string[] = ["a"]\n',
  )
  expect((await loadModules([text], course.root)).get(text)).toEqual({ exports: { default: { id: 1 }, names: ['a'] } })
})

test('a module that changed is loaded as it is now', async () => {
  const text = file('changing.ts', 'export default 1')
  await loadModules([text], course.root)
  file('changing.ts', 'export default 2')
  expect((await loadModules([text], course.root)).get(text)).toEqual({ exports: { default: 2 } })
})

test('what is broken is named with its place, and hides nothing of the others', async () => {
  const files = {
    syntax: file('syntax.ts', 'const a = [1\nexport default a\n'),
    missing: file('missing.ts', "\nimport a from './nowhere.ts'\nexport default a\n"),
    name: file('name.ts', "import { nobody } from './good.ts'\nexport default nobody\n"),
    throws: file('throws.ts', "export default [1].map(() => {\n  throw new Error('oops')\n})\n"),
    whole: file('whole.ts', 'export default 1'),
  }
  const loaded = await loadModules(Object.values(files), course.root)
  const getLoaded = (name: keyof typeof files) => loaded.get(files[name])
  expect(getLoaded('syntax')).toMatchObject({ file: files.syntax, position: { line: 2, column: 1 } })
  expect(getLoaded('missing')).toMatchObject({
    error: 'there is no nowhere.ts to import',
    position: { line: 2, column: 18 },
  })
  expect(getLoaded('name')).toMatchObject({ file: files.name, position: { line: 1, column: 10 } })
  expect(getLoaded('throws')).toMatchObject({ error: 'oops', position: { line: 2, column: 9 } })
  expect(getLoaded('whole')).toEqual({ exports: { default: 1 } })
})

test('a module that never ends is named as such', async () => {
  const text = file('endless.ts', 'for (;;);\nexport default 1\n')
  expect((await loadModules([text], course.root, 300)).get(text)).toMatchObject({
    error: 'it does not finish loading',
  })
})
