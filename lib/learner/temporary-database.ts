import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { applyMigrations } from '../../prisma/apply.js'
import { connect, type Database } from './database.ts'

/** A database for a test: SQLite in its own folder, migrated. `close` deletes it. */
export async function createTemporaryDatabase(): Promise<{ db: Database; url: string; close: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'learner-'))
  const url = `file:${path.join(folder, 'test.db')}`
  await applyMigrations(url)
  const db = await connect(url)
  return {
    db,
    url,
    async close() {
      await db.$disconnect()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A learner in it: a guest unless `guest` is false. */
export async function createLearner(db: Database, id: string, guest = true): Promise<string> {
  await db.user.create({ data: { id, name: id, email: `${id}@example.org`, isAnonymous: guest } })
  return id
}

/** A graded answer for tests. Its verdict contains only what tests look at. */
interface GradedAnswer {
  readonly exercise: string
  readonly at: Date
  readonly outcome: 'passed' | 'failed' | 'did-not-run' | 'not-graded'
  readonly exerciseVersion?: string
  readonly misconceptions?: readonly string[]
}

/** Stores answers with their verdicts. */
export async function storeGradedAnswers(
  db: Database,
  learnerId: string,
  answers: readonly GradedAnswer[],
): Promise<void> {
  const rows = answers.map(({ exercise, at, outcome, exerciseVersion = 'v1', misconceptions = [] }) => {
    const id = crypto.randomUUID()
    return {
      submission: { id, learnerId, exerciseId: exercise, exerciseVersion, source: '', submittedAt: at },
      verdict: {
        id: `verdict ${id}`,
        submissionId: id,
        outcome,
        seed: 1n,
        graderVersion: '1',
        verdict: { misconceptions: misconceptions.map((name) => ({ id: name })) },
        gradedAt: at,
        gradedSubmissionId: outcome === 'not-graded' ? null : id,
      },
    }
  })
  await db.submission.createMany({ data: rows.map(({ submission }) => submission) })
  await db.verdict.createMany({ data: rows.map(({ verdict }) => verdict) })
}
