const WORDS = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
const LONG = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** A day (YYYY-MM-DD) as one says it: “14 December”, “Monday 14 December” or, on a plot, “14 Dec”. */
export function formatDay(day: string, form: 'plain' | 'long' | 'short' = 'plain'): string {
  return { plain: WORDS, long: LONG, short: SHORT }[form].format(new Date(`${day}T00:00:00Z`))
}
