import { ErrorAnswer } from '#app/api/_contract/error.ts'
import { SubmissionAnswer } from '#app/api/_contract/submission.ts'
import type { Verdict } from '#lib/grading/verdict.ts'

/** A submission that waits on this device until the server has answered it. */
export interface Waiting {
  /** Made here, once: sent again with the same id, it is the same submission. */
  readonly id: string
  readonly exercise: string
  readonly source: string
  readonly tries: number
  /** Milliseconds since 1970; not sent before. */
  readonly notBefore: number
}

/** What sending gave. */
export type Answer =
  | { readonly kind: 'judged'; readonly verdict: Verdict }
  /** The server is there and could not grade: our fault, unless it gave a reason. */
  | { readonly kind: 'not-graded'; readonly retryAfter?: number; readonly reason?: string }
  /** No line, or a server in trouble. */
  | { readonly kind: 'unreachable'; readonly retryAfter?: number; readonly reason?: string }
  /** The session has ended: it stays here, so that the learner can sign in before it is sent again. */
  | { readonly kind: 'signed-out'; readonly message: string }
  /** Sending the same again would give the same. */
  | { readonly kind: 'refused'; readonly message: string }

/** What an outbox does with one of its submissions after an answer. */
export type Next = { readonly kind: 'keep'; readonly waiting: Waiting } | { readonly kind: 'drop' }

/** Reads the server's answer to a submission. */
export function readAnswer(status: number, body: unknown, retryAfter?: number): Answer {
  const later = retryAfter === undefined ? {} : { retryAfter }
  if (status >= 200 && status < 300) {
    const answered = SubmissionAnswer.safeParse(body)
    if (!answered.success) return { kind: 'not-graded', ...later }
    const { verdict } = answered.data
    return verdict.outcome === 'not-graded' ? { kind: 'not-graded', ...later } : { kind: 'judged', verdict }
  }
  if (status >= 500) {
    const answered = SubmissionAnswer.safeParse(body)
    if (answered.success) return { kind: 'not-graded', ...later }
    return { kind: 'unreachable', ...later, ...(WITH_REASON.has(status) && readReason(body)) }
  }
  if (status === 429) return { kind: 'not-graded', ...later, ...readReason(body) }
  if (status === 408 || status === 425) return { kind: 'unreachable', ...later }
  if (status === 401) return { kind: 'signed-out', message: reason(status, body) }
  return { kind: 'refused', message: reason(status, body) }
}

/** Keeps a submission that has no verdict yet, for a later moment each time; drops one that is settled. */
export function afterAnswer(waiting: Waiting, answer: Answer, now: number): Next {
  if (answer.kind === 'judged' || answer.kind === 'refused') return { kind: 'drop' }
  const tries = waiting.tries + 1
  const wait =
    answer.kind === 'signed-out' ? SIGN_IN_WAIT_MS : Math.max(backoff(tries), (answer.retryAfter ?? 0) * 1000)
  return { kind: 'keep', waiting: { ...waiting, tries, notBefore: now + wait } }
}

/** Long enough to read that one is signed out, and to sign in. */
const SIGN_IN_WAIT_MS = 60_000

/** 2, 4, 8 … seconds, two minutes at most. */
export function backoff(tries: number): number {
  return Math.min(2 ** Math.max(1, tries), 120) * 1000
}

/** The server is there, and says why it can't save. */
const WITH_REASON: ReadonlySet<number> = new Set([503, 507])

/** The server's own sentence. */
function readReason(body: unknown): { readonly reason?: string } {
  const refused = ErrorAnswer.safeParse(body)
  return refused.success ? { reason: refused.data.reason } : {}
}

function reason(status: number, body: unknown): string {
  const refused = ErrorAnswer.safeParse(body)
  return refused.success ? refused.data.reason : `The server refused this answer (${status}). It stays in the editor.`
}
