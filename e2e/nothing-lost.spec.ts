import { expect, type Page, test } from '@playwright/test'
import { createEmail, cutWrites, enterAccount, readProgress, restoreWrites } from './learner-work.ts'
import { visit } from './visit.ts'
import { answer, Workbench } from './workbench.ts'

const open = (page: Page) => Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
const text = (mark: string) => `export function causalMask(n: number) {\n  return [['${mark}']]\n}`
const RIGHT = answer('causal-mask', 'causal-mask', 'solution.ts')

test.describe('what is written', () => {
  const breakDatabase = (page: Page, how: 'quota' | 'missing') =>
    page.addInitScript((kind) => {
      if (kind === 'missing') Object.defineProperty(globalThis, 'indexedDB', { value: undefined })
      else
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
        }
    }, how)

  for (const how of ['quota', 'missing'] as const)
    test(`survives a reload when IndexedDB can’t store it (${how})`, async ({ page }) => {
      await breakDatabase(page, how)
      await cutWrites(page)
      const workbench = await open(page)
      await workbench.write(text('kept anyway'))
      await expect(workbench.editor.getByText(/^Saved/)).toBeVisible()
      await page.reload()
      await expect((await open(page)).code).toContainText('kept anyway')
    })

  test('survives that another tab deletes the database', async ({ page, context }) => {
    await cutWrites(page)
    const workbench = await open(page)
    await workbench.write(text('before'))
    await expect(workbench.editor.getByText(/^Saved/)).toBeVisible()
    const other = await context.newPage()
    await other.goto('/account')
    const deleted = await other.evaluate(async () => {
      const databases = await indexedDB.databases()
      const all = databases.map(
        ({ name = '' }) =>
          new Promise((resolve) => {
            const request = indexedDB.deleteDatabase(name)
            request.onsuccess = () => resolve(true)
            request.onerror = () => resolve(false)
          }),
      )
      return Promise.all(all)
    })
    expect(deleted).toContain(true)
    await workbench.write(text('after'))
    await expect(workbench.editor.getByText(/^Saved/)).toBeVisible()
    await page.reload()
    await expect((await open(page)).code).toContainText('after')
  })

  test('is not said to be saved when this device can’t keep it', async ({ page }) => {
    await breakDatabase(page, 'quota')
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      }
    })
    await cutWrites(page)
    const workbench = await open(page)
    await workbench.write(text('nowhere'))
    await expect(workbench.editor.getByText(/Not saved: this device’s storage is full\. Copy your code/)).toBeVisible()
    await restoreWrites(page)
    await workbench.write(text('on the server'))
    await expect(workbench.editor.getByText(/Saved on the server/)).toBeVisible()
  })

  test('offline is said to be on this device, and reaches the server when the browser is online again', async ({
    page,
    context,
  }) => {
    const workbench = await open(page)
    await context.setOffline(true)
    await workbench.write(text('offline'))
    await expect(
      workbench.editor.getByText(/Saved on this device\. We’ll send it to the server when you’re online again/),
    ).toBeVisible()
    await context.setOffline(false)
    await expect(workbench.editor.getByText('Saved.', { exact: true })).toBeVisible()
    const stored = () => page.evaluate(async () => (await fetch('/api/drafts/causal-mask')).json())
    await expect.poll(async () => (await stored()).draft?.source).toContain('offline')
  })
})

test('two tabs of one exercise keep both texts, and say so at once', async ({ page, context }) => {
  await cutWrites(page)
  const first = await open(page)
  const second = await open(await context.newPage())
  await first.write(text('first tab'))
  await expect(first.editor.getByText(/^Saved/)).toBeVisible()
  await second.write(text('second tab'))
  await expect(first.editor.getByText(/You have an older draft/)).toBeVisible()
  await expect(second.editor.getByText(/You have an older draft/)).toBeVisible()
  await first.write(text('first tab again'))
  await expect(first.editor.getByText(/^Saved/)).toBeVisible()
  await page.reload()
  const again = await open(page)
  await expect(again.code).toContainText('first tab again')
  await again.editor.getByRole('button', { name: 'Restore it' }).click()
  await expect(again.code).toContainText('second tab')
  await again.editor.getByRole('button', { name: 'Restore it' }).click()
  await expect(again.code).toContainText('first tab again')
})

test.describe('an account on two devices, one with a slow clock', () => {
  async function openDevices(browser: import('@playwright/test').Browser) {
    const email = createEmail()
    const [fast, slow] = await Promise.all([browser.newContext(), browser.newContext()])
    const [desk, phone] = [await fast.newPage(), await slow.newPage()]
    await slow.addInitScript(() => {
      const now = Date.now
      Date.now = () => now() - 3_600_000
    })
    await enterAccount(desk, 'Create an account', email)
    await enterAccount(phone, 'Sign in', email)
    return { desk, phone }
  }
  const waitForSave = (page: Page) =>
    page.waitForResponse((response) => /api\/drafts/.test(response.url()) && response.request().method() === 'PUT')

  test('shows on both what continues the other’s text', async ({ browser }) => {
    const { desk, phone } = await openDevices(browser)
    const first = await open(desk)
    let saved = waitForSave(desk)
    await first.write(text('from the desk'))
    await saved
    const second = await open(phone)
    await expect(second.code).toContainText('from the desk')
    saved = waitForSave(phone)
    await second.write(text('from the phone'))
    await saved
    for (const page of [desk, phone]) {
      await page.reload()
      await expect((await open(page)).code).toContainText('from the phone')
    }
    // undo doesn't go back to the starter
    const again = await open(desk)
    await again.code.click()
    await desk.keyboard.press('ControlOrMeta+z')
    await expect(again.code).toContainText('from the phone')
  })

  test('offers both where neither continues the other', async ({ browser }) => {
    const { desk, phone } = await openDevices(browser)
    const [first, second] = [await open(desk), await open(phone)]
    let saved = waitForSave(desk)
    await first.write(text('from the desk'))
    await saved
    saved = waitForSave(phone)
    await second.write(text('from the phone'))
    await saved
    await expect(second.editor.getByText(/You have an older draft/)).toBeVisible()
    await desk.reload()
    const again = await open(desk)
    await expect(again.editor.getByText(/You have an older draft/)).toBeVisible()
    await again.editor.getByRole('button', { name: 'Restore it' }).click()
    await expect(again.code).toContainText('from the desk')
  })
})

