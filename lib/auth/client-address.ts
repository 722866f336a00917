/**
 * The address that a request came from, for limits per address: an IPv4 address, the /64 network of an IPv6 address, or
 * `unknown`.
 *
 * The header can be trusted because `lib/setup/guard-requests.js` sets it on every request before Next sees it.
 */
export function readClientAddress(headers: Headers): string {
  const [first] = (headers.get('x-forwarded-for') ?? '').split(',')
  return first?.trim() || 'unknown'
}
