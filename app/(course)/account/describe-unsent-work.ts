import type { UnsentWork } from '../../_components/sending/unsent-work.ts'
import { counted } from '../../_components/ui/spell-number.ts'

/** Describes what the server doesn't have: “two answers, one rating and one draft”. */
export function describeUnsentWork(work: UnsentWork): string {
  const parts = (
    [
      [work.answers, 'answer'],
      [work.solutionViews, 'solution view'],
      [work.ratings, 'rating'],
      [work.drafts, 'draft'],
      [work.interviewAnswers, 'interview answer'],
      [work.plans, 'plan change'],
      [work.rounds, 'unfinished timed round'],
    ] as const
  ).flatMap(([count, noun]) => (count > 0 ? [counted(count, noun)] : []))
  const last = parts.at(-1) ?? ''
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last
}
