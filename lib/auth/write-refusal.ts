import { type AddressEnv, getKnownOrigins, isLoopback, isOwnHost, isOwnOrigin } from './same-origin.ts'

/** Why a request may not write. */
export interface WriteRefusal {
  readonly code: 'cross-site' | 'unknown-address' | 'insecure-address'
  /** For the learner, and for whoever runs the server: what happened and what to do. */
  readonly reason: string
}

/**
 * Describes why a request may not write: it comes from another site’s page, or it was sent to an address that this
 * server doesn’t know as its own, or to one where no session can last. Undefined if it may write.
 *
 * Browsers send Sec-Fetch-Site to https and localhost, and Origin with every POST, PUT and DELETE. A request without
 * either comes from a command line or a script.
 */
export function describeWriteRefusal(headers: Headers, env: AddressEnv): WriteRefusal | undefined {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return CROSS_SITE
  const [origin, host] = [headers.get('origin'), headers.get('host')]
  if (origin === null) return host === null || isOwnHost(host, env) ? undefined : refuseUnknown(`http://${host}`)
  if (!isOwnOrigin(origin, host, env))
    return host !== null && isOfHost(origin, host) ? refuseUnknown(origin) : CROSS_SITE
  return refuseInsecure(new URL(origin), env)
}

const CROSS_SITE: WriteRefusal = {
  code: 'cross-site',
  reason: 'This server accepts writes only from its own pages.',
}

const refuseUnknown = (origin: string): WriteRefusal => ({
  code: 'unknown-address',
  reason:
    `The course doesn’t know the address ${replaceControls(origin.slice(0, 200))}, so it saves nothing from there. Open the address that ` +
    'you were given. If you run the server, start it with BETTER_AUTH_URL set to the address that learners open.',
})

/** Replaces control characters in a header, which could end a line of the log or color the terminal. */
const replaceControls = (header: string): string => header.replaceAll(/\p{Cc}/gu, '\ufffd')

/** If the public address is https, our cookies are `Secure`, and a browser drops them at an http address. */
function refuseInsecure(origin: URL, env: AddressEnv): WriteRefusal | undefined {
  const address = getSecureAddress(env)
  if (address === undefined || origin.protocol === 'https:' || isLoopback(origin.hostname)) return undefined
  return {
    code: 'insecure-address',
    reason: `${origin.origin} can’t keep you signed in, so nothing is saved from there. Open ${address} instead.`,
  }
}

/** The public address if it is https: sessions then last only at https addresses. */
export function getSecureAddress(env: AddressEnv): string | undefined {
  const [address] = getKnownOrigins({ BETTER_AUTH_URL: env.BETTER_AUTH_URL })
  return address?.startsWith('https:') ? address : undefined
}

const isOfHost = (origin: string, host: string): boolean => origin === `http://${host}` || origin === `https://${host}`
