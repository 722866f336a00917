import { expect, test } from 'vitest'
import { logStorageFault } from './storage-log.ts'

test('a fault is one line a minute for each kind, with what happened in between', () => {
  const lines: string[] = []
  const write = (line: string) => void lines.push(line)
  const start = Date.UTC(2030, 0, 1)
  for (let second = 0; second < 60; second++) logStorageFault('disk-full', 'no\nspace', start + second * 1000, write)
  logStorageFault('busy', 'locked', start + 30_000, write)
  logStorageFault('disk-full', 'no space', start + 60_000, write)
  expect(lines).toEqual([
    expect.stringMatching(/^2030-01-01T00:00:00\.000Z The disk of the database is full: .+ \(no space\)$/),
    expect.stringMatching(/^2030-01-01T00:00:30\.000Z The database is locked by another program: .+ \(locked\)$/),
    expect.stringMatching(/^2030-01-01T00:01:00\.000Z The disk .+ \(no space, 59 more since the last line\)$/),
  ])
})
