import { afterEach, expect, test, vi } from 'vitest'
import { getServerNow, setServerTime } from './server-clock.ts'

afterEach(() => vi.useRealTimers())

test('a device whose clock is an hour slow counts with the server’s time', () => {
  vi.useFakeTimers({ now: 1_000_000 })
  expect(getServerNow()).toBe(1_000_000)
  setServerTime(4_600_000)
  expect(getServerNow()).toBe(4_600_000)
  vi.setSystemTime(1_000_500)
  expect(getServerNow()).toBe(4_600_500)
  setServerTime(1_001_000) // somebody has set the clock
  expect(getServerNow()).toBe(1_000_500)
})

test('a page that arrived a minute before it was read counts from its arrival', () => {
  vi.useFakeTimers({ now: 1_000_000 })
  setServerTime(4_600_000, 1_000_000 - 60_000)
  expect(getServerNow()).toBe(4_660_000)
})
