import { dayWithDate, startOfDay, toDayNumber } from './day.ts'
import type { Plan } from './plan.ts'

const HOUR = 3_600_000
/** Interviews are at this hour: what matters is what is remembered then. */
const AT = 8 * HOUR // after 4:00, so noon
/** Without a date reviewing is for what will be known in a month. */
const MONTH = 30

/** The moment that reviews are for. */
export interface ReviewTarget {
  /** Noon of the interview's day; without one, or when it is past, 30 days from now. */
  readonly at: number
  /** Its day by the learner's calendar; undefined without an interview to come. */
  readonly day: number | undefined
}

/** What a learner with this plan reviews for, in their zone. */
export function getReviewTarget(plan: Plan, now: number, zone: string): ReviewTarget {
  const day = plan.deadline === null ? undefined : dayWithDate(plan.deadline)
  if (day === undefined || day < toDayNumber(now, zone)) return { at: now + MONTH * 24 * HOUR, day: undefined }
  return { at: Math.max(now, startOfDay(day, zone) + AT), day }
}
