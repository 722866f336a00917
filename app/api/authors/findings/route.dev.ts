import path from 'node:path'
import { z } from 'zod'
import { watchLesson } from '#lib/authoring/watch-lesson.ts'
import type { FindingsEvent } from '#lib/contract/authors.ts'
import { readHandler } from '../../_edge/endpoint.ts'
import { HttpError } from '../../_edge/http-error.ts'

/** What is wrong with a lesson, reported again at each save. Exists in development only. */
export const GET = readHandler(async (request) => {
  const slug = Slug.safeParse(new URL(request.url).searchParams.get('lesson'))
  if (!slug.success) throw new HttpError(400, 'malformed', 'Name a lesson: /api/authors/findings?lesson=SLUG')
  const root = path.join(/* turbopackIgnore: true */ process.cwd())
  let end = () => {}
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const text = new TextEncoder()
      end = watchLesson(root, slug.data, (state) =>
        controller.enqueue(text.encode(`data: ${JSON.stringify(state satisfies FindingsEvent)}\n\n`)),
      )
      request.signal.addEventListener('abort', end)
    },
    cancel: () => end(),
  })
  return new Response(stream, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } })
})

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
