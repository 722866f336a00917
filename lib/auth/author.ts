import type { Learner } from '#lib/learner/learner.ts'
import { isFromThisMachine } from './this-machine.ts'

/**
 * Whether someone may see what learners wrote: in development whoever sits at this machine, else the holders of the accounts that AUTHORS
 * lists by their e-mail addresses, apart by commas.
 *
 * Addresses are not verified here: make the account before you list it.
 */
export function isAuthor(
  learner: Learner | undefined,
  headers: Headers,
  env: { readonly AUTHORS?: string | undefined; readonly NODE_ENV?: string | undefined },
): boolean {
  if (env.NODE_ENV === 'development' && isFromThisMachine(headers)) return true
  if (!learner || learner.guest || learner.email === undefined) return false
  const authors = (env.AUTHORS ?? '').split(/[\s,]+/).filter((it) => it !== '')
  return authors.some((it) => it.toLowerCase() === learner.email?.toLowerCase())
}
