import type { ReviewAnswer, ReviewLesson } from '#lib/contract/review.ts'
import type { Course, Lesson } from '#lib/course/course.ts'
import { outlookOf } from '#lib/review/deadline.ts'
import { queueOf } from '#lib/review/queue.ts'
import { answer, reading } from '../_edge/endpoint.ts'
import { cardTexts } from './_desk/card-text.ts'
import { readDesk } from './_desk/read-desk.ts'

/** So many texts come at once; the page asks for the others while the first ones are answered. */
const TEXTS = 20

/** All that a review session begins with. Makes no guest. */
export const GET = reading(async (request) => {
  const { known, course, it, now } = await readDesk(request)
  const { desk, open } = it
  const queue = queueOf(desk, now)
  const first = [...queue.now.map(({ item }) => item), ...queue.soon].slice(0, TEXTS)
  const body: ReviewAnswer = {
    now,
    desk,
    lessons: lessonsOf(course, open),
    texts: cardTexts(
      course,
      first.map(({ id }) => id),
    ),
    outlook: outlookOf(desk, now),
  }
  return answer(body, { cookies: known?.cookies ?? [] })
})

const lessonsOf = ({ listed, drafts }: Course, open: ReadonlySet<string>): ReviewLesson[] =>
  [...listed, ...drafts]
    .map(({ slug, number, frontmatter, ...it }: Lesson) => ({
      slug,
      title: frontmatter.title,
      number,
      items: it.cards.length + (it.numbers?.length ?? 0),
      open: open.has(slug),
    }))
    .filter((it) => it.items > 0)
