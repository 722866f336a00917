import type { Plan } from '#lib/review/plan.ts'
import type { Backlog } from '#lib/review/queue.ts'
import { capital, counted } from '../ui/number-words.ts'
import { dateWords } from './date-words.ts'

interface BacklogNoteProps {
  readonly backlog: Backlog | undefined
  readonly plan: Plan
}

/** What was cut after missed days, and by what. */
export function BacklogNote({ backlog, plan }: BacklogNoteProps) {
  if (!backlog) return null
  const { missedDays, due, kept, left } = backlog
  const before = plan.deadline ? `before ${dateWords(plan.deadline)}` : 'for the next month'
  return (
    <p className="review-note">
      {capital(counted(missedDays, 'day'))} without a review: {due} are due. Your limits leave room for {kept}, so you
      get those that are worth most {before}; {left} wait. <a href="/review/plan">Change your limits</a>
    </p>
  )
}
