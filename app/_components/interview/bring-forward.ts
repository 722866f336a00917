import 'server-only'
import { createHash } from 'node:crypto'
import type { Course } from '#lib/course/course.ts'
import { reviewItems } from '#lib/course/review-items.ts'
import { debrief } from '#lib/interview/debrief.ts'
import { replay } from '#lib/interview/replay.ts'
import type { Database } from '#lib/learner/database.ts'
import type { StoredInterview } from '#lib/learner/interviews.ts'
import { storeEntries } from '#lib/learner/store-entries.ts'

/** Makes the cards of what an interview left unsaid due, once for each interview. */
export async function bringForward(
  db: Database,
  learnerId: string,
  { id, plan, events }: StoredInterview,
  { course, now }: { readonly course: Course; readonly now: Date },
): Promise<void> {
  const items = new Set(reviewItems(course).map((it) => it.id))
  const cards = debrief(plan, replay(events))
    .next.flatMap((it) => it.cards)
    .filter((card) => items.has(card))
  if (cards.length === 0) return
  const entries = cards.map((item) => ({
    kind: 'forward' as const,
    id: idOf(`${id} ${item}`),
    item,
    at: now.getTime(),
  }))
  await storeEntries(db, learnerId, entries, now)
}

/** The same UUID for the same name (version 8, from SHA-256). */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
