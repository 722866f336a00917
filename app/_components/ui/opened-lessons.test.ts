import { beforeEach, expect, test, vi } from 'vitest'
import { markLessonsAdded, pendingLessons, recordLessonOpened } from './opened-lessons.ts'

let storage: Map<string, string>
beforeEach(() => {
  storage = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
  })
})

test('an opened lesson waits until its cards have come in, and not again after', () => {
  recordLessonOpened('/lessons/kv-cache')
  recordLessonOpened('/lessons/kv-cache')
  recordLessonOpened('/lessons/scaling')
  expect(pendingLessons()).toEqual(['kv-cache', 'scaling'])
  markLessonsAdded(['kv-cache'])
  recordLessonOpened('/lessons/kv-cache')
  expect(pendingLessons()).toEqual(['scaling'])
})

test('a page that is no lesson opens none', () => {
  recordLessonOpened('/')
  recordLessonOpened('/review/drill/attention')
  expect(pendingLessons()).toEqual([])
})

test('what cannot be read or kept does no harm', () => {
  storage.set('course:opened-lessons', '{"scaling":')
  expect(pendingLessons()).toEqual([])
  vi.stubGlobal('localStorage', undefined)
  recordLessonOpened('/lessons/scaling')
  expect(pendingLessons()).toEqual([])
})
