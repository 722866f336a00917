import { readClientAddress } from './client-address.ts'
import { isLoopback } from './same-origin.ts'

/**
 * Whether a request comes from this machine, and was sent to it by a name of its own: a page of another site that made
 * its name lead here is in a browser of this machine too.
 */
export function isFromThisMachine(headers: Headers): boolean {
  const address = readClientAddress(headers)
  const host = `http://${headers.get('host') ?? ''}`
  if (!URL.canParse(host)) return false
  return isLoopback(address === '::1' ? '[::1]' : address) && isLoopback(new URL(host).hostname)
}
