import { beforeAll, expect, test, vi } from 'vitest'
import { DraftRecordSchema } from '#lib/client/draft.ts'
import { GUEST } from '#lib/client/learner.ts'
import older from '../../../prisma/older-data/browser.json' with { type: 'json' }

/** The databases of the browser, by name, as the older version left them. */
const databases = vi.hoisted(() => new Map<string, Map<string, unknown>>())
vi.mock('#lib/client/database.ts', () => ({
  openDatabase: (name: string) => {
    const stored = databases.get(name) ?? new Map<string, unknown>()
    databases.set(name, stored)
    return {
      read: async (key: string) => structuredClone(stored.get(key)),
      change: async (key: string, change: (value: unknown) => unknown) => {
        const next = change(structuredClone(stored.get(key)))
        if (next === undefined) stored.delete(key)
        else stored.set(key, structuredClone(next))
      },
      listKeys: async (prefix: string) => [...stored.keys()].filter((key) => key.startsWith(prefix)),
    }
  },
}))

const local = new Map<string, string>(Object.entries(older.localStorage))
vi.stubGlobal('localStorage', {
  getItem: (key: string) => local.get(key) ?? null,
  setItem: (key: string, value: string) => void local.set(key, value),
  removeItem: (key: string) => void local.delete(key),
  key: (i: number) => [...local.keys()][i] ?? null,
  get length() {
    return local.size
  },
})
vi.stubGlobal('indexedDB', {
  databases: async () => [...databases.keys()].map((name) => ({ name })),
  deleteDatabase: (name: string) => void databases.delete(name),
})
vi.stubGlobal('addEventListener', () => undefined)
vi.stubGlobal('document', { addEventListener: () => undefined, visibilityState: 'visible' })
// offline: what waits to be sent stays
vi.stubGlobal('fetch', async () => {
  throw new TypeError('Failed to fetch')
})

const { getCurrentLearner } = await import('#lib/client/browser-learner.ts')
const { getBrowserStorage } = await import('#lib/client/browser-storage.ts')
const { prepareLearner } = await import('#lib/client/open-learner.ts')
const { createDeviceStore } = await import('#lib/client/device-store.ts')
const { runLogStore } = await import('../workbench/run-log-store.ts')
const { attemptStore } = await import('../workbench/attempt-store.ts')
const { submissionQueues } = await import('../workbench/submission-queue.ts')
const { actionQueues } = await import('./action-queue.ts')
const { interviewStore } = await import('./interview-store.ts')
const { reviewQueues } = await import('./review-queue.ts')
const { pendingLessons } = await import('../ui/opened-lessons.ts')

const stored = older.indexedDB
beforeAll(async () => {
  for (const [path, values] of Object.entries(stored))
    databases.set(path.slice(0, path.indexOf('/')), new Map<string, unknown>(Object.entries(values)))
  getCurrentLearner().confirmOffline()
  await prepareLearner(GUEST)
})

test('drafts that an older version kept in a browser open, and so does the one that was being written', async () => {
  const drafts = createDeviceStore('drafts', DraftRecordSchema, GUEST)
  const { current, kept } = stored['explain-attention/workbench']['draft:softmax']
  expect(await drafts.read('softmax')).toMatchObject({ current, others: [kept] })
  expect(await drafts.read('drill:softmax:0')).toMatchObject({ current: { source: '// a drill\n' } })
  expect((await drafts.read('attention'))?.current?.source).toBe('// being written when the tab closed\n')
})

test('its runs and timed rounds open', async () => {
  expect(await runLogStore.read('softmax')).toEqual(stored['explain-attention/workbench']['log:softmax'])
  const rounds = Object.entries(stored['explain-attention-timed/attempts'])
  expect(rounds).toHaveLength(2)
  for (const [name, round] of rounds) expect(await attemptStore.read(name)).toEqual(round)
})

test('its interview’s draft opens', async () => {
  const [[id, { draft }] = ['', { draft: undefined }]] = Object.entries(
    stored['explain-attention-interview/interviews'],
  )
  expect((await interviewStore.read(id))?.draft).toEqual(draft)
})

test('what it had not sent waits to be sent, under the same ids', async () => {
  const [submission] = stored['explain-attention/workbench'].outbox
  const waiting = async (queue: Promise<{ list: () => Promise<readonly { id: string; payload: unknown }[]> }>) =>
    (await (await queue).list()).map(({ id, payload }) => ({ id, payload }))
  expect(await waiting(submissionQueues.open())).toEqual([
    { id: submission?.id, payload: { exercise: submission?.exercise, source: submission?.source } },
  ])
  expect(await waiting(reviewQueues.open())).toEqual(
    stored['explain-attention-review/outbox'].entries.map((entry) => ({ id: entry.id, payload: entry })),
  )
  const [[interview, { waiting: action }] = ['', { waiting: undefined }]] = Object.entries(
    stored['explain-attention-interview/interviews'],
  )
  expect(await waiting(actionQueues.open())).toEqual([{ id: action?.id, payload: { interview, action } }])
})

test('lessons that were opened with it bring their cards', () => {
  expect(pendingLessons()).toEqual(['kv-cache'])
})

test('its databases are gone once all has moved', async () => {
  expect([...databases.keys()]).toEqual(['explain-attention-learners'])
  expect(await getBrowserStorage().listKeys(`${GUEST}/`)).not.toEqual([])
})
