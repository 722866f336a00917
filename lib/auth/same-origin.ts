import { isIP } from 'node:net'

/** The environment, in which BETTER_AUTH_URL and TRUSTED_ORIGINS give the addresses of the course. */
export type AddressEnv = Readonly<Record<string, string | undefined>>

/** The origins in BETTER_AUTH_URL and TRUSTED_ORIGINS (separated by commas), as browsers write them. */
export function getKnownOrigins(env: AddressEnv): string[] {
  return [env.BETTER_AUTH_URL ?? '', ...(env.TRUSTED_ORIGINS ?? '').split(',')]
    .map((address) => address.trim())
    .flatMap((address) => (URL.canParse(address) ? [new URL(address).origin] : []))
}

/**
 * Whether an origin is this server’s own.
 *
 * Besides the known origins, this includes the address in the Host header, unless it is a name: anyone can point a name
 * of theirs at this server (DNS rebinding), but not an IP address or localhost.
 */
export function isOwnOrigin(origin: string, host: string | null, env: AddressEnv): boolean {
  const url = parseUrl(origin)
  if (!url) return false
  return getKnownOrigins(env).includes(url.origin) || (isUnnamed(url.hostname) && isSentTo(url, host))
}

/** Whether a Host header names a known address, or one that nobody else can point at this server. */
export function isOwnHost(host: string, env: AddressEnv): boolean {
  const url = parseUrl(`http://${host}`)
  if (!url) return false
  return isUnnamed(url.hostname) || getKnownOrigins(env).some((origin) => isSentTo(new URL(origin), host))
}

/** Lists the origins that may send a request with these headers, for better-auth, which compares strings. */
export function listOwnOrigins(headers: Headers | undefined, env: AddressEnv): string[] {
  const origin = headers?.get('origin')
  const isOwn = origin && isOwnOrigin(origin, headers?.get('host') ?? null, env)
  return isOwn ? [...getKnownOrigins(env), origin] : getKnownOrigins(env)
}

/** Whether a host name means this machine itself. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(\.\d+){3}$/.test(hostname)

/** Whether a host needs no DNS entry: an IP address or localhost. */
const isUnnamed = (hostname: string): boolean => isLoopback(hostname) || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0

/** Whether a Host header names the host and port of a URL. The default port may be left out. */
const isSentTo = (url: URL, host: string | null): boolean =>
  host !== null && parseUrl(`${url.protocol}//${host}`)?.host === url.host

/** Parses a URL that has only a scheme, host and port; undefined for any other text. */
function parseUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/` ? url : undefined
}
