import 'server-only'
import { VerdictSchema } from '#lib/grading/verdict.ts'
import type { Coded } from '#lib/review/interview/event.ts'
import type { Database } from './database.ts'
import type { StoredInterview } from './interviews.ts'

/**
 * An interview whose coding round counts as the server has graded it. Until it has, what the browser said stands there
 * as not confirmed.
 */
export async function withVerdict(db: Database, learnerId: string, it: StoredInterview): Promise<StoredInterview> {
  const exercise = it.plan.coding?.exercise
  const event = it.events.find(({ kind }) => kind === 'coded')
  if (exercise === undefined || event?.kind !== 'coded' || event.coded.source === '') return it
  const coded = await graded(db, { learnerId, exercise }, event.coded)
  return { ...it, events: it.events.map((other) => (other === event ? { ...event, coded } : other)) }
}

async function graded(
  db: Database,
  of: { readonly learnerId: string; readonly exercise: string },
  coded: Coded,
): Promise<Coded> {
  const settled = { settles: { not: null } }
  const found = await db.submission.findFirst({
    where: { ...of, source: coded.source, verdicts: { some: settled } },
    orderBy: { at: 'desc' },
    select: { verdicts: { where: settled, select: { verdict: true } } },
  })
  const [stored] = found?.verdicts ?? []
  if (!stored) return { ...coded, confirmed: false }
  const { outcome, checks } = VerdictSchema.parse(stored.verdict)
  return {
    ...coded,
    passed: outcome === 'passed',
    confirmed: true,
    checks: { passed: checks.filter(({ passed }) => passed).length, all: checks.length },
  }
}
