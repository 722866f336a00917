/** A smaller difference may come from the duration of the request and says nothing about a clock. */
const MIN_OFFSET_MS = 5000

let offsetMs = 0

/** Sets the server’s time, in milliseconds since 1970, from a response that has just arrived. */
export function setServerTime(serverNow: number): void {
  const difference = serverNow - Date.now()
  offsetMs = Math.abs(difference) < MIN_OFFSET_MS ? 0 : difference
}

/** The server’s time in milliseconds since 1970; this device’s time until the first response. */
export const getServerNow = (): number => Date.now() + offsetMs
