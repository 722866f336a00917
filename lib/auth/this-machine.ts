import { readClientAddress } from './client-address.ts'
import { isLoopback } from './same-origin.ts'

/**
 * Whether a request comes from this machine and was sent to localhost or a loopback address. The client address alone
 * is not enough: another site can point its name here, and its pages run in this machine’s browser too.
 */
export function isFromThisMachine(headers: Headers): boolean {
  const address = readClientAddress(headers)
  const host = `http://${headers.get('host') ?? ''}`
  if (!URL.canParse(host)) return false
  return isLoopback(address === '::1' ? '[::1]' : address) && isLoopback(new URL(host).hostname)
}
