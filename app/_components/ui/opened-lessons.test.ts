import { beforeEach, expect, test, vi } from 'vitest'
import { noteOpened, openedLessons, takeOpened } from './opened-lessons.ts'

let kept: Map<string, string>
beforeEach(() => {
  kept = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  })
})

test('an opened lesson waits until its cards have come in, and not again after', () => {
  noteOpened('/lessons/kv-cache')
  noteOpened('/lessons/kv-cache')
  noteOpened('/lessons/scaling')
  expect(openedLessons()).toEqual(['kv-cache', 'scaling'])
  takeOpened(['kv-cache'])
  noteOpened('/lessons/kv-cache')
  expect(openedLessons()).toEqual(['scaling'])
})

test('a page that is no lesson opens none', () => {
  noteOpened('/')
  noteOpened('/review/drill/attention')
  expect(openedLessons()).toEqual([])
})

test('what cannot be read or kept does no harm', () => {
  kept.set('course:opened-lessons', '{"scaling":')
  expect(openedLessons()).toEqual([])
  vi.stubGlobal('localStorage', undefined)
  noteOpened('/lessons/scaling')
  expect(openedLessons()).toEqual([])
})
