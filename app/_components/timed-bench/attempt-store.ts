import { createStore, del, get, set, type UseStore } from 'idb-keyval'
import { z } from 'zod'

const ResultSchema = z.object({
  /** The last answer passed, by the server's word where it gave one. */
  passed: z.boolean(),
  /** The server has judged it too. */
  confirmed: z.boolean(),
  runs: z.number().int(),
  /** What the round took, in milliseconds; of a pass, up to the run that passed. */
  ms: z.number(),
  /** The answer that was judged last; what stands in the editor is kept on this device. Empty when nothing was run. */
  source: z.string(),
  notes: z.string(),
  /** Of the last verdict. */
  checks: z.object({ passed: z.number().int(), all: z.number().int() }),
})
/** What came of a timed round. */
export type TimedResult = z.infer<typeof ResultSchema>

const KeptSchema = z.object({
  /** The clock's reading, in milliseconds. */
  elapsed: z.number(),
  notes: z.string(),
  result: ResultSchema.optional(),
})
/** A timed round as this device keeps it: an interrupted one goes on with its clock's reading. */
export type KeptAttempt = z.infer<typeof KeptSchema>

/** Timed rounds on this device, in IndexedDB; in memory only where the browser allows none. */
export const attemptStore = {
  read: async (attempt: string): Promise<KeptAttempt | undefined> => {
    const found = await get(attempt, store()).catch(() => undefined)
    return KeptSchema.safeParse(found ?? memory.get(attempt)).data
  },
  save: async (attempt: string, kept: KeptAttempt): Promise<void> => {
    memory.set(attempt, kept)
    await set(attempt, kept, store()).catch(() => undefined)
  },
  forget: async (attempt: string): Promise<void> => {
    memory.delete(attempt)
    await del(attempt, store()).catch(() => undefined)
  },
}

const memory = new Map<string, KeptAttempt>()
let opened: UseStore | undefined
function store(): UseStore {
  opened ??= createStore('explain-attention-timed', 'attempts')
  return opened
}
