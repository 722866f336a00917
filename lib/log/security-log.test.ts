import { expect, test } from 'vitest'
import { logSecurityEvent, type SecurityEvent } from './security-log.ts'

/** The lines that events give, each a second after the one before unless said otherwise. */
function linesFrom(events: readonly SecurityEvent[], stepMs = 1, startAt = 0): Record<string, unknown>[] {
  const lines: string[] = []
  for (const [i, event] of events.entries()) logSecurityEvent(event, startAt + i * stepMs, (line) => lines.push(line))
  return lines.map((line) => JSON.parse(line))
}
const failure = (client: string): SecurityEvent => ({
  event: 'sign-in-failed',
  account: 'hash',
  client,
  route: 'POST /api/auth/sign-in/email',
  reason: 'wrong-password',
})

test('an event is one line of JSON with its time', () => {
  const lines: string[] = []
  logSecurityEvent({ ...failure('192.0.2.1'), route: 'POST /a\nb' }, 0, (line) => lines.push(line))
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toContain('\n')
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    time: '1970-01-01T00:00:00.000Z',
    event: 'sign-in-failed',
    account: 'hash',
    client: '192.0.2.1',
    route: 'POST /a\nb',
    reason: 'wrong-password',
  })
})

test('a long field is cut', () => {
  const [line] = linesFrom([{ ...failure('192.0.2.2'), route: 'x'.repeat(5000) }])
  expect(line?.route).toHaveLength(200)
})

test('a flood from one client is cut off, and the next line after a minute counts what was left out', () => {
  const flood = Array.from({ length: 100 }, () => failure('192.0.2.3'))
  expect(linesFrom(flood)).toHaveLength(60)
  expect(linesFrom([failure('192.0.2.4')])).toHaveLength(1)
  expect(linesFrom([failure('192.0.2.3')], 1, 60_000)).toMatchObject([{ suppressed: 40 }])
  expect(linesFrom([failure('192.0.2.3')], 1, 60_001)[0]).not.toHaveProperty('suppressed')
})
