import type { ReviewAnswer } from '#lib/contract/review.ts'
import { readReview } from '#lib/service/review.ts'
import { jsonResponse, readHandler } from '../_edge/endpoint.ts'
import { findLearner } from '../_edge/learner.ts'
import { readZone } from '../_edge/zone.ts'

/** All that a review session begins with. Creates no guest. */
export const GET = readHandler(async (request) => {
  const authenticated = await findLearner(request)
  const review = await readReview(authenticated?.learner.id, readZone(request))
  return jsonResponse(review satisfies ReviewAnswer, { cookies: authenticated?.cookies ?? [] })
})
