import { expect, type Page, test } from '@playwright/test'
import { readProgress } from './learner-work.ts'
import { visit } from './visit.ts'
import { answer, Workbench } from './workbench.ts'

const RIGHT = answer('causal-mask', 'causal-mask', 'solution.ts')
const mark = (text: string) => `export function f() {\n  return '${text}'\n}`

/** What the version of November 2026 stored in its databases, by database, object store and key. */
type OldDatabases = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>

/** Writes databases as the older version did. */
const storeOldDatabases = (page: Page, databases: OldDatabases): Promise<void> =>
  page.evaluate(async (all) => {
    for (const [database, stores] of Object.entries(all))
      for (const [storeName, values] of Object.entries(stores))
        await new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open(database)
          opening.onupgradeneeded = () => opening.result.createObjectStore(storeName)
          opening.onerror = () => reject(opening.error)
          opening.onsuccess = () => {
            const transaction = opening.result.transaction(storeName, 'readwrite')
            for (const [key, value] of Object.entries(values)) transaction.objectStore(storeName).put(value, key)
            transaction.onabort = () => reject(transaction.error)
            transaction.oncomplete = () => {
              opening.result.close()
              resolve()
            }
          }
        })
  }, databases)

test('what an older version stored on this device is all there, and is sent once', async ({ page }) => {
  test.setTimeout(180_000)
  await visit(page, '/account')
  const interview = crypto.randomUUID()
  await page.evaluate(async (id) => {
    const choices = { minutes: 10, topics: [], weak: true, coding: false, voice: false }
    const headers = { 'content-type': 'application/json' }
    await fetch('/api/interviews', { method: 'POST', headers, body: JSON.stringify({ id, ...choices }) })
  }, interview)

  const at = Date.now() - 60_000
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
  const rate = (id: string, item: string) => ({ kind: 'review', id, item, rating: 3, ms: 4000, at })
  const cards = await page.evaluate(async () => (await fetch('/api/review/cards?lesson=causal-mask')).json())
  const [one = '', two = ''] = Object.keys(cards.texts)
  await storeOldDatabases(page, {
    'explain-attention': {
      workbench: {
        'draft:causal-mask': { current: { source: RIGHT, at }, kept: { source: mark('kept beside'), at: at - 1000 } },
        'draft:causal-mask-rect': { current: { source: mark('stored'), at: at - 1000 } },
        'log:causal-mask': { runs: 7, firstAt: at, hints: 2, passed: false, gaveUp: false },
        'draft:drill:causal-mask:0': { current: { source: mark('in the drill'), at } },
        outbox: [{ id: crypto.randomUUID(), exercise: 'causal-mask', source: RIGHT, tries: 3, notBefore: 0 }],
      },
    },
    'explain-attention-review': { outbox: { entries: [rate(first, one), rate(second, two)] } },
    'explain-attention-interview': {
      interviews: {
        [interview]: {
          draft: { step: '0', text: 'Half of an answer', spokenMs: 0, clock: 90_000 },
        },
      },
    },
    'explain-attention-timed': { attempts: { 'drill:causal-mask:0': { elapsed: 65_000, notes: '' } } },
  })
  // the tab was closed before this one reached the database
  await page.evaluate((draft) => localStorage.setItem('draft:causal-mask-rect', JSON.stringify(draft)), {
    current: { source: mark('held'), at },
  })

  const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  await expect(workbench.code).toContainText('causalMask')
  await expect(page.getByRole('link', { name: /causalMask.*passed/ }).first()).toBeVisible({ timeout: 30_000 })
  expect((await readProgress(page)).exercises['causal-mask']).toMatchObject({ passed: true, attempts: 1 })
  await workbench.editor.getByRole('button', { name: 'Restore it' }).click()
  await expect(workbench.code).toContainText('kept beside')
  await workbench.run()
  await expect(workbench.editor.getByText(/Run 8\b/)).toBeVisible({ timeout: 20_000 })
  const rect = await Workbench.open(page, 'causal-mask', 'causal-mask-rect', 'causalMaskRect')
  await expect(rect.code).toContainText('held')

  await visit(page, '/review')
  const countReviews = () =>
    page.evaluate(async () => (await (await fetch('/api/review?zone=UTC')).json()).desk.today.length)
  await expect.poll(countReviews, { timeout: 20_000 }).toBe(2)

  await visit(page, `/interview/${interview}`)
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toHaveValue('Half of an answer')

  await visit(page, '/review/drill/causal-mask?round=0')
  const drill = page.getByRole('region', { name: 'Editor: causalMask.ts' })
  await expect(drill.getByRole('textbox', { name: /^Your code/ })).toContainText('in the drill', { timeout: 20_000 })
  const attempt = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('explain-attention-learners')
      opening.onsuccess = () => resolve(opening.result)
    })
    const request = database.transaction('values').objectStore('values').get('guest/attempts/drill:causal-mask:0')
    const stored = await new Promise<{ elapsed: number }>((resolve) => {
      request.onsuccess = () => resolve(request.result)
    })
    database.close()
    return stored
  })
  expect(attempt.elapsed).toBeGreaterThanOrEqual(65_000)

  const databaseNames = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  expect(databaseNames).toEqual(['explain-attention-learners'])
  expect(await page.evaluate(() => localStorage.getItem('draft:causal-mask-rect'))).toBeNull()
})
