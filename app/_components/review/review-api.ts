import {
  CardsAnswer,
  type CardText,
  LogAnswer,
  PlanAnswer,
  ReviewAnswer,
  StatisticsAnswer,
} from '#app/api/_contract/review.ts'
import type { LogEntry } from '#lib/review/log.ts'
import type { Plan } from '#lib/review/plan.ts'
import { inTurn } from '../sandbox/in-turn.ts'
import { describeRefusal } from '../ui/describe-refusal.ts'

// What the review pages ask of the server. Requests that write go one after the other.

/** The learner's time zone as their device has it. The home page is told it by a cookie. */
export function ownZone(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not there on plain http
  document.cookie = `zone=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`
  return zone
}

/** All that a session needs. @throws when there is no line, or a server in trouble */
export async function fetchReview(): Promise<ReviewAnswer> {
  return ReviewAnswer.parse(await read(`/api/review?zone=${encodeURIComponent(ownZone())}`))
}

/** @throws when there is no line, or a server in trouble */
export async function fetchStatistics(): Promise<StatisticsAnswer> {
  return StatisticsAnswer.parse(await read(`/api/review/statistics?zone=${encodeURIComponent(ownZone())}`))
}

const AT_ONCE = 60

/** The texts of cards, in as few requests as the server allows. @throws when there is no line */
export async function fetchTexts(ids: readonly string[]): Promise<Record<string, CardText>> {
  const texts: Record<string, CardText> = {}
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    const some = ids.slice(i, i + AT_ONCE).join(',')
    Object.assign(texts, CardsAnswer.parse(await read(`/api/review/cards?ids=${encodeURIComponent(some)}`)).texts)
  }
  return texts
}

/** What came of sending: ids that are settled; none when all was refused as a whole; undefined when to try again. */
export async function sendEntries(entries: readonly LogEntry[]): Promise<readonly string[] | undefined> {
  try {
    const response = await inTurn(() => send('POST', '/api/review/log', { entries }))
    if (!response.ok) return REFUSED.has(response.status) ? [] : undefined
    const { stored, refused } = LogAnswer.parse(await response.json())
    for (const it of refused) console.error(`A review was not stored: ${it.reason}`)
    return [...stored, ...refused.map((it) => it.id)]
  } catch {
    return undefined
  }
}
/** Sent again, it would be refused again. */
const REFUSED = new Set([400, 409, 413, 422])

/** Saves the plan as a whole. @throws when it was not saved, with a sentence for the learner */
export async function savePlan(plan: Plan): Promise<Plan> {
  const response = await inTurn(() => send('PUT', '/api/review/plan', plan)).catch(() => {
    throw new Error('The server does not answer. Check your connection and try again.')
  })
  if (!response.ok) throw new Error(await describeRefusal(response))
  return PlanAnswer.parse(await response.json()).plan
}

const JSON_ONLY = { accept: 'application/json' }

async function read(path: string): Promise<unknown> {
  const response = await fetch(path, { headers: JSON_ONLY })
  if (!response.ok) throw new Error(`The server answered ${response.status}.`)
  return response.json()
}

function send(method: 'PUT' | 'POST', path: string, body: unknown): Promise<Response> {
  const headers = { ...JSON_ONLY, 'content-type': 'application/json' }
  return fetch(path, { method, headers, body: JSON.stringify(body), keepalive: true })
}
