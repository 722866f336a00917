import { setImmediate } from 'node:timers/promises'

/** Lets other requests run between two slices of long work. */
export const yieldToEventLoop = (): Promise<void> => setImmediate()
