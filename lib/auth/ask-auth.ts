import 'server-only'
import type { Auth } from './auth.ts'

interface Question {
  /** Its URL and headers are passed to better-auth. */
  readonly request: Request
  /** Undefined for a request without a body. */
  readonly body: object | undefined
  /** A cookie that better-auth must not see. */
  readonly hiddenCookie?: string | undefined
}

/**
 * Lets better-auth answer a request and makes its response safe: never cached, and without session tokens except in
 * cookies. A refusal sets no cookie and also has the fields of our API’s errors.
 */
export async function askAuth(auth: Auth, { request, body, hiddenCookie }: Question): Promise<Response> {
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  if (hiddenCookie !== undefined) headers.set('cookie', removeCookie(headers.get('cookie') ?? '', hiddenCookie))
  if (body !== undefined) headers.set('content-type', 'application/json')
  const init: RequestInit = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
  const response = await auth.handler(new Request(request.url, init))
  const content: unknown = await response.json().catch(() => null)
  const safe = new Headers({ 'cache-control': 'no-store' })
  if (!response.ok)
    return Response.json(describeFailure(response.status, content), { status: response.status, headers: safe })
  for (const cookie of response.headers.getSetCookie()) safe.append('set-cookie', cookie)
  return Response.json(removeTokens(content), { status: response.status, headers: safe })
}

const removeCookie = (cookies: string, name: string): string =>
  cookies
    .split(';')
    .filter((pair) => pair.split('=')[0]?.trim() !== name)
    .join(';')

/** Removes session tokens: the cookie is hidden from scripts, so its token must not be readable elsewhere. */
function removeTokens(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(removeTokens)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (key === 'token' ? [] : [[key, removeTokens(inner)]])),
  )
}

/** @param content  what better-auth answered: a code in capitals, and a message in English */
function describeFailure(status: number, content: unknown) {
  const { code, message } = Object(content) as { readonly code?: unknown; readonly message?: unknown }
  const isOurs = status >= 500 || typeof code !== 'string' || typeof message !== 'string'
  const reason = isOurs ? 'Something broke on the server. This is our bug, not yours. Try again in a moment.' : message
  const name = isOurs ? 'OUR_FAULT' : code
  return { error: name.toLowerCase().replaceAll('_', '-'), reason, code: name, message: reason }
}
