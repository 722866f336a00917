import type { MemoryState } from '#lib/review/memory-state.ts'
import { withUnit } from '../figure/format.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** When an item comes back, as its button says: “10 min”, “1 day”, “6 days”, “2.5 months”. */
export function formatInterval(memory: MemoryState, now: number): string {
  if (memory.state === 'review') return formatDays(memory.scheduledDays)
  const ms = Math.max(0, memory.due - now)
  if (ms < HOUR) return withUnit(`${Math.max(1, Math.round(ms / MINUTE))}`, 'min')
  if (ms < 24 * HOUR) return withUnit(`${Math.round(ms / HOUR)}`, 'h')
  return formatDays(Math.round(ms / (24 * HOUR)))
}

/** A number of days, in the unit that people would use. */
export function formatDays(days: number): string {
  if (days < 60) return days === 1 ? '1 day' : `${days} days`
  if (days < 365) return `${roundToHalf(days / 30.44)} months`
  return days < 380 ? '1 year' : `${roundToHalf(days / 365.25)} years`
}

const roundToHalf = (x: number): string => `${Math.round(x * 2) / 2}`

/** When something is asked next: “in 12 minutes”, “today at 4:40 PM”, “tomorrow”, “on Monday”, “on December 3”. */
export function formatWhen(at: number, now: number, zone?: string): string {
  const minutes = Math.ceil((at - now) / MINUTE)
  if (minutes < 60) return minutes <= 1 ? 'in a minute' : `in ${minutes} minutes`
  const format = (date: number, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-US', { ...options, ...(zone && { timeZone: zone }) }).format(date)
  const day = (date: number): number =>
    Date.parse(`${format(date, { year: 'numeric', month: 'numeric', day: 'numeric' })} UTC`) / (24 * HOUR)
  const days = day(at) - day(now)
  // some browsers set a narrow space before AM and PM: the page must read as the server sent it
  if (days <= 0) return `today at ${format(at, { timeStyle: 'short' }).replace('\u202f', ' ')}`
  if (days === 1) return 'tomorrow'
  return `on ${format(at, days < 7 ? { weekday: 'long' } : { month: 'long', day: 'numeric' })}`
}
