import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findMovedHeading, GUIDE_PAGES } from './guide-pages.ts'

test('the table of contents names pages that exist', () => {
  for (const { href } of GUIDE_PAGES) expect(existsSync(`app/(course)${href}/page.tsx`), href).toBe(true)
})

test('a heading that was on the guide’s only page is found where it is now', () => {
  expect(findMovedHeading('#feature-special')).toBe('/authors/exercises#feature-special')
  expect(findMovedHeading('#component-note')).toBe('/authors/components#component-note')
  expect(findMovedHeading('#strength')).toBe('/authors/answers#strength')
  expect(findMovedHeading('#cards-of-a-lesson')).toBe('/authors/cards#cards-of-a-lesson')
})

test('a heading that stayed, an unknown one and none are not moved', () => {
  for (const hash of ['#ten-minutes', '#publishing', '#nothing', '#constructor', ''])
    expect(findMovedHeading(hash)).toBeUndefined()
})
