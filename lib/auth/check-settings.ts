import 'server-only'
import { logFailure } from '#lib/learner/log-failure.ts'
import { auth } from './auth.ts'
import { describeUnknownAuthors } from './author-list.ts'

/**
 * Checks the account settings and warns the operator about entries of AUTHORS that have no account.
 *
 * @throws Error that names the invalid setting
 */
export async function checkAccountSettings(): Promise<void> {
  const { db, env } = await auth()
  try {
    for (const sentence of await describeUnknownAuthors(db, env)) console.warn(sentence)
  } catch (error) {
    logFailure('Could not check the entries of AUTHORS.', error) // the course works without this warning
  }
}
