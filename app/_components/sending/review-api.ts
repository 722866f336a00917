import { type ApiResult, read, requireValue, write } from '#lib/client/api.ts'
import type { LearnerId } from '#lib/client/learner.ts'
import { setServerTime } from '#lib/client/server-clock.ts'
import { CardsAnswer, type CardText, PlanAnswer, ReviewAnswer } from '#lib/contract/review.ts'
import type { Plan } from '#lib/review/plan.ts'

// What the review pages ask of the server. Requests that write go one after the other.

/** The learner's time zone as their device has it. A cookie passes it to pages that the server renders. */
export function getOwnZone(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not there on plain http
  document.cookie = `${formatZoneCookie(zone)}; path=/; max-age=31536000; samesite=lax`
  return zone
}

/** Whether the server knew the device's time zone when it rendered the page. */
export const hasZoneCookie = (): boolean =>
  document.cookie.split('; ').includes(formatZoneCookie(Intl.DateTimeFormat().resolvedOptions().timeZone))

const formatZoneCookie = (zone: string): string => `zone=${encodeURIComponent(zone)}`

/**
 * Fetches everything that a session needs, and reads the server’s time from the response.
 *
 * @throws ApiError with the reason for the learner
 */
export async function fetchReview(): Promise<ReviewAnswer> {
  const answer = await requireValue(read(`/api/review?zone=${encodeURIComponent(getOwnZone())}`, ReviewAnswer))
  setServerTime(answer.now)
  return answer
}

const MAX_IDS = 60

/**
 * Fetches the texts of cards, in as few requests as the server allows.
 *
 * @throws ApiError with the reason for the learner
 */
export async function fetchTexts(ids: readonly string[]): Promise<Record<string, CardText>> {
  const texts: Record<string, CardText> = {}
  for (let i = 0; i < ids.length; i += MAX_IDS) {
    const some = ids.slice(i, i + MAX_IDS).join(',')
    const path = `/api/review/cards?ids=${encodeURIComponent(some)}`
    Object.assign(texts, (await requireValue(read(path, CardsAnswer))).texts)
  }
  return texts
}

/** Replaces a learner’s plan. */
export const sendPlan = (plan: Plan, learner: LearnerId): Promise<ApiResult<PlanAnswer>> =>
  write('PUT', '/api/review/plan', plan, PlanAnswer, { learner })
