// Every request passes here before Next sees it (server-preload.js).

import { Server } from 'node:http'
import { pickForwardedValue, resolveClientAddress } from './client-address.js'
import { describeRefusal } from './request-refusal.js'
import { readTrustedHops } from './trust-proxy.js'

/** Next matches it with a regular expression whose time is quadratic. Real ones have about 150 characters. */
const MAX_USER_AGENT_CHARS = 512
const YEAR_S = 365 * 24 * 60 * 60

/** Headers in which a client could claim a different address. We remove them, so that no code can ever trust them. */
const ADDRESS_CLAIMS = new Set([
  'cf-connecting-ip',
  'client-ip',
  'fastly-client-ip',
  'fly-client-ip',
  'forwarded',
  'forwarded-for',
  'true-client-ip',
  'x-appengine-user-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'x-forwarded',
  'x-real-ip',
])
/** Headers in which only a trusted proxy may describe the address that the learner opened. */
const FORWARDED_NAMES = ['x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto']

/**
 * Truncates, replaces and removes headers that the rest of the server must not see as the client sent them.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {number} trustedHops how many of our proxies are in front of the server
 */
export function rewriteHeaders(request, trustedHops) {
  const { headers } = request
  /** @type {Record<string, string | undefined>} */
  const replaced = {
    'user-agent': headers['user-agent']?.slice(0, MAX_USER_AGENT_CHARS),
    'x-forwarded-for': resolveClientAddress(
      request.socket.remoteAddress,
      joinValues(headers['x-forwarded-for']),
      trustedHops,
    ),
  }
  for (const name of ADDRESS_CLAIMS) replaced[name] = undefined
  for (const name of FORWARDED_NAMES)
    replaced[name] = trustedHops > 0 ? pickForwardedValue(joinValues(headers[name]), trustedHops) : undefined
  const protocol = replaced['x-forwarded-proto']?.toLowerCase()
  replaced['x-forwarded-proto'] = protocol === 'https' || protocol === 'http' ? protocol : undefined
  replaceHeaders(request, replaced)
}

/** @param {string | string[] | undefined} value */
const joinValues = (value) => (Array.isArray(value) ? value.join(',') : value)

/**
 * Replaces headers, both parsed (`headers`) and raw (`rawHeaders`). Removes those whose value is undefined.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {Record<string, string | undefined>} replaced  by names in lower case
 */
function replaceHeaders(request, replaced) {
  const { headers, rawHeaders } = request
  const raw = []
  for (let i = 0; i < rawHeaders.length; i += 2)
    if (!((rawHeaders[i] ?? '').toLowerCase() in replaced)) raw.push(rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '')
  for (const [name, value] of Object.entries(replaced)) {
    if (value === undefined) delete headers[name]
    else {
      headers[name] = value
      raw.push(name, value)
    }
  }
  request.rawHeaders = raw
}

/**
 * Whether the learner’s connection is https, according to the public address or a trusted proxy.
 *
 * @param {import('node:http').IncomingMessage} request  with its headers rewritten
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export const isSecure = (request, env) =>
  request.headers['x-forwarded-proto'] === 'https' || /^https:/i.test(env.BETTER_AUTH_URL ?? '')

/**
 * Makes every request to this process’s servers pass through the guard first.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export function guardRequests(env) {
  const trustedHops = readTrustedHops(env)
  const isDevelopment = env.NODE_ENV === 'development'
  const emit = Server.prototype.emit
  /** @type {(this: Server, event: string | symbol, ...args: any[]) => boolean} */
  Server.prototype.emit = function (event, ...args) {
    if (event === 'request' || event === 'checkContinue' || event === 'checkExpectation') {
      const [request, response] = args
      rewriteHeaders(request, trustedHops)
      if (isSecure(request, env)) response.setHeader('Strict-Transport-Security', `max-age=${YEAR_S}`)
      const refusal = describeRefusal(request, { isDevelopment })
      if (refusal) return refuse(response, refusal)
      joinChunks(request)
    } else if (event === 'upgrade') {
      const [request, socket] = args
      rewriteHeaders(request, trustedHops)
      // production uses no other protocols, and Next would keep some of these connections open forever
      if (!isDevelopment || describeRefusal(request, { isDevelopment })) {
        socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
        return true
      }
    }
    return emit.call(this, event, ...args)
  }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {import('./request-refusal.js').RequestRefusal} refusal
 */
function refuse(response, { status, reason, headers }) {
  response.writeHead(status, {
    ...headers,
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    Connection: 'close', // the rest of the body is not read
  })
  response.end(`${reason}\n`)
  return true
}

/** At most this many chunks in a body: 32 bytes each in the largest one that the server reads. Proxies send kilobytes in one. */
const MAX_CHUNKS = 4096

/**
 * Passes a body on in at most as many pieces as there were reads of the socket.
 *
 * With `Transfer-Encoding: chunked` a client chooses the pieces, down to a byte each. Node delivers each piece to the
 * reader of the body, and Next copies them one by one: 128 KiB in pieces of one byte keep the process busy for seconds.
 * Parsing that many takes a tenth of a second too, so the connection is closed after `MAX_CHUNKS`.
 *
 * @param {import('node:http').IncomingMessage} request  before any of its body has been read
 */
function joinChunks(request) {
  if (request.headers['transfer-encoding'] === undefined) return
  const push = request.push.bind(request)
  /** Chunks of the current read. @type {Buffer[]} */
  let chunks = []
  let bytes = 0
  let count = 0
  const pass = () => {
    if (bytes === 0 || request.destroyed) return
    const joined = Buffer.concat(chunks)
    chunks = []
    bytes = 0
    push(joined)
  }
  request.push = (chunk) => {
    if (chunk === null) {
      pass()
      return push(null)
    }
    if (request.destroyed) return false
    if (++count > MAX_CHUNKS) {
      request.destroy()
      return false
    }
    if (bytes === 0) setImmediate(pass) // not nextTick, which would run after each chunk
    chunks.push(chunk)
    bytes += chunk.length
    return request.readableLength + bytes < request.readableHighWaterMark
  }
}
