import 'server-only'
import { isForeignKeyViolation, type Tx } from './database.ts'

/** Who does something: a guest, or the holder of an account. */
export interface Learner {
  readonly id: string
  readonly guest: boolean
  /** Absent for a guest. */
  readonly email?: string
}

/** The learner is no longer there: a guest whose work an account has adopted, in another tab or a moment ago. */
export class LearnerNotFoundError extends Error {
  readonly code = 'learner-gone'
  constructor() {
    super('This guest session was merged into an account. Try again; nothing was lost.')
    this.name = 'LearnerNotFoundError'
  }
}

/**
 * Makes a transaction the only one that writes for this learner, until it ends.
 *
 * It writes to the learner's row: SQLite fails transactions that read before they write, and PostgreSQL locks the row.
 *
 * @throws LearnerNotFoundError
 */
export async function lockLearner(tx: Tx, id: string, now: Date): Promise<void> {
  const { count } = await tx.user.updateMany({ where: { id }, data: { updatedAt: now } })
  if (count === 0) throw new LearnerNotFoundError()
}

/**
 * Runs a write that points to a learner.
 *
 * @throws LearnerNotFoundError when the learner is not there
 */
export async function mapMissingLearner<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    throw isForeignKeyViolation(error) ? new LearnerNotFoundError() : error
  }
}
