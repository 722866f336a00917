/**
 * Whether a request that writes comes from a page of ours, or from no page at all (a command line, a script).
 *
 * Browsers send Sec-Fetch-Site to https and localhost, and Origin with every POST, PUT and DELETE. The Host header is
 * compared, not the request's URL: behind Next that is always localhost.
 *
 * @param trusted  origins that are ours beside the one that was asked, as where a proxy changes Host
 */
export function isSameOrigin(headers: Headers, trusted: readonly string[] = []): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  if (origin === null) return true
  return trusted.includes(origin) || originsOf(headers).includes(origin)
}

/** Origins that the address which a request was sent to may have. */
export function originsOf(headers: Headers): string[] {
  const host = headers.get('host')
  return host ? [`http://${host}`, `https://${host}`] : []
}

/** Origins named in the environment: BETTER_AUTH_URL, and TRUSTED_ORIGINS with commas between. */
export function trustedOrigins(env: Readonly<Record<string, string | undefined>>): string[] {
  return [env.BETTER_AUTH_URL, ...(env.TRUSTED_ORIGINS ?? '').split(',')].flatMap((it) =>
    it?.trim() ? [it.trim()] : [],
  )
}
