import { stripVTControlCharacters } from 'node:util'

/** How Vitest and Playwright begin the line of a file or a journey that has ended. */
const FINISHED = /^\s+[✓✘×❯-]\s/

/**
 * Creates a listener to a test runner's output, which comes in pieces.
 *
 * @param {(line: string) => void} onFinished  called with each line that says how a file or a journey ended, without colors
 * @returns {(piece: string) => void}
 */
export function createProgressListener(onFinished) {
  let rest = ''
  return (piece) => {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines.map(stripVTControlCharacters)) if (FINISHED.test(line)) onFinished(line)
  }
}
