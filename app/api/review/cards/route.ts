import type { CardsAnswer } from '#lib/contract/review.ts'
import { readCourse } from '#lib/course/read-course.ts'
import { loadCardTexts } from '#lib/service/card-texts.ts'
import { readHandler } from '../../_edge/endpoint.ts'

/** Cards per response, and seconds for which a browser may reuse one. */
const MAX_CARDS = 60
const FRESH_SECONDS = 300

/** Texts of cards of published lessons: those that are named, or all of a lesson. The same for everyone. */
export const GET = readHandler(async (request) => {
  const course = await readCourse()
  const query = new URL(request.url).searchParams
  const lesson = course.publishedLessons.find(({ slug }) => slug === query.get('lesson'))
  const ids = lesson ? lesson.cards.map(({ id }) => id) : (query.get('ids') ?? '').split(',').slice(0, MAX_CARDS)
  const body: CardsAnswer = { texts: loadCardTexts(course, ids) }
  return Response.json(body, { headers: { 'cache-control': `public, max-age=${FRESH_SECONDS}` } })
})
