import 'server-only'
import { cookies, headers } from 'next/headers'
import { readDesk } from '#app/api/review/_desk/read-desk.ts'
import { type Outlook, outlookOf } from '#lib/review/deadline.ts'
import { queueOf } from '#lib/review/queue.ts'
import { strengthByLesson } from '#lib/review/statistics.ts'
import type { Reviewed } from './standing.ts'

/** What reviewing asks of a learner today, as the home page says it. */
export interface DueToday {
  readonly due: number
  /** Of these, not new: what waits would be forgotten. */
  readonly again: number
  /** About. */
  readonly minutes: number
  /** By lesson, most first. */
  readonly lessons: readonly { readonly title: string; readonly due: number }[]
  /** When the next item is asked; undefined when nothing is scheduled. */
  readonly next: number | undefined
  /** By a lesson's slug: what is due of it, new items not counted, and how well it is recalled. */
  readonly reviewed: Readonly<Record<string, Reviewed>>
  readonly now: number
  readonly zone: string
  /** How the days until the interview look, when there is one. */
  readonly outlook: Outlook | undefined
}

/** What is due for who looks at this page; undefined for who reviews nothing, and when it cannot be read now. */
export async function dueToday(): Promise<DueToday | undefined> {
  const [sent, jar] = await Promise.all([headers(), cookies()])
  try {
    // the pages of reviews leave the learner's zone in a cookie: their day starts at four in the morning there
    const zone = jar.get('zone')?.value ?? 'UTC'
    const { course, it, now } = await readDesk(
      new Request(`http://localhost/?zone=${encodeURIComponent(zone)}`, { headers: sent }),
    )
    const { desk } = it
    if (desk.items.length === 0) return undefined
    const queue = queueOf(desk, now)
    const dueOf = (slug: string): number => queue.now.filter(({ item }) => item.lesson === slug).length
    const lessons = [...course.listed, ...course.drafts]
      .map(({ slug, frontmatter }) => ({ title: frontmatter.title, due: dueOf(slug) }))
      .filter((one) => one.due > 0)
      .sort((a, b) => b.due - a.due)
    const strength = strengthByLesson(desk.items, now)
    const again = queue.now.filter((one) => one.reason !== 'new')
    const reviewed = Object.fromEntries(
      course.listed.map(({ slug }) => [
        slug,
        { due: again.filter((one) => one.item.lesson === slug).length, strength: strength.get(slug) ?? 1 },
      ]),
    )
    const outlook = outlookOf(desk, now) ?? undefined
    const { length: due } = queue.now
    return {
      due,
      again: again.length,
      reviewed,
      minutes: Math.ceil(queue.minutes),
      lessons,
      next: queue.next,
      now,
      zone: desk.zone,
      outlook,
    }
  } catch (error) {
    console.error('What is due could not be read.', error)
    return undefined
  }
}
