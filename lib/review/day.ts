import { tzOffset } from '@date-fns/tz'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
export const DAY_MS = 24 * HOUR
/** Who studies until two in the morning still studies today. The same hour as Anki's. */
const STARTS_AT = 4 * HOUR

/**
 * The learner's day that a moment belongs to, as a number of days since January 1, 1970: it starts at 4:00 on the clock
 * on their wall, so that a day of 23 or 25 hours is one day as well.
 *
 * @param zone  as IANA names it; UTC where the name is not known
 */
export const toDayNumber = (at: number, zone: string): number =>
  Math.floor((at + computeOffset(at, zone) - STARTS_AT) / DAY_MS)

/** The first moment of a learner's day. */
export function startOfDay(day: number, zone: string): number {
  const wall = day * DAY_MS + STARTS_AT
  const [earlier, later] = [computeOffset(wall - DAY_MS, zone), computeOffset(wall + DAY_MS, zone)]
  // where the clock changes in between, the day starts when it first shows 4:00 or more
  const starts = [wall - earlier, wall - later].sort((a, b) => a - b)
  return starts.find((at) => toDayNumber(at, zone) >= day) ?? wall - later
}

/** When the learner's next day starts: until then a buried item is not asked. */
export const nextDayStart = (now: number, zone: string): number => startOfDay(toDayNumber(now, zone) + 1, zone)

/** A day's date, YYYY-MM-DD. */
export const formatIsoDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** The day with this date (YYYY-MM-DD). */
export const dayWithDate = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS)

/**
 * A zone in the one spelling that it is kept under (“europe/BERLIN” is Europe/Berlin); undefined where it is none. What
 * is kept of zones stays as small as their number, whatever is asked for.
 */
export function findZone(name: string): string | undefined {
  if (!/^[a-z][a-z0-9_+/-]{0,63}$/i.test(name)) return undefined
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/**
 * A zone's offset from UTC, in milliseconds. The calendar is slow, so it is asked for the two ends of a day in UTC; only
 * where they differ it is asked for the quarter of an hour, at whose start clocks change.
 */
function computeOffset(at: number, zone: string): number {
  const day = Math.floor(at / DAY_MS) * DAY_MS
  const first = readZoneOffset(day, zone)
  return first === readZoneOffset(day + DAY_MS, zone) ? first : readZoneOffset(Math.floor(at / QUARTER) * QUARTER, zone)
}
const QUARTER = 15 * MINUTE

/** What the calendar said, by zone and moment. */
const offsetsByZone = new Map<string, Map<number, number>>()

function readZoneOffset(at: number, zone: string): number {
  const inZone = offsetsByZone.get(zone) ?? new Map<number, number>()
  const cached = inZone.get(at)
  if (cached !== undefined) return cached
  const minutes = tzOffset(zone, new Date(at))
  const ms = Number.isFinite(minutes) ? minutes * MINUTE : 0
  if (offsetsByZone.size >= MAX_CACHED_OFFSETS && !offsetsByZone.has(zone)) offsetsByZone.clear()
  if (inZone.size >= MAX_CACHED_OFFSETS) inZone.clear()
  inZone.set(at, ms)
  offsetsByZone.set(zone, inZone)
  return ms
}
const MAX_CACHED_OFFSETS = 1000
