import { z } from 'zod'
import { DraftRecordSchema, joinRecords } from './draft.ts'

/** What this device stores, by learner: keys are `learner/collection/name`. */
export type Collection = 'drafts' | 'run-logs' | 'attempts' | 'interviews' | 'queue'

const EntriesSchema = z.array(z.looseObject({ id: z.string() }))

/**
 * Joins two values of one collection: from two places on this device, or from a guest and the account that they sign in
 * to. No drafts or waiting entries are lost; in all other collections the newer value wins.
 */
export function mergeValues(collection: string, older: unknown, newer: unknown): unknown {
  if (collection === 'queue') {
    const entries = [...(EntriesSchema.safeParse(older).data ?? []), ...(EntriesSchema.safeParse(newer).data ?? [])]
    return [...new Map(entries.map((entry) => [entry.id, entry])).values()]
  }
  if (collection === 'drafts') {
    const [first, second] = [DraftRecordSchema.safeParse(older), DraftRecordSchema.safeParse(newer)]
    if (!first.success) return newer
    return second.success ? joinRecords(first.data, second.data) : older
  }
  return newer
}

/** Which collection a key belongs to. */
export const getCollection = (key: string): string => key.split('/')[1] ?? ''
