import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryNow, arbitraryZone } from './arbitrary-log.ts'
import { dayWithDate, findZone, formatIsoDay, nextDayStart, startOfDay, toDayNumber } from './day.ts'

const HOUR = 3_600_000
const berlin = 'Europe/Berlin'

describe('a learner’s day', () => {
  test('starts at four in the morning on their clock', () => {
    expect(formatIsoDay(toDayNumber(Date.parse('2026-06-10T01:59Z'), berlin))).toBe('2026-06-09')
    expect(formatIsoDay(toDayNumber(Date.parse('2026-06-10T02:00Z'), berlin))).toBe('2026-06-10')
  })

  test.each([
    ['of 23 hours, when the clock goes forward', '2026-03-28', 23],
    ['of 25 hours, when the clock goes back', '2026-10-24', 25],
    ['of 24 hours otherwise', '2026-06-10', 24],
  ])('is one day %s', (_, date, hours) => {
    const day = dayWithDate(date)
    expect(startOfDay(day + 1, berlin) - startOfDay(day, berlin)).toBe(hours * HOUR)
  })

  test('is what the calendar on their wall says', () => {
    fc.assert(
      fc.property(arbitraryNow, arbitraryZone, (now, zone) => {
        const wall = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(now)
        const hour = new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(now)
        expect(toDayNumber(now, zone)).toBe(dayWithDate(wall) - (Number(hour) < 4 ? 1 : 0))
      }),
    )
  })

  test('begins with its first moment, in every zone and around every change of the clock', () => {
    fc.assert(
      fc.property(arbitraryNow, arbitraryZone, (now, zone) => {
        const day = toDayNumber(now, zone)
        const start = startOfDay(day, zone)
        expect(start).toBeLessThanOrEqual(now)
        expect([toDayNumber(start, zone), toDayNumber(start - 1, zone)]).toEqual([day, day - 1])
      }),
    )
  })

  test('ends within 25 hours', () => {
    fc.assert(
      fc.property(arbitraryNow, arbitraryZone, (now, zone) => {
        const next = nextDayStart(now, zone)
        expect(next).toBeGreaterThan(now)
        expect(next - now).toBeLessThanOrEqual(25 * HOUR)
      }),
    )
  })

  test('goes by UTC where the zone is not known', () => {
    expect(findZone('Nowhere/Land')).toBeUndefined()
    expect(toDayNumber(Date.parse('2026-06-10T04:00Z'), 'Nowhere/Land')).toBe(dayWithDate('2026-06-10'))
  })

  test.each(['europe/BERLIN', 'Europe/Berlin'])('knows a zone by one name: %s', (name) => {
    expect(findZone(name)).toBe('Europe/Berlin')
  })

  test.each(['', 'x+01:00', '+01:00', '__proto__', 'toString', `Europe/${'x'.repeat(70)}`])(
    'is in no zone %j',
    (name) => expect(findZone(name)).toBeUndefined(),
  )
})
