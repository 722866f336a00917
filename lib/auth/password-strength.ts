import 'server-only'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

/** @see NIST SP 800-63B, OWASP ASVS 6.2.1 */
export const MIN_PASSWORD_LENGTH = 8
export const MAX_PASSWORD_LENGTH = 128

/** Why a password is refused. */
export type PasswordWeakness = 'too-short' | 'too-long' | 'blank' | 'like-address' | 'too-common'

/** What somebody who knows this course would guess first. */
const COURSE_WORDS = ['explain', 'attention', 'explainattention', 'transformer', 'softmax', 'interview', 'course']
/** On zxcvbn’s scale from 0 to 4. A score of 2 means more than a million guesses; the server blocks after ten. */
const MIN_SCORE = 2
/** Characters. The rest is ignored, because the time for an estimate grows faster than linearly with the length. */
const MAX_ASSESSED_LENGTH = 64

/**
 * Finds what is wrong with a new password; undefined if nothing is. Passwords that are already stored aren't checked.
 *
 * 49,000 common passwords, keyboard patterns, repetitions, dates, the person's name and address, and simple variations of
 * all of them count as common.
 *
 * @see https://www.usenix.org/conference/usenixsecurity16/technical-sessions/presentation/wheeler
 */
export function findPasswordWeakness(
  typed: string,
  { email = '', name = '' }: { readonly email?: string; readonly name?: string },
): PasswordWeakness | undefined {
  if ([...typed].length < MIN_PASSWORD_LENGTH) return 'too-short'
  if (typed.length > MAX_PASSWORD_LENGTH) return 'too-long'
  const password = typed.normalize('NFKC') // as it is hashed
  if (/^[\s\p{C}\p{Z}]*$/u.test(password)) return 'blank'
  const ownWords = [email, name, ...email.split(/[@.+_-]/), ...name.split(/\s+/)].filter((word) => word.length > 2)
  if (isLikeAddress(password, email)) return 'like-address'
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  const { score } = estimator.check(password.slice(0, MAX_ASSESSED_LENGTH), [...ownWords, ...COURSE_WORDS])
  return score < MIN_SCORE ? 'too-common' : undefined
}
/** Created on first use, because that takes 30 ms. */
let estimator: ZxcvbnFactory | undefined

/** Whether a password is the address or the part before the @, with at most three more characters. */
function isLikeAddress(password: string, email: string): boolean {
  const bare = password.trim().toLowerCase()
  const [local = ''] = email.toLowerCase().split('@')
  return [email.toLowerCase(), local].some(
    (part) => part.length >= 3 && bare.includes(part) && bare.length - part.length <= 3,
  )
}

const REASONS: Readonly<Record<PasswordWeakness, string>> = {
  'too-short': `The password is too short. Use at least ${MIN_PASSWORD_LENGTH} characters.`,
  'too-long': `The password is too long. Use at most ${MAX_PASSWORD_LENGTH} characters.`,
  blank: 'The password is blank. Use letters, digits or symbols, for example four unrelated words.',
  'like-address':
    'The password is too close to your e-mail address. Choose a different one, for example four unrelated words.',
  'too-common': 'This password is easy to guess. Choose a different one, for example four unrelated words.',
}

/** Describes why a password is refused and what to do, for the person who chose it. */
export const describeWeakness = (weakness: PasswordWeakness): string => REASONS[weakness]
