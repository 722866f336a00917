import type { Learner } from '#lib/learner/learner.ts'
import { readAuthorList } from './author-list.ts'
import { readClientAddress } from './client-address.ts'
import { isLoopback } from './same-origin.ts'

/**
 * Whether someone may see what learners wrote: in development anyone on this machine, and otherwise the owners of the
 * accounts that AUTHORS lists by id or e-mail address.
 *
 * Nobody can sign up with an address while AUTHORS lists it (`isReservedAddress`), so its account is older than the entry.
 */
export function isAuthor(
  learner: Learner | undefined,
  headers: Headers,
  env: { readonly AUTHORS?: string | undefined; readonly NODE_ENV?: string | undefined },
): boolean {
  if (env.NODE_ENV === 'development' && isFromThisMachine(headers)) return true
  if (!learner || learner.guest || learner.email === undefined) return false
  const { ids, addresses } = readAuthorList(env)
  return ids.has(learner.id) || addresses.has(learner.email.toLowerCase())
}

/**
 * Whether a request comes from this machine and was sent to localhost or a loopback address. The client address alone
 * is not enough: another site can point its name here, and its pages run in this machine’s browser too.
 */
export function isFromThisMachine(headers: Headers): boolean {
  const address = readClientAddress(headers)
  const host = `http://${headers.get('host') ?? ''}`
  if (!URL.canParse(host)) return false
  return isLoopback(address === '::1' ? '[::1]' : address) && isLoopback(new URL(host).hostname)
}
