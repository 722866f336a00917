import { expect, test } from 'vitest'
import { SharedWork } from './shared-work.ts'

function open() {
  let workSignal: AbortSignal | undefined
  const work = new SharedWork<string>((signal) => {
    workSignal = signal
    return Promise.resolve('done')
  })
  return { work, isStopped: () => workSignal?.aborted }
}

test('all who wait get the same result', async () => {
  const { work } = open()
  expect(await Promise.all([work.join(), work.join(new AbortController().signal)])).toEqual(['done', 'done'])
})

test('it stops when the last one has left, and not before', () => {
  const { work, isStopped } = open()
  const callers = [new AbortController(), new AbortController()]
  for (const { signal } of callers) void work.join(signal)
  callers[0]?.abort()
  expect(isStopped()).toBe(false)
  callers[1]?.abort()
  expect(isStopped()).toBe(true)
})

test('a caller who cannot leave keeps it going', () => {
  const { work, isStopped } = open()
  const caller = new AbortController()
  void work.join(caller.signal)
  void work.join()
  caller.abort()
  expect(isStopped()).toBe(false)
})

test('a caller who had left already counts for nobody', () => {
  const { work, isStopped } = open()
  void work.join(AbortSignal.abort())
  expect(isStopped()).toBe(true)
})
