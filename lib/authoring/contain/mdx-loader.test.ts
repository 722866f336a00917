import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import mdxLoader from './mdx-loader.ts'

const context = await mkdtemp(path.join(tmpdir(), 'lesson-'))
afterAll(() => rm(context, { recursive: true }))

const lesson = "import { Plot } from './figures/plot.tsx'\n\nProse.\n\n<Plot />\n"
async function loaded(figure?: string) {
  const file = path.join(context, 'figures/plot.tsx')
  await rm(file, { force: true })
  await mkdir(path.dirname(file), { recursive: true })
  if (figure !== undefined) await writeFile(file, figure)
  const dependencies: string[] = []
  const text = mdxLoader.call({ context, addDependency: (dependency) => dependencies.push(dependency) }, lesson)
  return { text, dependencies, file }
}

test('a lesson whose figures compile is loaded as it is, and again when one of them changes', async () => {
  const { text, dependencies, file } = await loaded('export const Plot = (): number => <p>{1 as number}</p>')
  expect(text).toBe(lesson)
  expect(dependencies).toEqual([file])
})

test('a figure that comes later, and what it imports, are looked at too', async () => {
  const later = path.join(context, 'figures/later.ts')
  await mkdir(path.dirname(later), { recursive: true })
  await writeFile(later, "import { Plot } from './plot.tsx'\nexport const later = (\n")
  const { text, dependencies } = await loaded(
    "export const Plot = lazy(async () => (await import('./later.ts')).later)",
  )
  expect(dependencies).toContain(later)
  expect(text).toContain('figures/later.ts does not compile')
})

test.each([
  ['does not compile', 'export const Plot = () => <p>', 'does not compile'],
  ['is not there', undefined, 'There is no file figures/plot.tsx'],
])('a figure that %s is there broken', async (_, figure, message) => {
  const { text } = await loaded(figure)
  expect(text).toContain('export const Plot = () => <BrokenBlock')
  expect(text).toContain(message)
  expect(text).toContain('Prose.')
})
