import { createStore, get, type UseStore, update } from 'idb-keyval'
import { z } from 'zod'
import { type LogEntry, LogEntrySchema } from '#lib/review/log.ts'
import { sendEntries } from './review-api.ts'
import { ReviewOutbox } from './review-outbox.ts'

let outbox: ReviewOutbox | undefined

/** The one outbox of reviews of this page. What earlier visits left in it is sent as soon as it is opened. */
export function ownOutbox(): ReviewOutbox {
  if (outbox) return outbox
  let alarm: ReturnType<typeof setTimeout> | undefined
  const opened = new ReviewOutbox({
    list,
    change,
    send: sendEntries,
    later: (ms, work) => {
      clearTimeout(alarm)
      alarm = setTimeout(work, ms)
    },
  })
  addEventListener('online', () => void opened.flush())
  void opened.flush()
  outbox = opened
  return opened
}

const Entries = z.array(LogEntrySchema)
const parse = (kept: unknown): readonly LogEntry[] => Entries.safeParse(kept).data ?? []
/** Where the browser allows no storage, as some private windows do. */
let memory: readonly LogEntry[] = []
let opened: UseStore | undefined
const store = (): UseStore => {
  opened ??= createStore('explain-attention-review', 'outbox')
  return opened
}

async function list(): Promise<readonly LogEntry[]> {
  try {
    return [...parse(await get('entries', store())), ...memory]
  } catch {
    return memory
  }
}

async function change(change: (all: readonly LogEntry[]) => readonly LogEntry[]): Promise<void> {
  try {
    await update('entries', (kept: unknown) => change([...parse(kept), ...memory]), store())
    memory = []
  } catch {
    memory = change(memory)
  }
}
