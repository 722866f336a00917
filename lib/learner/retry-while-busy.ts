import { findStorageFault } from './find-storage-fault.ts'

const FIRST_PAUSE_MS = 5
const MAX_PAUSE_MS = 100

/** How long to wait for a lock. */
export interface BusyOptions {
  readonly timeoutMs: number
  /** Milliseconds on a clock that never goes back. */
  readonly now?: () => number
  readonly pause?: (ms: number) => Promise<void>
}

/**
 * Does work on a database and retries while another program has locked it. Doesn’t block the process between attempts,
 * as SQLite’s own waiting would.
 *
 * @throws whatever the work throws, including the “locked” error when the time is up
 */
export async function retryWhileBusy<T>(
  work: () => Promise<T>,
  { timeoutMs, now = () => performance.now(), pause = sleep }: BusyOptions,
): Promise<T> {
  const deadline = now() + timeoutMs
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, MAX_PAUSE_MS)) {
    try {
      return await work()
    } catch (error) {
      if (findStorageFault(error) !== 'busy' || now() + pauseMs > deadline) throw error
    }
    await pause(pauseMs)
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Whether a statement (Prisma’s or ours) only reads. If in doubt, returns false. */
export const isRead = (sql: string): boolean =>
  /^\s*SELECT\b/i.test(sql) || (/^\s*WITH\b/i.test(sql) && !/\b(INSERT|UPDATE|DELETE|REPLACE)\b/i.test(sql))
