import { useState } from 'react'
import { getServerNow } from '#lib/client/server-clock.ts'
import { nextDayStart } from '#lib/review/day.ts'
import type { DeskItem } from '#lib/review/desk.ts'
import type { Rating } from '#lib/review/memory.ts'
import { nextMemory } from '#lib/review/schedule.ts'
import { intervalWords } from './interval-words.ts'
import { ratingName } from './rate-row.tsx'
import { type Session, undoable } from './session.ts'
import type { UsedSession } from './use-session.ts'

/** What a learner can do about the item that is asked, and the words in which it is told who does not see it. */
export interface Deeds {
  readonly rate: (rating: Rating) => void
  /** Takes the last deed back; undefined when there is none. */
  readonly undo: (() => void) | undefined
  readonly bury: () => void
  readonly suspend: () => void
  readonly said: string
}

const DAY = 86_400_000

/** The deeds of a session: each is kept on this device and sent, said aloud, and followed by the next question. */
export function useDeeds(used: UsedSession, session: Session, item: DeskItem | undefined): Deeds {
  const [said, say] = useState('')
  const { since, desk } = session
  const last = undoable(session)
  return {
    said,
    rate: (rating) => {
      if (!item) return
      const now = getServerNow()
      const next = nextMemory(item.kind, item.memory, rating, now, desk.plan.retention)
      say(`${ratingName(rating)}. Comes again in ${intervalWords(next, now)}.`)
      used.act({ kind: 'review', item: item.id, rating, ms: Math.min(Math.max(0, now - since), DAY) })
    },
    undo:
      last &&
      (() => {
        say('Taken back.')
        used.act({ kind: 'undo', item: last.item, entry: last.id })
      }),
    bury: () => {
      if (!item) return
      say('Buried until tomorrow.')
      used.act({ kind: 'bury', item: item.id, until: nextDayStart(getServerNow(), desk.zone) })
    },
    suspend: () => {
      if (!item) return
      say('Suspended: it is not asked until you resume it in your plan.')
      used.act({ kind: 'suspend', item: item.id })
    },
  }
}