test.describe('the next person at the same browser', () => {
  const countReviews = (page: Page): Promise<number> =>
    page.evaluate(async () => (await (await fetch('/api/review?zone=UTC')).json()).desk.today.length)

  async function workOffline(page: Page): Promise<void> {
    const workbench = await open(page)
    await cutWrites(page)
    await workbench.try(RIGHT, 'Passed here, not yet confirmed')
    await expect(workbench.editor.getByText(/^Saved/)).toBeVisible()
    for (const i of [0, 1]) {
      const card = page
        .locator('details')
        .filter({ has: page.locator('[data-card-answer]') })
        .nth(i)
      await card.locator('summary').click()
      await card.getByRole('button', { name: /^Good/ }).click()
      await expect(card.getByRole('status')).toHaveText(/^Good\./)
    }
  }

  test('gets nothing of the first one, whose work waits until they are back', async ({ page, context }) => {
    const [first, second] = [createEmail(), createEmail()]
    await enterAccount(page, 'Create an account', first)
    await workOffline(page)
    await page.close()

    const account = await context.newPage()
    await visit(account, '/account')
    await account.getByRole('button', { name: 'Sign out', exact: true }).click()
    const dialog = account.getByRole('alertdialog')
    await expect(dialog).toContainText('one answer, two ratings and one draft')
    await dialog.getByRole('button', { name: 'Keep and sign out' }).click()
    await expect(account.getByRole('status').filter({ hasText: 'You’re signed out' })).toBeVisible()
    await enterAccount(account, 'Create an account', second)
    await restoreWrites(account)

    const workbench = await open(account)
    await expect(workbench.code).toContainText('=> true')
    const sent: string[] = []
    account.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url())
    })
    await account.reload()
    await open(account)
    expect((await readProgress(account)).exercises).toEqual({})
    expect(sent).toEqual([])
    expect(await countReviews(account)).toBe(0)

    await visit(account, '/account')
    await account.getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect(account.getByRole('status').filter({ hasText: 'You’re signed out' })).toBeVisible()
    await enterAccount(account, 'Sign in', first)
    await expect.poll(async () => (await readProgress(account)).exercises['causal-mask']?.passed).toBe(true)
    await expect.poll(() => countReviews(account)).toBe(2)
  })

  test('finds nothing on the device when the first one deletes what waits', async ({ page, context }) => {
    await enterAccount(page, 'Create an account', createEmail())
    await workOffline(page)
    const account = await context.newPage()
    await visit(account, '/account')
    await account.getByRole('button', { name: 'Sign out', exact: true }).click()
    await account.getByRole('alertdialog').getByRole('button', { name: 'Delete and sign out' }).click()
    await expect(account.getByRole('status').filter({ hasText: 'You’re signed out' })).toBeVisible()
    // the first one’s other tab is loaded again, and shows nothing of theirs
    await expect(page.getByRole('region', { name: 'Editor: causalMask.ts' })).not.toContainText('j <= i')
    const leftovers = await account.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('explain-attention-learners')
        opening.onsuccess = () => resolve(opening.result)
      })
      const keys = await new Promise<IDBValidKey[]>((resolve) => {
        const request = database.transaction('values').objectStore('values').getAllKeys()
        request.onsuccess = () => resolve(request.result)
      })
      database.close()
      return [...keys.map(String), ...Object.keys(localStorage)].filter((key) => /drafts|queue|held/.test(key))
    })
    expect(leftovers).toEqual([])
  })

  test('as a guest who enters an account brings along what they did', async ({ page }) => {
    const workbench = await open(page)
    await cutWrites(page)
    await workbench.write(text('a guest’s'))
    await expect(workbench.editor.getByText(/^Saved/)).toBeVisible()
    await enterAccount(page, 'Create an account', createEmail())
    await restoreWrites(page)
    await expect((await open(page)).code).toContainText('a guest’s')
  })
})

test('a page whose session cookie is gone keeps the work for its account, and says so', async ({ page, context }) => {
  const email = createEmail()
  await enterAccount(page, 'Create an account', email)
  const workbench = await open(page)
  await context.clearCookies()
  await workbench.try(RIGHT, 'Passed here, not yet confirmed')
  await expect(page.getByRole('status').filter({ hasText: 'session has ended' })).toBeVisible()
  expect((await readProgress(page)).learner).toBeNull()
  await enterAccount(page, 'Sign in', email)
  await expect.poll(async () => (await readProgress(page)).exercises['causal-mask']?.passed).toBe(true)
})
