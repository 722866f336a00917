const WORDS = new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'long', timeZone: 'UTC' })
const LONG = new Intl.DateTimeFormat('en-US', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const SHORT = new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** A day (YYYY-MM-DD) as one says it: “December 14”, “Monday, December 14” or, on a plot, “Dec 14”. */
export function formatDay(day: string, form: 'plain' | 'long' | 'short' = 'plain'): string {
  return { plain: WORDS, long: LONG, short: SHORT }[form].format(new Date(`${day}T00:00:00Z`))
}
