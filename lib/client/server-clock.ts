/** A smaller difference may come from the duration of the request and says nothing about a clock. */
const MIN_OFFSET_MS = 5000

let offsetMs = 0

/**
 * Sets the server’s time, in milliseconds since 1970, from a response.
 *
 * @param receivedAt  when it arrived, by this device’s clock; now unless it is given
 */
export function setServerTime(serverNow: number, receivedAt = Date.now()): void {
  const difference = serverNow - receivedAt
  offsetMs = Math.abs(difference) < MIN_OFFSET_MS ? 0 : difference
}

/** When this page arrived, by this device’s clock as it is set now. */
export function getPageReceivedAt(): number {
  const [navigation] = performance.getEntriesByType('navigation')
  const arrivedMs = navigation && 'responseStart' in navigation ? Number(navigation.responseStart) : 0
  return arrivedMs > 0 ? Date.now() - (performance.now() - arrivedMs) : Date.now()
}

/** The server’s time in milliseconds since 1970; this device’s time until the first response. */
export const getServerNow = (): number => Date.now() + offsetMs
