// Finds the address that a request came from. Plain JavaScript, because it runs in the server’s preload, before
// anything is compiled.
import { isIP, isIPv4, isIPv6, SocketAddress } from 'node:net'

/** Used if the address isn’t known, as on a Unix socket. */
const UNKNOWN = 'unknown'

/**
 * The address that limits count by: an IPv4 address unchanged, an IPv6 address reduced to its /64 network, because
 * devices choose the other half themselves. The loopback address stays whole.
 *
 * @param {string | undefined} address
 * @returns {string | undefined} undefined if it isn’t an address
 */
export function normalizeAddress(address) {
  const bare = (address ?? '').trim().replace(/%.*$/, '') // a zone, as in fe80::1%eth0, means something only on its own machine
  if (isIPv4(bare)) return bare
  if (!isIPv6(bare)) return undefined
  const groups = expandGroups(bare)
  const [high, low] = [groups[6] ?? 0, groups[7] ?? 0]
  // an IPv4-mapped address, as an IPv6 socket reports it
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
 * Finds the one address that a request is counted under.
 *
 * Each proxy appends the address of its own client, so our proxies wrote the right end of the header, and the rest is
 * whatever the client sent.
 *
 * @param {string | undefined} socketAddress the address of whoever is connected to us
 * @param {string | undefined} forwardedFor  the header X-Forwarded-For
 * @param {number} trustedHops how many of our proxies are in front of the server
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
 * Picks the value that describes the learner’s connection from a list such as X-Forwarded-Proto: the one that the
 * outermost trusted proxy wrote. A proxy may also replace the whole list with one value.
 *
 * @param {string | undefined} header
 * @param {number} trustedHops  at least 1
 */
export function pickForwardedValue(header, trustedHops) {
  const values = (header ?? '').split(',').map((value) => value.trim())
  return values[Math.max(0, values.length - trustedHops)] || undefined
}
