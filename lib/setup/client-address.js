// Which address a request came from. Plain JavaScript: it runs in the server's preload, before anything is compiled.
import { isIP, isIPv4, isIPv6, SocketAddress } from 'node:net'

/** What stands for an address that nobody knows, as on a Unix socket. */
const UNKNOWN = 'unknown'

/**
 * The address that limits count by: an IPv4 address as it is, an IPv6 address without the half that a device chooses
 * for itself (its /64 network). Loopback stays whole.
 *
 * @param {string | undefined} address
 * @returns {string | undefined} undefined where it is not an address
 */
export function normalizeAddress(address) {
  const bare = (address ?? '').trim().replace(/%.*$/, '') // a zone, as in fe80::1%eth0, says nothing to others
  if (isIPv4(bare)) return bare
  if (!isIPv6(bare)) return undefined
  const groups = expandGroups(bare)
  const [high, low] = [groups[6] ?? 0, groups[7] ?? 0]
  // an IPv4 address as an IPv6 socket tells it
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff)
    return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  if (groups.slice(0, 7).every((group) => group === 0) && low === 1) return '::1'
  const network = groups.slice(0, 4).map((group) => group.toString(16))
  return new SocketAddress({ family: 'ipv6', address: `${network.join(':')}::` }).address
}

/**
 * The eight groups of an IPv6 address.
 *
 * @param {string} address  a valid one
 */
function expandGroups(address) {
  const hex = address.replace(
    /(\d+)\.(\d+)\.(\d+)\.(\d+)$/,
    (_, a, b, c, d) => `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`,
  )
  const [left = '', right] = hex.split('::')
  const parse = (/** @type {string} */ text) =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
  if (right === undefined) return parse(left)
  const [before, after] = [parse(left), parse(right)]
  return [...before, ...Array(8 - before.length - after.length).fill(0), ...after]
}

/**
 * The one address that a request is counted under.
 *
 * Each proxy appends the address that it was called from, so the right end of the header is what proxies wrote, and the
 * rest is whatever the client sent.
 *
 * @param {string | undefined} socketAddress  who is connected to us
 * @param {string | undefined} forwardedFor  the header X-Forwarded-For
 * @param {number} trustedHops  how many proxies of ours stand before the server
 */
export function resolveClientAddress(socketAddress, forwardedFor, trustedHops) {
  const direct = normalizeAddress(socketAddress) ?? UNKNOWN
  if (trustedHops === 0) return direct
  return normalizeAddress(withoutPort((forwardedFor ?? '').split(',').at(-trustedHops) ?? '')) ?? direct
}

/** An address without the port that some proxies add. @param {string} text */
function withoutPort(text) {
  const address = text.trim()
  if (isIP(address)) return address
  return /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? ''
}

/**
 * What a list of proxies says of the learner's side, as X-Forwarded-Proto does: the value of the outermost trusted one.
 * A proxy may also replace the whole list by one value.
 *
 * @param {string | undefined} header
 * @param {number} trustedHops  at least 1
 */
export function pickForwardedValue(header, trustedHops) {
  const values = (header ?? '').split(',').map((value) => value.trim())
  return values[Math.max(0, values.length - trustedHops)] || undefined
}
