import 'server-only'

/**
 * An account may adopt a guest while another request with the guest's cookie is on its way. The browser has the account's
 * cookie by then, so the answer to that request must not delete it.
 */
const REMEMBER_MS = 60_000
const MAX_SESSIONS = 10_000

/** Remembers the session of a guest whom an account has adopted, for a minute. */
export function rememberAdoptedSession(token: string, now: number): void {
  globalForAuth.adoptedSessions ??= new Map()
  const adopted = globalForAuth.adoptedSessions
  adopted.set(token, now)
  if (adopted.size > MAX_SESSIONS) adopted.delete(adopted.keys().next().value ?? token)
}

/** Whether a session belonged to a guest whom an account adopted within the last minute. */
export function isAdoptedSession(token: string, now: number): boolean {
  const adoptedAt = globalForAuth.adoptedSessions?.get(token)
  return adoptedAt !== undefined && now - adoptedAt < REMEMBER_MS
}

/** On globalThis, because Next bundles this file into several routes. */
const globalForAuth = globalThis as typeof globalThis & { adoptedSessions?: Map<string, number> }
