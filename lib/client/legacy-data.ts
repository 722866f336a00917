import { openDatabase } from './database.ts'
import type { DeviceStorage } from './device-storage.ts'
import { GUEST } from './learner.ts'
import { getCollection, mergeValues } from './merge-values.ts'

// Until November 2026, data was in four databases and not separated by learner.

interface LegacySource {
  readonly database: string
  readonly store: string
  /** Where a value goes: a key without its learner, and the value as it is stored now. */
  readonly convert: (key: string, value: unknown) => readonly (readonly [key: string, value: unknown])[]
}

const toRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

const toEntries = (value: unknown, toPayload: (entry: Record<string, unknown>) => unknown): unknown[] =>
  Array.isArray(value) ? value.map(toRecord).map((entry) => ({ id: entry.id, payload: toPayload(entry) })) : []

export const LEGACY_SOURCES: readonly LegacySource[] = [
  {
    database: 'explain-attention',
    store: 'workbench',
    convert: (key, value) => {
      if (key === 'outbox') {
        const toPayload = ({ exercise, source }: Record<string, unknown>) => ({ exercise, source })
        return [['queue/submissions', toEntries(value, toPayload)]]
      }
      if (key.startsWith('draft:')) return [[`drafts/${key.slice('draft:'.length)}`, value]]
      if (key.startsWith('log:')) return [[`run-logs/${key.slice('log:'.length)}`, value]]
      return []
    },
  },
  {
    database: 'explain-attention-review',
    store: 'outbox',
    convert: (key, value) => (key === 'entries' ? [['queue/reviews', toEntries(value, (entry) => entry)]] : []),
  },
  {
    database: 'explain-attention-interview',
    store: 'interviews',
    convert: (interview, value) => {
      const { draft, waiting } = toRecord(value)
      const action = toRecord(waiting)
      return [
        ...(draft === undefined ? [] : [[`interviews/${interview}`, { draft }] as const]),
        ...(waiting === undefined
          ? []
          : [['queue/interview-actions', [{ id: action.id, payload: { interview, action: waiting } }]] as const]),
      ]
    },
  },
  {
    database: 'explain-attention-timed',
    store: 'attempts',
    convert: (attempt, value) => [[`attempts/${attempt}`, value]],
  },
]

const LEGACY_DRAFT = 'draft:'

/**
 * Moves what older versions stored to this browser’s guest, whose work later moves to an account. Deletes what has been
 * moved; what can’t be moved stays where it is.
 */
export async function moveLegacyData(storage: DeviceStorage): Promise<void> {
  await moveHeldDrafts(storage)
  const existing = await listDatabases()
  for (const { database: name, store, convert } of LEGACY_SOURCES) {
    if (!existing.has(name)) continue
    try {
      const database = openDatabase(name, store)
      for (const key of await database.listKeys('')) {
        const value = await database.read(key)
        if (await moveValues(storage, convert(key, value))) await database.change(key, () => undefined)
      }
      const remaining = await database.listKeys('')
      if (remaining.length === 0) indexedDB.deleteDatabase(name)
    } catch (error) {
      console.error(`Could not move what an older version stored in ${name}.`, error)
    }
  }
}

/** Drafts that were being written when the page ended. */
async function moveHeldDrafts(storage: DeviceStorage): Promise<void> {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '')
    for (const key of keys.filter((name) => name.startsWith(LEGACY_DRAFT))) {
      const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
      const isMoved = await moveValues(storage, [[`drafts/${key.slice(LEGACY_DRAFT.length)}`, value]])
      if (isMoved) localStorage.removeItem(key)
    }
  } catch {
    // the browser stores nothing there
  }
}

async function moveValues(storage: DeviceStorage, values: ReturnType<LegacySource['convert']>): Promise<boolean> {
  for (const [name, value] of values) {
    const key = `${GUEST}/${name}`
    const storagePlace = await storage.change(key, (stored) =>
      stored === undefined ? value : mergeValues(getCollection(key), value, stored),
    )
    if (storagePlace === 'memory') return false
  }
  return true
}

/** Lists the existing databases, because opening one that doesn’t exist would create it. */
async function listDatabases(): Promise<ReadonlySet<string>> {
  try {
    return new Set((await indexedDB.databases()).flatMap(({ name }) => (name === undefined ? [] : [name])))
  } catch {
    return new Set(LEGACY_SOURCES.map(({ database }) => database))
  }
}
