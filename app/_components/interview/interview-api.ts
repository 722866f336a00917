import {
  ActionAnswer,
  type InterviewAction,
  InterviewBegun,
  type InterviewBody,
  type InterviewDraft,
} from '#app/api/_contract/interview.ts'
import { inTurn } from '../sandbox/in-turn.ts'
import { describeRefusal } from '../ui/describe-refusal.ts'

// What the pages of an interview ask of the server. Requests that write go one after the other.

/** A server that says nothing for so long counts as away. */
const SILENCE = 15_000

export type Sent =
  | ({ readonly kind: 'taken' } & ActionAnswer)
  /** No line, or a server in trouble: it is sent again. */
  | { readonly kind: 'unreachable' }
  /** Sending the same again would give the same. */
  | { readonly kind: 'refused'; readonly reason: string }

/** Sends what the learner did. The same id sent again is the same. */
export async function sendAction(interview: string, action: InterviewAction): Promise<Sent> {
  try {
    const response = await inTurn(() => send('POST', `/api/interviews/${interview}/events`, action))
    if (response.ok) return { kind: 'taken', ...ActionAnswer.parse(await response.json()) }
    if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' }
    return { kind: 'refused', reason: await describeRefusal(response) }
  } catch {
    return { kind: 'unreachable' }
  }
}

/** Gives the server a copy of the answer that is being written. It may fail: the next one says it all again. */
export async function sendInterviewDraft(interview: string, draft: InterviewDraft): Promise<boolean> {
  try {
    return (await inTurn(() => send('PUT', `/api/interviews/${interview}/draft`, draft))).ok
  } catch {
    return false
  }
}

/** The same while the page goes: not in turn, as there is no time to wait. The learner is known by now. */
export function sendLastDraft(interview: string, draft: InterviewDraft): void {
  void send('PUT', `/api/interviews/${interview}/draft`, draft).catch(() => undefined)
}

/**
 * Begins an interview.
 *
 * @throws Error with a sentence for the learner
 */
export async function beginInterview(body: InterviewBody): Promise<InterviewBegun> {
  const response = await inTurn(() => send('POST', '/api/interviews', body)).catch(() => {
    throw new Error('The server does not answer. What you chose is still here: try again in a moment.')
  })
  if (!response.ok) throw new Error(await describeRefusal(response))
  return InterviewBegun.parse(await response.json())
}

function send(method: 'PUT' | 'POST', path: string, body: unknown): Promise<Response> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  return fetch(path, {
    method,
    headers,
    body: JSON.stringify(body),
    keepalive: method === 'PUT',
    signal: AbortSignal.timeout(SILENCE),
  })
}
