'use client'

import { formatWhen } from '../ui/format-interval.ts'
import { useProgress } from '../ui/use-progress.ts'

/** When a card is asked again: “due now”, “due tomorrow”, “due on Monday”; nothing for one that was never reviewed. */
export function CardDue({ card, className = '' }: { readonly card: string; readonly className?: string | undefined }) {
  const dueAt = useProgress().dueAt.get(card)
  return dueAt === undefined ? null : <span className={className}>{describeDue(dueAt)}</span>
}

/** How many of a lesson's cards are due first, and when: “, 2 due on Thursday”. */
export function CardsDue({ cards }: { readonly cards: readonly string[] }) {
  const { dueAt } = useProgress()
  const times = cards.flatMap((card) => dueAt.get(card) ?? [])
  if (times.length === 0) return null
  const first = describeDue(Math.min(...times))
  return `, ${times.filter((time) => describeDue(time) === first).length} ${first}`
}

function describeDue(dueAt: number): string {
  const now = Date.now()
  return `due ${dueAt <= now ? 'now' : formatWhen(dueAt, now)}`
}
