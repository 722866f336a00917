import 'server-only'
import { readClientAddress } from '#lib/auth/client-address.ts'
import { countUse, type LimitName } from '#lib/service/limits.ts'
import { HttpError } from './http-error.ts'

/**
 * Counts what a request does against its limit.
 *
 * @param by  the learner's id, or the request for a limit by address
 * @throws HttpError 429 when the limit is reached
 */
export function requireAllowance(name: LimitName, by: string | Request, count = 1): void {
  const refusal = countUse(name, typeof by === 'string' ? by : readClientAddress(by.headers), count)
  if (!refusal) return
  const { code, reason, retryAfterSeconds } = refusal
  throw new HttpError(429, code, reason, { 'retry-after': `${retryAfterSeconds}` })
}
