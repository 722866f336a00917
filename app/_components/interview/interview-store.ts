import { createStore, del, get, set, type UseStore } from 'idb-keyval'
import { z } from 'zod'
import { ActionSchema, type Draft, DraftSchema } from '#lib/review/interview/event.ts'

const KeptSchema = z.object({
  draft: DraftSchema.optional(),
  /** Given, and not yet taken by the server. */
  waiting: ActionSchema.optional(),
})
/** What this device keeps of an interview that is under way. */
export interface KeptInterview {
  readonly draft?: Draft | undefined
  readonly waiting?: z.infer<typeof ActionSchema> | undefined
}

/** Interviews on this device, in IndexedDB; in memory only where the browser allows none. */
export const interviewStore = {
  read: async (id: string): Promise<KeptInterview> => {
    const found = await get(id, store()).catch(() => undefined)
    return KeptSchema.safeParse(found ?? memory.get(id)).data ?? {}
  },
  save: async (id: string, kept: KeptInterview): Promise<void> => {
    memory.set(id, kept)
    await set(id, kept, store()).catch(() => undefined)
  },
  forget: async (id: string): Promise<void> => {
    memory.delete(id)
    await del(id, store()).catch(() => undefined)
  },
}

const memory = new Map<string, KeptInterview>()
let opened: UseStore | undefined
function store(): UseStore {
  opened ??= createStore('explain-attention-interview', 'interviews')
  return opened
}
