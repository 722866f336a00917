const started = Date.now()

/**
 * Creates a logger for the progress of a long step, with the seconds since the start.
 *
 * @typedef {(text: string) => void} Logger
 * @param {NodeJS.WritableStream} stream
 * @returns {Logger}
 */
export const createLogger = (stream) => (text) => {
  stream.write(`[${((Date.now() - started) / 1000).toFixed(1)} s] ${text}\n`)
}
