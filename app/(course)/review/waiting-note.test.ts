import { expect, test } from 'vitest'
import { EMPTY_STATUS, type QueueStatus } from '#lib/client/durable-queue.ts'
import { describeWaiting } from './waiting-note.tsx'

const format = (status: Partial<QueueStatus>) => describeWaiting({ ...EMPTY_STATUS, ...status })

test('ratings that are sent as usual need no words', () => {
  expect(format({})).toBe('')
  expect(format({ waiting: 3 })).toBe('')
})

test('ratings that wait, can’t be stored or were refused are said to', () => {
  const offline = { kind: 'unreachable', reason: '' } as const
  expect(format({ waiting: 1, failure: offline })).toMatch(/^Saved on this device, not yet sent: one rating\./)
  const signedOut = { kind: 'signed-out', reason: 'This wasn’t saved on the server.' } as const
  expect(format({ waiting: 2, failure: signedOut })).toBe(
    'Saved on this device, not yet sent: two ratings. You’re signed out. Sign in to send them.',
  )
  expect(describeWaiting({ ...EMPTY_STATUS, waiting: 1, failure: signedOut }, { isGuest: true })).toMatch(
    /guest session has ended/,
  )
  expect(format({ waiting: 2, failure: offline, storagePlace: 'memory' })).toMatch(
    /^Not saved.* until two ratings are sent\.$/,
  )
  expect(format({ waiting: 1, storagePlace: 'memory' })).toMatch(/ until one rating is sent\.$/)
  expect(format({ refused: 1 })).toBe('Not counted, because the server rejected it: one rating.')
})
