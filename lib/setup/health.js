import { Agent, request } from 'node:http'

const MAX_REASON_CHARS = 300

/**
 * Checks the health of a server on this machine, directly even if the environment sets a proxy.
 *
 * @param {string} address where it listens; may also be 0.0.0.0 or ::
 * @param {number} port
 * @param {number} timeoutMs
 * @returns {Promise<string | undefined>} what is wrong; undefined if all is well
 */
export function askHealth(address, port, timeoutMs) {
  return new Promise((resolve) => {
    const agent = new Agent() // Node's global one may go through a proxy
    const signal = AbortSignal.timeout(timeoutMs)
    const asked = request({ host: address, port, path: '/api/health', agent, signal }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (piece) => {
        if (body.length < MAX_REASON_CHARS) body += piece
      })
      response.on('error', () => resolve('its response was cut off'))
      response.on('end', () =>
        resolve(
          response.statusCode === 200 ? undefined : `it answered ${response.statusCode} ${readReason(body)}`.trim(),
        ),
      )
    })
    asked.on('error', () => resolve(signal.aborted ? 'it didn’t respond' : 'nothing listens on its port'))
    asked.end()
  })
}

/** @param {string} body */
function readReason(body) {
  try {
    return `(${JSON.parse(body).reason})`
  } catch {
    return ''
  }
}
