const started = Date.now()

/**
 * Tells the progress of a long step, with the seconds since the start.
 *
 * @typedef {(text: string) => void} Say
 * @param {NodeJS.WritableStream} stream
 * @returns {Say}
 */
export const createLogger = (stream) => (text) => {
  stream.write(`[${((Date.now() - started) / 1000).toFixed(1)} s] ${text}\n`)
}
