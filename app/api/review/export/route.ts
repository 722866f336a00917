import { ExportQuery } from '#lib/contract/review.ts'
import type { Course } from '#lib/course/course.ts'
import { createAnkiPackage } from '#lib/course/export/anki-package.ts'
import { formatCsv } from '#lib/course/export/csv.ts'
import { exportCards } from '#lib/course/export/export-cards.ts'
import { loadDeck } from '#lib/service/deck.ts'
import { readHandler } from '../../_edge/endpoint.ts'
import { HttpError } from '../../_edge/http-error.ts'
import { findLearner } from '../../_edge/learner.ts'
import { readZone } from '../../_edge/zone.ts'

/** All cards of the course as a download, with the learner’s own schedule. Creates no guest. */
export const GET = readHandler(async (request) => {
  const query = ExportQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!query.success) throw new HttpError(400, 'malformed', 'Choose a format: ?format=anki or ?format=csv.')
  const authenticated = await findLearner(request)
  const { course, built, now } = await loadDeck(authenticated?.learner.id, readZone(request))
  const memories = new Map(built.deck.items.map(({ id, memory }) => [id, memory]))
  const cards = exportCards(course, (id) => memories.get(id))
  const file =
    query.data.format === 'csv'
      ? { name: 'cards.csv', type: 'text/csv; charset=utf-8; header=present', body: formatCsv(cards) }
      : { name: 'cards.apkg', type: 'application/octet-stream', body: await loadPackage(course, now) }
  const headers = new Headers({
    'content-type': file.type,
    'content-disposition': `attachment; filename="explain-attention-${file.name}"`,
    'cache-control': 'no-store',
  })
  for (const cookie of authenticated?.cookies ?? []) headers.append('set-cookie', cookie)
  return new Response(file.body, { headers })
})

/** The same for everyone, so it is created once per course. */
const packagesByCourse = new WeakMap<Course, Promise<Uint8Array<ArrayBuffer>>>()

function loadPackage(course: Course, now: number): Promise<Uint8Array<ArrayBuffer>> {
  const loading = packagesByCourse.get(course)
  if (loading) return loading
  const promise = createAnkiPackage(course.title, exportCards(course), now)
  packagesByCourse.set(course, promise)
  promise.catch(() => packagesByCourse.delete(course)) // the next request tries again
  return promise
}
