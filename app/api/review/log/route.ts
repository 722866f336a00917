import { type LogAnswer, LogBody } from '#lib/contract/review.ts'
import { readCourse } from '#lib/course/read-course.ts'
import { listLoggableIds } from '#lib/course/review-items.ts'
import { database } from '#lib/learner/database.ts'
import { areEntriesStored, storeEntries } from '#lib/learner/store-entries.ts'
import { jsonResponse, writeHandler } from '../../_edge/endpoint.ts'
import { getOrCreateLearner } from '../../_edge/learner.ts'
import { requireAllowance } from '../../_edge/limit.ts'
import { readJson } from '../../_edge/read-json.ts'
import { requireSpace } from '../../_edge/storage-quota.ts'

/** What an entry takes in the database, at most. */
const MAX_ENTRY_BYTES = 1000

/** Adds what a learner did to their log, each entry once. */
export const POST = writeHandler(async (request) => {
  const { entries } = await readJson(request, LogBody)
  const items = listLoggableIds(await readCourse())
  const { learner, cookies } = await getOrCreateLearner(request)
  requireAllowance('review', learner.id, entries.length)
  await requireSpace(learner.id, entries.length * MAX_ENTRY_BYTES, {
    isStored: (db) => areEntriesStored(db, learner.id, entries),
  })
  const knownEntries = entries.filter(({ item }) => items.has(item))
  const { stored, conflicts } = await storeEntries(await database(), learner.id, knownEntries, new Date())
  const body: LogAnswer = {
    stored: [...stored],
    refused: [
      ...conflicts.map((id) => ({ id, error: 'conflict' as const, reason: 'This id belongs to another entry.' })),
      ...entries
        .filter(({ item }) => !items.has(item))
        .map(({ id, item }) => ({ id, error: 'no-item' as const, reason: `The course has no item “${item}”.` })),
    ],
  }
  return jsonResponse(body, { cookies })
})
