import type { StatisticsAnswer } from '#lib/contract/review.ts'
import { database } from '#lib/learner/database.ts'
import { readMonthReviews } from '#lib/learner/item-states.ts'
import { statisticsOf } from '#lib/review/statistics.ts'
import { answer, reading } from '../../_edge/endpoint.ts'
import { readDesk } from '../_desk/read-desk.ts'

/** What the log says of the learner's memory. Makes no guest. */
export const GET = reading(async (request) => {
  const { known, it, now } = await readDesk(request)
  const reviews = known ? await readMonthReviews(await database(), known.learner.id) : []
  return answer(statisticsOf(it, reviews, now) satisfies StatisticsAnswer, { cookies: known?.cookies ?? [] })
})
