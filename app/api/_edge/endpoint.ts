import 'server-only'
import { readClientAddress } from '#lib/auth/client-address.ts'
import { SignedOutError } from '#lib/auth/signed-out-error.ts'
import { describeWriteRefusal, type WriteRefusal } from '#lib/auth/write-refusal.ts'
import { isTransactionTimeout } from '#lib/learner/database.ts'
import { LearnerNotFoundError } from '#lib/learner/learner.ts'
import { isStorageError, StorageError } from '#lib/learner/storage-error.ts'
import { type StorageWatch, watchStorage } from '#lib/learner/storage-watch.ts'
import { logSecurityEvent } from '#lib/log/security-log.ts'
import { createStorageRefusal, HttpError } from './http-error.ts'

/** What Next calls: `P` are the parts of the address that a folder in [brackets] names. */
type Route<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>

/** A handler that only reads. What it throws becomes JSON with a reason. */
export function readHandler<P>(handler: (request: Request, params: P) => Promise<Response>): Route<P> {
  return async (request, { params }) => {
    const watch: StorageWatch = {}
    try {
      const response = await watchStorage(watch, async () => handler(request, await params))
      // better-auth turns database errors into refusals that blame the learner
      return response.ok || !watch.error ? response : toErrorResponse(watch.error, request)
    } catch (error) {
      return toErrorResponse(watch.error ?? error, request)
    }
  }
}

/**
 * A handler that writes. Refuses requests from other sites’ pages, or to addresses that are not ours, before it runs.
 */
export function writeHandler<P>(handler: (request: Request, params: P) => Promise<Response>): Route<P> {
  return readHandler(async (request, params) => {
    const refusal = describeWriteRefusal(request.headers, process.env)
    if (refusal) {
      logMisdirected(refusal)
      throw new HttpError(403, refusal.code, refusal.reason)
    }
    return handler(request, params)
  })
}

const MAX_MISDIRECTED_LINES = 20

/** Tells the operator, once per reason, that learners use an address where nothing can be saved. */
function logMisdirected({ code, reason }: WriteRefusal): void {
  if (code === 'cross-site') return
  globalForMisdirected.misdirected ??= new Set()
  const logged = globalForMisdirected.misdirected
  if (logged.has(reason) || logged.size >= MAX_MISDIRECTED_LINES) return
  logged.add(reason)
  const setting = process.env.BETTER_AUTH_URL ?? ''
  console.warn(`Refused a write (${code}): ${reason} BETTER_AUTH_URL is ${setting || 'not set'}.`)
}
/** On globalThis, because Next bundles this file into several routes. */
const globalForMisdirected = globalThis as typeof globalThis & { misdirected?: Set<string> }

/** The answer with the cookies that a session asks for. Answers to learners are theirs alone and never cached. */
export function jsonResponse(
  body: object,
  {
    status = 200,
    cookies = [],
    headers = {},
  }: {
    readonly status?: number
    readonly cookies?: readonly string[]
    readonly headers?: Readonly<Record<string, string>>
  } = {},
): Response {
  const response = Response.json(body, { status, headers: { ...headers, 'cache-control': 'no-store' } })
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}

function toErrorResponse(error: unknown, request: Request): Response {
  const refusal = toHttpError(error)
  logRefusal(request, refusal)
  const headers = { ...refusal.headers, 'cache-control': 'no-store' }
  return Response.json({ error: refusal.code, reason: refusal.message }, { status: refusal.status, headers })
}

/** Statuses that our own pages don't cause in normal use. */
const LOGGED_STATUSES: ReadonlySet<number> = new Set([400, 401, 403, 413, 415, 429])

/** Logs a refused request, if its status is one that an operator may want to know about. */
export function logRefusal(request: Request, { status, code }: Pick<HttpError, 'status' | 'code'>): void {
  if (!LOGGED_STATUSES.has(status)) return
  const route = `${request.method} ${new URL(request.url).pathname}`
  const client = readClientAddress(request.headers)
  logSecurityEvent({ event: 'request-refused', client, route, status, reason: code })
}

function toHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error
  // an account has adopted the guest a moment ago: the browser has its cookie when it sends the same again
  if (error instanceof LearnerNotFoundError)
    return new HttpError(503, error.code, error.message, { 'retry-after': '1' })
  if (error instanceof SignedOutError)
    return new HttpError(401, error.code, error.message, { 'set-cookie': error.cookie })
  if (isStorageError(error)) return createStorageRefusal(error)
  if (isTransactionTimeout(error)) return createStorageRefusal(new StorageError('busy', error))
  console.error(error)
  return new HttpError(500, 'our-fault', 'Something broke on the server. Nothing that was saved is lost; try again.')
}
