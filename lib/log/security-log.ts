import 'server-only'

/** An event that an operator may need to look up later. */
export interface SecurityEvent {
  readonly event:
    | 'sign-up'
    | 'sign-up-refused'
    | 'sign-in'
    | 'sign-in-failed'
    | 'sign-in-refused'
    | 'sign-out'
    | 'password-changed'
    | 'password-change-refused'
    | 'sessions-ended'
    | 'author-access'
    | 'request-refused'
  /** The learner who did it, if known. */
  readonly learnerId?: string | undefined
  /** A keyed hash of the e-mail address (`lib/auth/known-device.ts`), never the address. */
  readonly account?: string | undefined
  /** From `readClientAddress`. */
  readonly client: string
  /** Method and path, without the query. */
  readonly route: string
  readonly status?: number | undefined
  /** A code, never text that the client sent. */
  readonly reason?: string | undefined
}

/** Per client and kind of event, so that a flood of requests can't fill the disk. */
const MAX_LINES_PER_MINUTE = 60
const MAX_WINDOWS = 10_000
const MAX_FIELD_LENGTH = 200
const MINUTE_MS = 60_000

/**
 * Writes an event to stdout as one line of JSON. After 60 lines per minute from one client it drops the rest of that
 * minute, and the next line says how many (`suppressed`).
 *
 * @param now  milliseconds since 1970
 */
export function logSecurityEvent(event: SecurityEvent, now: number = Date.now(), write = console.log): void {
  const suppressed = countLine(`${event.event}|${event.client}`, now)
  if (suppressed === undefined) return
  const fields = { time: new Date(now).toISOString(), ...event, ...(suppressed > 0 && { suppressed }) }
  write(JSON.stringify(fields, (_, value) => (typeof value === 'string' ? value.slice(0, MAX_FIELD_LENGTH) : value)))
}

/** Counts a line. Returns how many were dropped before it; undefined if this one must be dropped too. */
function countLine(key: string, now: number): number | undefined {
  globalForLog.logWindows ??= new Map()
  const windows = globalForLog.logWindows
  const last = windows.get(key)
  if (last && now - last.startedAt < MINUTE_MS) {
    last.lines++
    return last.lines <= MAX_LINES_PER_MINUTE ? 0 : undefined
  }
  windows.delete(key)
  windows.set(key, { startedAt: now, lines: 1 })
  if (windows.size > MAX_WINDOWS) windows.delete(windows.keys().next().value ?? key)
  return last ? Math.max(0, last.lines - MAX_LINES_PER_MINUTE) : 0
}

/** On globalThis, because Next bundles this file into several routes. */
const globalForLog = globalThis as typeof globalThis & {
  logWindows?: Map<string, { readonly startedAt: number; lines: number }>
}
