import { expect, test } from 'vitest'
import { describeSaveState, getSaveState, type SaveFacts } from './save-state.ts'

const OFFLINE = { kind: 'unreachable', reason: 'No connection.' } as const
const format = (facts: Partial<SaveFacts>) =>
  describeSaveState(
    getSaveState({
      storagePlace: 'indexeddb',
      isPending: false,
      isOnServer: false,
      failure: undefined,
      isGuest: false,
      ...facts,
    }),
  )

test('a draft is called saved only when a store or the server has confirmed it', () => {
  expect(format({ storagePlace: undefined })).toBe('')
  expect(format({ isPending: true })).toBe('')
  expect(format({})).toBe('Saved.')
  expect(format({ storagePlace: 'localstorage' })).toBe('Saved.')
  expect(format({ failure: OFFLINE })).toMatch(/^Saved on this device\. We’ll send it to the server/)
  expect(format({ failure: OFFLINE, isOnServer: true })).toBe('Saved.')
  expect(format({ storagePlace: 'memory' })).toMatch(/^Not saved/)
  expect(format({ storagePlace: 'memory', failure: OFFLINE })).toMatch(/^Not saved/)
  expect(format({ storagePlace: 'memory', isOnServer: true })).toMatch(/^Saved on the server/)
})

test('a reason that the learner can do something about is said', () => {
  expect(format({ failure: { kind: 'signed-out', reason: '' } })).toMatch(/You’re signed out\. Sign in/)
  expect(format({ failure: { kind: 'refused', status: 413, reason: 'Too large.' } })).toMatch(/Too large\./)
  expect(format({ failure: { kind: 'signed-out', reason: '' }, isGuest: true })).toMatch(/guest session has ended/)
})
