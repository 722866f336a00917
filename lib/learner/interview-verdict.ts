import 'server-only'
import { VerdictSchema } from '#lib/grading/verdict.ts'
import type { CodingRoundResult } from '#lib/interview/event.ts'
import type { Database } from './database.ts'
import type { StoredInterview } from './interviews.ts'

/**
 * Replaces the browser’s claim about the coding round with the server’s verdict. Without a verdict, nothing has passed
 * and nothing is confirmed. A round without code needs no verdict and counts as not passed.
 */
export async function withVerdict(
  db: Database,
  learnerId: string,
  interview: StoredInterview,
): Promise<StoredInterview> {
  const exercise = interview.plan.coding?.exercise
  const event = interview.events.find(({ kind }) => kind === 'coded')
  if (event?.kind !== 'coded') return interview
  const { coded } = event
  const verdict =
    exercise === undefined || coded.source === ''
      ? { passed: false, confirmed: true, checks: { passed: 0, all: 0 } }
      : await findVerdict(db, { learnerId, exercise, source: coded.source })
  const finalVerdict = verdict ?? { passed: false, confirmed: false, checks: { ...coded.checks, passed: 0 } }
  const events = interview.events.map((other) =>
    other === event ? { ...event, coded: { ...coded, ...finalVerdict } } : other,
  )
  return { ...interview, events }
}

/** Finds the server’s latest verdict on an answer; undefined if the server hasn’t graded it. */
async function findVerdict(
  db: Database,
  { learnerId, exercise, source }: { readonly learnerId: string; readonly exercise: string; readonly source: string },
): Promise<Pick<CodingRoundResult, 'passed' | 'confirmed' | 'checks'> | undefined> {
  const isGraded = { gradedSubmissionId: { not: null } }
  const submission = await db.submission.findFirst({
    where: { learnerId, exerciseId: exercise, source, verdicts: { some: isGraded } },
    orderBy: { submittedAt: 'desc' },
    select: { verdicts: { where: isGraded, select: { verdict: true } } },
  })
  const [stored] = submission?.verdicts ?? []
  if (!stored) return undefined
  const { outcome, checks } = VerdictSchema.parse(stored.verdict)
  return {
    passed: outcome === 'passed',
    confirmed: true,
    checks: { passed: checks.filter(({ passed }) => passed).length, all: checks.length },
  }
}
