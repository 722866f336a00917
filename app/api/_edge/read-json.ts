import type { z } from 'zod'
import { HttpError } from './http-error.ts'

/** Bytes of a request's body at most. */
export const BODY_LIMIT = 128 * 1024
/** An answer says what is wrong, and is not larger than what it answers. */
const MAX_REASONS = 10
const MAX_REASON_CHARACTERS = 1000

/**
 * A request's body as its schema reads it. It is read piece by piece and given up as soon as it is too large.
 *
 * @throws HttpError 415 when it is not JSON by its type, 413 when it is too large, 400 when it does not fit the schema
 */
export async function readJson<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  if (request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() !== 'application/json')
    throw new HttpError(415, 'not-json', 'Send JSON: the header Content-Type must be application/json.')
  const parsed = schema.safeParse(parse(await readText(request)))
  if (parsed.success) return parsed.data
  const reasons = parsed.error.issues
    .slice(0, MAX_REASONS)
    .map((issue) => (issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message))
  throw new HttpError(400, 'malformed', `Invalid request body: ${reasons.join('; ').slice(0, MAX_REASON_CHARACTERS)}.`)
}

/**
 * A request's body as text.
 *
 * @throws HttpError 413 when it is too large, 400 when it is no text
 */
export async function readText(request: Request): Promise<string> {
  const tooLarge = () => new HttpError(413, 'too-large', `The body is larger than ${BODY_LIMIT / 1024} KiB.`)
  if (Number(request.headers.get('content-length')) > BODY_LIMIT) throw tooLarge()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let bytes = 0
  try {
    for await (const piece of request.body ?? []) {
      bytes += piece.byteLength
      if (bytes > BODY_LIMIT) throw tooLarge()
      text += decoder.decode(piece, { stream: true })
    }
    return text + decoder.decode()
  } catch (error) {
    throw error instanceof HttpError ? error : new HttpError(400, 'malformed', 'The body is cut off or is not UTF-8.')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new HttpError(400, 'malformed', 'The body is not JSON.')
  }
}
