import type { TodayAnswer } from '#lib/contract/review.ts'
import type { Course } from '#lib/course/course.ts'
import { outlookOf } from '#lib/review/deadline.ts'
import { type Queue, queueOf } from '#lib/review/queue.ts'
import { strengthByLesson } from '#lib/review/statistics.ts'
import { answer, reading } from '../../_edge/endpoint.ts'
import { readDesk } from '../_desk/read-desk.ts'

/** What is due today, in a few words. Makes no guest. */
export const GET = reading(async (request) => {
  const { known, course, it, now } = await readDesk(request)
  const queue = queueOf(it.desk, now)
  const body: TodayAnswer = {
    due: queue.now.length,
    minutes: Math.ceil(queue.minutes),
    lessons: dueLessons(course, queue),
    next: queue.next ?? null,
    strength: Object.fromEntries(strengthByLesson(it.desk.items, now)),
    outlook: outlookOf(it.desk, now),
  }
  return answer(body, { cookies: known?.cookies ?? [] })
})

function dueLessons({ listed, drafts }: Course, { now }: Queue): TodayAnswer['lessons'] {
  return [...listed, ...drafts]
    .map(({ slug, frontmatter }) => ({
      slug,
      title: frontmatter.title,
      due: now.filter((it) => it.item.lesson === slug).length,
    }))
    .filter((it) => it.due > 0)
    .sort((a, b) => b.due - a.due)
}
