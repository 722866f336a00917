import { expect, test } from 'vitest'
import { collectSources } from './lesson-sources.tsx'

const cite = (id: string, part = '') => ({ kind: 'source', id, part, line: 1 }) as const

test('a lesson’s sources are listed once each, in the order of the text, with every part that is cited', () => {
  expect(
    collectSources([
      cite('b-2020', '§2'),
      cite('a-2017'),
      { kind: 'cards', line: 2 },
      cite('b-2020', '§3'),
      cite('b-2020', '§2'),
    ]),
  ).toEqual([
    { id: 'b-2020', parts: ['§2', '§3'] },
    { id: 'a-2017', parts: [] },
  ])
})
