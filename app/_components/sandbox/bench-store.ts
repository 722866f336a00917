import { createStore, get, set, type UseStore, update } from 'idb-keyval'
import { z } from 'zod'
import type { DraftPair } from './draft.ts'
import type { Waiting } from './outbox.ts'
import { NO_RUNS, type RunLog } from './run-log.ts'

const DraftSchema = z.object({ source: z.string(), at: z.number() })
const PairSchema = z.object({ current: DraftSchema.optional(), kept: DraftSchema.optional() })

const LogSchema = z.object({
  runs: z.number().int(),
  firstAt: z.number().optional(),
  mistake: z.object({ run: z.number().int(), headline: z.string() }).optional(),
  hints: z.number().int(),
  passed: z.boolean(),
  gaveUp: z.boolean(),
}) satisfies z.ZodType<RunLog>

const WaitingSchema = z.array(
  z.object({ id: z.string(), exercise: z.string(), source: z.string(), tries: z.number(), notBefore: z.number() }),
)

/** What this device keeps of the workbenches, in IndexedDB; in memory only where the browser allows none. */
export const benchStore = {
  draft: async (exercise: string): Promise<DraftPair> => {
    const [saved, held] = [pairOf(await read(`draft:${exercise}`)), pairOf(heldAt(exercise))]
    return (held.current?.at ?? 0) > (saved.current?.at ?? 0) ? held : saved
  },
  /**
   * Holds a draft that is being written, at once: a tab that closes or a process that dies does not wait for IndexedDB.
   * It is let go when it is saved.
   */
  holdDraft: (exercise: string, pair: DraftPair): void => {
    try {
      localStorage.setItem(`draft:${exercise}`, JSON.stringify(pair))
    } catch {
      // no room, or a browser that keeps nothing: what is saved has to do
    }
  },
  saveDraft: async (exercise: string, pair: DraftPair): Promise<void> => {
    await write(`draft:${exercise}`, pair)
    if (pairOf(heldAt(exercise)).current?.at === pair.current?.at) letGo(exercise)
  },
  log: async (exercise: string): Promise<RunLog> => LogSchema.safeParse(await read(`log:${exercise}`)).data ?? NO_RUNS,
  saveLog: (exercise: string, log: RunLog): Promise<void> => write(`log:${exercise}`, log),
  waiting: async (): Promise<readonly Waiting[]> => WaitingSchema.safeParse(await read('outbox')).data ?? [],
  changeWaiting: async (change: (all: readonly Waiting[]) => readonly Waiting[]): Promise<void> => {
    const changed = (old: unknown) => change(WaitingSchema.safeParse(old).data ?? [])
    try {
      await update('outbox', changed, store())
    } catch {
      memory.set('outbox', changed(memory.get('outbox')))
    }
  },
}

function pairOf(value: unknown): DraftPair {
  const { current, kept } = PairSchema.safeParse(value).data ?? {}
  return { ...(current && { current }), ...(kept && { kept }) }
}

function heldAt(exercise: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`draft:${exercise}`) ?? 'null')
  } catch {
    return undefined
  }
}

function letGo(exercise: string): void {
  try {
    localStorage.removeItem(`draft:${exercise}`)
  } catch {
    // nothing is kept there
  }
}

const memory = new Map<string, unknown>()
let opened: UseStore | undefined
function store(): UseStore {
  opened ??= createStore('explain-attention', 'workbench')
  return opened
}

async function read(key: string): Promise<unknown> {
  try {
    return (await get(key, store())) ?? memory.get(key)
  } catch {
    return memory.get(key) // private windows of some browsers have no IndexedDB
  }
}

async function write(key: string, value: unknown): Promise<void> {
  try {
    await set(key, value, store())
  } catch {
    memory.set(key, value)
  }
}
