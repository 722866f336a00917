import 'server-only'
import type { Course } from '#lib/course/course.ts'
import { readCourse } from '#lib/course/read-course.ts'
import type { Matcher } from '#lib/interview/act.ts'
import { createMatcher, type KeyPoint } from '#lib/matcher/match.ts'

/**
 * Whoever ticks the points of an answer: by the words that the course gives a card's points today, else by the points'
 * own. An interview that began before a card was changed goes on.
 */
export async function interviewer(): Promise<Matcher> {
  kept.matcher ??= createMatcher()
  const [matcher, course] = await Promise.all([kept.matcher, readCourse()])
  return {
    match({ card, keyPoints }, answer) {
      const known = card === undefined ? [] : keyPointsOf(course, card)
      const points = keyPoints.map((it): KeyPoint => known.find(({ id }) => id === it.id) ?? it)
      try {
        return matcher.match({ keyPoints: points }, answer)
      } catch (error) {
        console.error(`The key points of ${card} could not be matched as they are written.`, error)
        return matcher.match({ keyPoints: keyPoints.map(({ point }) => ({ point })) }, answer)
      }
    },
  }
}
/** On globalThis, because Next bundles this file into several routes. It takes some hundred milliseconds to load. */
const kept = globalThis as typeof globalThis & { matcher?: ReturnType<typeof createMatcher> }

const keyPointsOf = ({ listed, drafts }: Course, id: string) =>
  [...listed, ...drafts].flatMap(({ cards }) => cards).find((card) => card.id === id)?.keyPoints ?? []
