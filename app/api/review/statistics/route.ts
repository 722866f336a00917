import type { StatisticsAnswer } from '#lib/contract/review.ts'
import { readStatistics } from '#lib/service/review.ts'
import { answer, reading } from '../../_edge/endpoint.ts'
import { findLearner } from '../../_edge/learner.ts'
import { readZone } from '../../_edge/zone.ts'

/** What the log says of the learner's memory. Makes no guest. */
export const GET = reading(async (request) => {
  const known = await findLearner(request)
  const statistics = await readStatistics(known?.learner.id, readZone(request))
  return answer(statistics satisfies StatisticsAnswer, { cookies: known?.cookies ?? [] })
})
