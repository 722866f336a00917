/** A time as a clock shows it: “14:32”. Part of a second that is left still counts as one. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** A time that has passed: “1:31”. */
export const spentText = (ms: number): string => formatClock(Math.floor(ms / 1000) * 1000)

/** What is read aloud of the time that is left: at five minutes, at one, and at the end; nothing in between. */
export function announceClock(leftMs: number, lengthMs: number): string {
  if (leftMs <= 0) return 'Time is up.'
  if (leftMs <= 60_000 && lengthMs > 60_000) return 'One minute left.'
  if (leftMs <= 300_000 && leftMs > 240_000 && lengthMs > 300_000) return 'Five minutes left.'
  return ''
}
