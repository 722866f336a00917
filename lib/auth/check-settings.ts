import 'server-only'
import { logFailure } from '#lib/learner/log-failure.ts'
import { auth } from './auth.ts'
import { describeUnknownAuthors } from './author-list.ts'

/**
 * Checks the settings of accounts, and warns the operator about entries of AUTHORS that have no account.
 *
 * @throws Error that names the setting which is invalid
 */
export async function checkAccountSettings(): Promise<void> {
  const { db, env } = await auth()
  try {
    for (const sentence of await describeUnknownAuthors(db, env)) console.warn(sentence)
  } catch (error) {
    logFailure('The entries of AUTHORS could not be looked up.', error) // the course works without this warning
  }
}
