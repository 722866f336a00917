import { z } from 'zod'

const DAY_MS = 24 * 60 * 60_000

/** How long sessions of accounts last. */
export interface SessionLifetime {
  /** A session ends this many milliseconds after it was last used. */
  readonly accountIdleMs: number
  /** A session ends this many milliseconds after signing in, however often it is used. */
  readonly accountMaxMs: number
}

/**
 * Only the cookie leads to a guest's work, so it lasts as long as browsers allow.
 *
 * @see https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html
 */
export const GUEST_SESSION_MS = 400 * DAY_MS
/** A session in use is prolonged once a day. */
export const PROLONG_AFTER_MS = DAY_MS

const DaysSchema = (fallback: number) =>
  z
    .string()
    .optional()
    .transform((text) => (text?.trim() ? Number(text) : fallback))
    .pipe(z.number().int().min(1).max(400))

/**
 * Parses SESSION_DAYS (30 by default) and SESSION_MAX_DAYS (180).
 *
 * @throws Error that names the variable, unless it is a whole number of days from 1 to 400
 */
export function readSessionLifetime(env: Readonly<Record<string, string | undefined>>): SessionLifetime {
  const readMs = (name: string, fallback: number) => {
    const parsed = DaysSchema(fallback).safeParse(env[name])
    if (parsed.success) return parsed.data * DAY_MS
    throw new Error(`${name} must be a whole number of days from 1 to 400, not “${env[name]}”.`)
  }
  return { accountIdleMs: readMs('SESSION_DAYS', 30), accountMaxMs: readMs('SESSION_MAX_DAYS', 180) }
}

/** Computes when a session in use ends. For an account that is never after its absolute end, which may be over. */
export function computeSessionEnd(
  session: { readonly createdAt: Date; readonly isGuest: boolean },
  { accountIdleMs, accountMaxMs }: SessionLifetime,
  now: Date,
): Date {
  if (session.isGuest) return new Date(now.getTime() + GUEST_SESSION_MS)
  return new Date(Math.min(now.getTime() + accountIdleMs, session.createdAt.getTime() + accountMaxMs))
}
