import { useState } from 'react'
import { getServerNow } from '#lib/client/server-clock.ts'
import { nextDayStart } from '#lib/review/day.ts'
import type { DeckItem } from '#lib/review/deck.ts'
import type { Rating } from '#lib/review/memory-state.ts'
import { scheduleReview } from '#lib/review/schedule.ts'
import { formatInterval } from '../../_components/ui/format-interval.ts'
import { ratingName } from '../../_components/ui/rate-row.tsx'
import { lastUndoable, type Session } from './session.ts'
import type { UseSessionResult } from './use-session.ts'

/** What a learner can do with the current item, and how screen readers announce it. */
export interface ReviewActions {
  readonly rate: (rating: Rating) => void
  /** Takes the last deed back; undefined when there is none. */
  readonly undo: (() => void) | undefined
  readonly bury: () => void
  readonly suspend: () => void
  readonly announcement: string
}

const DAY = 86_400_000

/** The actions of a session: each is kept on this device and sent, said aloud, and followed by the next question. */
export function useReviewActions(used: UseSessionResult, session: Session, item: DeckItem | undefined): ReviewActions {
  const [announcement, announce] = useState('')
  const { since, deck } = session
  const last = lastUndoable(session)
  return {
    announcement,
    rate: (rating) => {
      if (!item) return
      const now = getServerNow()
      const next = scheduleReview(item.kind, item.memory, rating, now, deck.plan.retention)
      announce(`${ratingName(rating)}. Next review in ${formatInterval(next, now)}.`)
      used.act({ kind: 'review', item: item.id, rating, ms: Math.min(Math.max(0, now - since), DAY) })
    },
    undo:
      last &&
      (() => {
        announce('Undone.')
        used.act({ kind: 'undo', item: last.item, entry: last.id })
      }),
    bury: () => {
      if (!item) return
      announce('Buried until tomorrow.')
      used.act({ kind: 'bury', item: item.id, until: nextDayStart(getServerNow(), deck.zone) })
    },
    suspend: () => {
      if (!item) return
      announce('Suspended. You can resume it in your plan.')
      used.act({ kind: 'suspend', item: item.id })
    },
  }
}
