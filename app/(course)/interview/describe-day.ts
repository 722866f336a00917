import { spellNumber, spellNumberCapitalized } from '../../_components/ui/spell-number.ts'

/** A day as it is read: “Thursday, November 26”. */
export function describeDay(at: Date): string {
  return new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric' }).format(at)
}

const DAY = 86_400_000

/** How long ago: “Eight days ago”, “Yesterday”, “Earlier that day”, between two moments. */
export function formatAgo(then: Date, now: Date): string {
  const days = Math.round((midnight(now) - midnight(then)) / DAY)
  if (days <= 0) return 'Earlier that day'
  return days === 1 ? 'The day before' : `${spellNumberCapitalized(days)} days before`
}

const midnight = (at: Date): number => Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate())

/** A span as it is read: “50 seconds”, “four minutes”. */
export function formatSpan(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 100) return seconds === 1 ? 'one second' : `${seconds} seconds`
  const minutes = Math.round(seconds / 60)
  return `${spellNumber(minutes)} minutes`
}
