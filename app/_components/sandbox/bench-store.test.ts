import { beforeEach, expect, test, vi } from 'vitest'
import { benchStore } from './bench-store.ts'

// no IndexedDB here: what is saved is in memory, as in a private window of some browsers
let held: Map<string, string>
beforeEach(() => {
  held = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  })
})
const pair = (source: string, at: number) => ({ current: { source, at } })

test('a draft that was held and never saved is there again', async () => {
  await benchStore.saveDraft('one', pair('older', 1))
  benchStore.holdDraft('one', { ...pair('newer', 2), kept: { source: 'other', at: 0 } })
  expect(await benchStore.draft('one')).toEqual({ ...pair('newer', 2), kept: { source: 'other', at: 0 } })
})

test('a draft is let go when it is saved, and not when one is held that is newer', async () => {
  benchStore.holdDraft('two', pair('first', 1))
  benchStore.holdDraft('two', pair('second', 2))
  await benchStore.saveDraft('two', pair('first', 1))
  expect(await benchStore.draft('two')).toEqual(pair('second', 2))
  await benchStore.saveDraft('two', pair('second', 2))
  expect(held.size).toBe(0)
  expect(await benchStore.draft('two')).toEqual(pair('second', 2))
})

test('where nothing can be held, what is saved stands', async () => {
  vi.stubGlobal('localStorage', undefined)
  benchStore.holdDraft('three', pair('held', 2))
  await benchStore.saveDraft('three', pair('saved', 1))
  expect(await benchStore.draft('three')).toEqual(pair('saved', 1))
})
