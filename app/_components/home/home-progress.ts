import 'server-only'
import { headers } from 'next/headers'
import { sessionOf } from '#lib/auth/session.ts'
import { database } from '#lib/learner/database.ts'
import { logFailure } from '#lib/learner/log-failure.ts'
import { type Progress, progressOf } from '#lib/learner/progress.ts'

/** The progress of who looks at this page; nobody is made a guest by looking. `away` when it cannot be read now. */
export async function homeProgress(): Promise<Progress | 'away'> {
  const sent = await headers()
  try {
    const session = await sessionOf({ headers: sent })
    return session ? await progressOf(await database(), session.learner.id) : {}
  } catch (error) {
    logFailure('Could not read a learner’s progress.', error)
    return 'away'
  }
}
