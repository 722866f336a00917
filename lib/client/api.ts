import type { z } from 'zod'
import { REQUEST_TIMEOUT_MS, readRetryAfter } from './backoff.ts'
import { settleLearner } from './browser-learner.ts'
import { LEARNER_HEADER, type LearnerId } from './learner.ts'
import { takeWriteTurn } from './write-turn.ts'

/** Why a request got no usable response. `reason` is a sentence for the learner. */
export type ApiFailure =
  /** No connection, no answer in time, or a server in trouble: sending the same again later may work. */
  | { readonly kind: 'unreachable'; readonly reason: string; readonly retryAfterMs?: number }
  /** The server asks to wait, or can't save for a reason of its own, such as a full disk. */
  | { readonly kind: 'busy'; readonly reason: string; readonly retryAfterMs?: number }
  | { readonly kind: 'signed-out'; readonly reason: string }
  /** The session is another learner's. */
  | { readonly kind: 'other-learner'; readonly reason: string }
  /** Sending the same again would give the same. */
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string }

/** The result of a request. */
export type ApiResult<T> = { readonly kind: 'ok'; readonly value: T; readonly retryAfterMs?: number } | ApiFailure

interface RequestOptions {
  /** Whose request it is; this page's learner unless it is given. */
  readonly learner?: LearnerId
  readonly timeoutMs?: number
}

interface WriteOptions extends RequestOptions {
  /** Doesn’t wait for earlier writes, because the page is being closed. Only for a learner whom the server knows. */
  readonly isLast?: boolean
}

/** Reads something from our server. Never rejects. */
export const read = <T>(path: string, schema: z.ZodType<T>, options: RequestOptions = {}): Promise<ApiResult<T>> =>
  request({ path, method: 'GET' }, schema, options)

/**
 * Sends something to our server, after the writes before it. Never rejects.
 *
 * @param body  sent as JSON; a body of up to 64 KiB is still sent after the page is closed
 */
export function write<T>(
  method: 'POST' | 'PUT',
  path: string,
  body: unknown,
  schema: z.ZodType<T>,
  options: WriteOptions = {},
): Promise<ApiResult<T>> {
  const send = () => request({ path, method, body: JSON.stringify(body) }, schema, options)
  return options.isLast ? send() : takeWriteTurn(send)
}

/** A failure as an error, for code that awaits a value. */
export class ApiError extends Error {
  readonly failure: ApiFailure
  constructor(failure: ApiFailure) {
    super(failure.reason)
    this.name = 'ApiError'
    this.failure = failure
  }
}

/**
 * Returns the value of a result.
 *
 * @throws ApiError with the reason for the learner
 */
export async function requireValue<T>(result: Promise<ApiResult<T>>): Promise<T> {
  const settled = await result
  if (settled.kind === 'ok') return settled.value
  throw new ApiError(settled)
}

interface ApiRequest {
  readonly path: string
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly body?: string
}

/** Browsers refuse to keep a larger request alive when its page ends. */
const MAX_KEEPALIVE_LENGTH = 20_000

async function request<T>(
  { path, method, body }: ApiRequest,
  schema: z.ZodType<T>,
  { learner, timeoutMs = REQUEST_TIMEOUT_MS }: RequestOptions,
): Promise<ApiResult<T>> {
  try {
    const headers: Record<string, string> = {
      accept: 'application/json',
      [LEARNER_HEADER]: learner ?? (await settleLearner()),
    }
    if (body !== undefined) headers['content-type'] = 'application/json'
    const response = await fetch(path, {
      method,
      headers,
      signal: AbortSignal.timeout(timeoutMs),
      ...(body !== undefined && { body, keepalive: body.length <= MAX_KEEPALIVE_LENGTH }),
    })
    const parsed: unknown = await response.json().catch(() => undefined)
    return readResult(response.status, parsed, response.headers.get('retry-after'), schema)
  } catch {
    return UNREACHABLE
  }
}

const UNREACHABLE: ApiFailure = { kind: 'unreachable', reason: 'We can’t reach the server. Check your connection.' }

/**
 * Reads a response of the server.
 *
 * @param retryAfter  the header of that name, in seconds
 */
export function readResult<T>(
  status: number,
  body: unknown,
  retryAfter: string | null,
  schema: z.ZodType<T>,
): ApiResult<T> {
  const retryAfterMs = readRetryAfter(retryAfter)
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs }
  if (status >= 200 && status < 300) {
    const parsed = schema.safeParse(body)
    // not from our server, but from a network’s sign-in page or a proxy
    return parsed.success ? { kind: 'ok', value: parsed.data, ...wait } : { ...UNREACHABLE, ...wait }
  }
  const error = readError(body)
  const reason = error.reason ?? `The server returned error ${status}. Try again in a moment.`
  // our server responds and says why it can’t save
  const isBusy = status === 429 || ((status === 503 || status === 507) && error.reason !== undefined)
  if (isBusy) return { kind: 'busy', reason, ...wait }
  if (status >= 500 || status === 408 || status === 425) return { kind: 'unreachable', reason, ...wait }
  // our server always gives a reason: this comes from a network’s sign-in page or a proxy, which pass later
  const isOurs = error.code !== undefined && error.reason !== undefined
  if (!isOurs && status !== TOO_LARGE) return { ...UNREACHABLE, ...wait }
  if (status === 401) return { kind: 'signed-out', reason }
  if (status === 409 && error.code === 'other-learner') return { kind: 'other-learner', reason }
  return { kind: 'refused', status, reason }
}

/** A proxy’s refusal of a body that it would refuse again. */
const TOO_LARGE = 413

function readError(body: unknown): { readonly code?: string; readonly reason?: string } {
  if (typeof body !== 'object' || body === null) return {}
  const { error, reason } = Object.fromEntries(Object.entries(body))
  return { ...(typeof error === 'string' && { code: error }), ...(typeof reason === 'string' && { reason }) }
}
