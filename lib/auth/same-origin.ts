import { isIP } from 'node:net'

/** The environment, of which BETTER_AUTH_URL and TRUSTED_ORIGINS say where learners find the course. */
export type AddressEnv = Readonly<Record<string, string | undefined>>

/** Origins that the environment names: BETTER_AUTH_URL, and TRUSTED_ORIGINS with commas between. As browsers write them. */
export function getKnownOrigins(env: AddressEnv): string[] {
  return [env.BETTER_AUTH_URL ?? '', ...(env.TRUSTED_ORIGINS ?? '').split(',')]
    .map((address) => address.trim())
    .flatMap((address) => (URL.canParse(address) ? [new URL(address).origin] : []))
}

/**
 * Whether pages of an origin are this server's own.
 *
 * Beside the known ones it is what the request was sent to, as the Host header says, unless that is a name: anybody can
 * make a name of theirs lead here (DNS rebinding), but not an IP address or localhost.
 */
export function isOwnOrigin(origin: string, host: string | null, env: AddressEnv): boolean {
  const url = parseUrl(origin)
  if (!url) return false
  return getKnownOrigins(env).includes(url.origin) || (isUnnamed(url.hostname) && isSentTo(url, host))
}

/** Whether a Host header is of an address that this server has, or that nobody else can lead here. */
export function isOwnHost(host: string, env: AddressEnv): boolean {
  const url = parseUrl(`http://${host}`)
  if (!url) return false
  return isUnnamed(url.hostname) || getKnownOrigins(env).some((origin) => isSentTo(new URL(origin), host))
}

/** The origins that may write with a request of these headers, for better-auth, which compares texts. */
export function listOwnOrigins(headers: Headers | undefined, env: AddressEnv): string[] {
  const origin = headers?.get('origin')
  const isOwn = origin && isOwnOrigin(origin, headers?.get('host') ?? null, env)
  return isOwn ? [...getKnownOrigins(env), origin] : getKnownOrigins(env)
}

/** Whether a host is this machine itself, as seen from it. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(\.\d+){3}$/.test(hostname)

/** Whether a host is named by no DNS entry. */
const isUnnamed = (hostname: string): boolean => isLoopback(hostname) || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0

/** Whether a Host header names the host and port of an address, whose default port may be left out. */
const isSentTo = (url: URL, host: string | null): boolean =>
  host !== null && parseUrl(`${url.protocol}//${host}`)?.host === url.host

/** An address of the web, with nothing but scheme, host and port. */
function parseUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/` ? url : undefined
}
