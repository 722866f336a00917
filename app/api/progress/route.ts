import { getSession } from '#lib/auth/session.ts'
import { getSecureAddress } from '#lib/auth/write-refusal.ts'
import type { ProgressAnswer } from '#lib/contract/progress.ts'
import { readCourse } from '#lib/course/read-course.ts'
import { database } from '#lib/learner/database.ts'
import { readCourseProgress } from '#lib/service/course-progress.ts'
import { readDueSummary } from '#lib/service/due-today.ts'
import { jsonResponse, readHandler } from '../_edge/endpoint.ts'
import { readZone } from '../_edge/zone.ts'

/** How far the learner is. Creates no guest. */
export const GET = readHandler(async (request) => {
  const authenticated = await getSession(request)
  const progress = await readCourseProgress(await readCourse(), authenticated?.learner, database())
  const review = authenticated && (await readDueSummary(authenticated.learner.id, readZone(request)))
  const secureAddress = getSecureAddress(process.env)
  const body = { ...progress, ...(review && { review }), ...(secureAddress !== undefined && { secureAddress }) }
  return jsonResponse(body satisfies ProgressAnswer, { cookies: authenticated?.cookies ?? [] })
})
