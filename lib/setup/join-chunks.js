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
export function joinChunks(request) {
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
