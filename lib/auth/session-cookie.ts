import type { Auth } from './auth.ts'

/** A cookie as the browser gets it. */
export interface CookieToSet {
  readonly name: string
  readonly value: string
  readonly path: string
  readonly maxAgeS: number
  readonly isSecure: boolean
}

/** Formats a `Set-Cookie` header. No script can read the cookie, and other sites' requests don't carry it. */
export function formatCookie({ name, value, path, maxAgeS, isSecure }: CookieToSet): string {
  return `${name}=${value}; Max-Age=${maxAgeS}; Path=${path}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
}

/** Reads the raw value of a cookie; undefined if it is missing or empty. */
export function readCookie(headers: Headers, name: string): string | undefined {
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const [key, ...value] = pair.split('=')
    if (key?.trim() === name) return value.join('=').trim() || undefined
  }
  return undefined
}

/** The session cookie of a request, whether its session exists or not. */
export interface SessionCookie {
  readonly name: string
  /** Raw: token and signature. */
  readonly value: string
  /** The session's token, unverified. */
  readonly token: string
  readonly isSecure: boolean
}

/** Reads the session cookie of a request; undefined if there is none. */
export async function readSessionCookie(headers: Headers, auth: Auth): Promise<SessionCookie | undefined> {
  const { name, attributes } = (await auth.$context).authCookies.sessionToken
  const value = readCookie(headers, name)
  if (value === undefined) return undefined
  const [token = ''] = decode(value).split('.')
  return { name, value, token, isSecure: attributes.secure === true }
}

/** Formats the header that deletes a cookie. */
export const formatEndOfCookie = ({ name, isSecure }: Pick<SessionCookie, 'name' | 'isSecure'>, path = '/'): string =>
  formatCookie({ name, value: '', path, maxAgeS: 0, isSecure })

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
