/** What a learner did at one exercise on this device. */
export interface RunLog {
  readonly runs: number
  /** When the first run was, in milliseconds since 1970. */
  readonly firstAt?: number | undefined
  /** The misunderstanding that was shown last, and by which run. */
  readonly mistake?: { readonly run: number; readonly headline: string } | undefined
  /** How many hints were taken. */
  readonly hints: number
  /** The server has confirmed a passing answer. */
  readonly passed: boolean
  /** The solution was asked for before. */
  readonly gaveUp: boolean
}
export const NO_RUNS: RunLog = { runs: 0, hints: 0, passed: false, gaveUp: false }
