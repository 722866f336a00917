import { DraftAnswer, DraftSaved } from '#app/api/_contract/draft.ts'
import { PassAnswer } from '#app/api/_contract/pass.ts'
import { SolutionAnswer } from '#app/api/_contract/solution.ts'
import { describeRefusal } from '../ui/describe-refusal.ts'
import type { Draft, DraftPair } from './draft.ts'
import { inTurn } from './in-turn.ts'
import { type Answer, readAnswer, type Waiting } from './outbox.ts'

// What a workbench asks of the server. Requests that write go one after the other.

/** The server's copy of a draft. Nothing where there is none, or no line. */
export async function fetchDrafts(exercise: string): Promise<DraftPair> {
  try {
    const response = await fetch(`/api/drafts/${exercise}`, { headers: JSON_ONLY })
    if (!response.ok) return {}
    const { draft, kept } = DraftAnswer.parse(await response.json())
    const [newest] = kept
    return { ...(draft && { current: draft }), ...(newest && { kept: newest }) }
  } catch {
    return {} // the draft on this device is enough to go on with
  }
}

/**
 * Gives the server a copy, and says which one it holds now. It may fail: the next change sends the whole text again.
 *
 * @param base  when the server's draft was written that this one continues
 */
export async function sendDraft(exercise: string, draft: Draft, base: number | undefined): Promise<Draft | undefined> {
  try {
    const body = { source: draft.source, at: draft.at, ...(base !== undefined && { base }) }
    const response = await inTurn(() => send('PUT', `/api/drafts/${exercise}`, body))
    return response.ok ? DraftSaved.parse(await response.json()).draft : undefined
  } catch {
    return undefined
  }
}

/** Sends an answer to be graded by the server. */
export async function sendSubmission({ id, exercise, source }: Waiting): Promise<Answer> {
  try {
    return await inTurn(async () => {
      const response = await send('POST', '/api/submissions', { id, exercise, source })
      const body: unknown = await response.json().catch(() => undefined)
      const after = Number(response.headers.get('retry-after'))
      return readAnswer(response.status, body, after > 0 ? after : undefined)
    })
  } catch {
    return { kind: 'unreachable' }
  }
}

/** What became of the learner's pass when the exercise changed. Nothing is said where nobody can tell. */
export async function fetchPass(exercise: string): Promise<PassAnswer> {
  try {
    const response = await fetch(`/api/exercises/${exercise}/pass`, { headers: JSON_ONLY })
    return response.ok ? PassAnswer.parse(await response.json()) : { kind: 'none' }
  } catch {
    return { kind: 'none' }
  }
}

/** The worked answer, for who has passed or given up. */
export async function fetchSolution(exercise: string): Promise<string> {
  const response = await fetch(`/api/exercises/${exercise}/solution`, { headers: JSON_ONLY })
  return solutionOf(response)
}

/** Notes that the learner gave up, and brings the worked answer. */
export async function giveUp(exercise: string): Promise<string> {
  return solutionOf(await inTurn(() => send('POST', `/api/exercises/${exercise}/give-up`, {})))
}

async function solutionOf(response: Response): Promise<string> {
  if (!response.ok) throw new Error(await describeRefusal(response))
  return SolutionAnswer.parse(await response.json()).solution
}

const JSON_ONLY = { accept: 'application/json' }

function send(method: 'PUT' | 'POST', path: string, body: unknown): Promise<Response> {
  const headers = { ...JSON_ONLY, 'content-type': 'application/json' }
  return fetch(path, { method, headers, body: JSON.stringify(body), keepalive: method === 'PUT' })
}
