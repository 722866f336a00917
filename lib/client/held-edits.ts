import { canStore } from './browser-learner.ts'
import { type DraftEdit, DraftEditSchema } from './draft.ts'
import type { LearnerId } from './learner.ts'

// Holds an edit in localStorage, which is written immediately, until a store has confirmed it, because a tab that
// closes or a process that dies doesn’t wait for IndexedDB.

const PREFIX = 'course-held/'

/** Which exercise of which learner an edit belongs to. */
export interface EditKey {
  readonly learner: LearnerId
  readonly exercise: string
}

const toPrefix = ({ learner, exercise }: EditKey): string => `${PREFIX}${learner}/${exercise}#`

/** Holds the last edit of a page. */
export function holdEdit(key: EditKey, edit: DraftEdit): void {
  if (!canStore(key.learner)) return
  try {
    localStorage.setItem(toPrefix(key) + edit.page, JSON.stringify(edit))
  } catch {
    // no space, or the browser stores nothing: rely on the store
  }
}

/** Lists the edits of an exercise that no store has confirmed. */
export function listHeldEdits(key: EditKey): readonly DraftEdit[] {
  return listKeys(toPrefix(key)).flatMap((name) => {
    const edit = readEdit(name)
    return edit ? [edit] : []
  })
}

/** Drops held edits that are now stored. Edits held in the meantime stay. */
export function releaseEdits(key: EditKey, stored: readonly DraftEdit[]): void {
  for (const { page, revision } of stored) {
    const name = toPrefix(key) + page
    try {
      if (readEdit(name)?.revision === revision) localStorage.removeItem(name)
    } catch {
      // nothing is held there
    }
  }
}

/** Lists the exercises for which a learner has held edits. */
export const listHeldExercises = (learner: LearnerId): readonly string[] => {
  const prefix = `${PREFIX}${learner}/`
  return [...new Set(listKeys(prefix).map((name) => name.slice(prefix.length, name.lastIndexOf('#'))))]
}

/** Deletes all held edits of a learner. */
export function deleteHeldEdits(learner: LearnerId): void {
  try {
    for (const name of listKeys(`${PREFIX}${learner}/`)) localStorage.removeItem(name)
  } catch {
    // nothing is held there
  }
}

function listKeys(prefix: string): readonly string[] {
  try {
    const names = Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '')
    return names.filter((name) => name.startsWith(prefix))
  } catch {
    return []
  }
}

function readEdit(name: string): DraftEdit | undefined {
  try {
    return DraftEditSchema.safeParse(JSON.parse(localStorage.getItem(name) ?? 'null')).data
  } catch {
    return undefined
  }
}
