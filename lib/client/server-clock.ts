/** A request takes that long anyway, so a smaller difference says nothing about a clock. */
const MIN_OFFSET_MS = 5000

let offsetMs = 0

/** Takes the server's time, in milliseconds since 1970, from a response that has just come. */
export function setServerTime(serverNow: number): void {
  const difference = serverNow - Date.now()
  offsetMs = Math.abs(difference) < MIN_OFFSET_MS ? 0 : difference
}

/** The server's time in milliseconds since 1970, whatever this device's clock says. The device's until a response came. */
export const getServerNow = (): number => Date.now() + offsetMs
