import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LESSON_COMPONENTS } from './lesson-components.ts'

test('lessons may use the components that the page gives them, and no others', () => {
  const source = readFileSync('app/_components/mdx/lesson-components.tsx', 'utf8')
  const returned = /\n {2}return \{([\s\S]*?)\} satisfies/.exec(source)?.[1] ?? ''
  const bound = /\n {2}const bound = \{([\s\S]*?)\n {2}\}\n/.exec(source)?.[1] ?? ''
  const names = [...returned.matchAll(/^ {4}([A-Z]\w*),/gm), ...bound.matchAll(/^ {4}([A-Z]\w*)[:,]/gm)]
  expect(names.map((match) => match[1]).sort()).toEqual(Object.keys(LESSON_COMPONENTS).sort())
})
