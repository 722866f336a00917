import { expect, type Page, test } from '@playwright/test'
import { createEmail, cutWrites, enterAccount, readProgress } from './learner-work.ts'
import { visit } from './visit.ts'
import { answer, Workbench } from './workbench.ts'

// Faults that users of comparable products have reported, each tried on ours.

const open = (page: Page) => Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
const RIGHT = answer('causal-mask', 'causal-mask', 'solution.ts')
const note = (text: string) => `export function note() {\n  return '${text}'\n}`

test('offline, code that never ends is stopped, and the next run works', async ({ page, context }) => {
  const worker = page.waitForEvent('worker')
  const workbench = await open(page)
  await worker
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await workbench.try('export function causalMask(n: number) { while (true) {} }', /./)
  const headline = await workbench.headline.textContent()
  await workbench.write(
    'export function causalMask(n: number) {\n  const all = []\n  while (true) all.push(new Array(1e6).fill(n))\n}',
  )
  await workbench.run()
  await expect(workbench.verdict).not.toHaveAttribute('aria-busy', 'true', { timeout: 60_000 })
  await workbench.write(RIGHT)
  await workbench.run()
  await expect(workbench.headline).toHaveText('Passed here, not yet confirmed', { timeout: 60_000 })
  expect(headline).not.toBe('')
})

test('offline, a frame that code took down is loaded again', async ({ page, context }) => {
  const workbench = await open(page)
  await workbench.try(note('a first run'), /./)
  await context.setOffline(true)
  const reloaded = page.evaluate(
    () =>
      new Promise((resolve) => {
        const lost = document.querySelector<HTMLIFrameElement>('iframe[title="Where your code runs"]')
        if (!lost) throw new Error('there is no frame')
        const frame = lost.cloneNode() as HTMLIFrameElement
        addEventListener(
          'message',
          ({ data, source }) => data === 'ready' && source === frame.contentWindow && resolve('ready'),
        )
        document.body.append(frame)
      }),
  )
  expect(await reloaded).toBe('ready')
})

test('a captive portal that answers everything with its own JSON or page signs nobody out', async ({
  page,
  context,
}) => {
  const email = createEmail()
  await enterAccount(page, 'Create an account', email)
  for (const body of ['{}', 'null', '{"error":"portal"}', '<html>Accept the terms</html>']) {
    const contentType = body.startsWith('<') ? 'text/html' : 'application/json'
    await context.route('**/api/**', (route) => route.fulfill({ status: 200, contentType, body }))
    const workbench = await open(page)
    await workbench.write(note(`behind the portal ${body.length}`))
    await expect(workbench.editor.getByText(/^Saved on this device/)).toBeVisible({ timeout: 20_000 })
    await expect(page.getByRole('status').filter({ hasText: 'session has ended' })).toHaveCount(0)
    await context.unrouteAll({ behavior: 'wait' })
  }
  await page.reload()
  await expect((await open(page)).code).toContainText('behind the portal')
  await expect.poll(async () => (await readProgress(page)).learner?.email).toBe(email)
})

test('a server that asks to wait for years is asked again soon, and not all the time', async ({ page }) => {
  let requestCount = 0
  await page.route('**/api/submissions', (route) => {
    requestCount++
    const headers = { 'retry-after': '4000000' } // in milliseconds more than a timer can hold
    return route.fulfill({ status: 429, headers, json: { error: 'too-often', reason: 'Wait.' } })
  })
  let drafts = 0
  await page.route('**/api/drafts/**', (route) => {
    drafts++
    const headers = { 'retry-after': '4000000' }
    return route.fulfill({ status: 429, headers, json: { error: 'too-often', reason: 'Wait.' } })
  })
  const workbench = await open(page)
  await workbench.try(RIGHT, 'Passed here, not yet confirmed')
  await workbench.try(`${RIGHT}// again`, 'Passed here, not yet confirmed')
  await expect(workbench.editor.getByText(/^Saved on this device/)).toBeVisible()
  await expect.poll(() => page.evaluate(() => performance.now())).toBeGreaterThan(10_000)
  expect(requestCount).toBeLessThan(5)
  expect(drafts).toBeLessThan(10)
})

test('a server that was restored from a backup gets the newer text, and its older one is kept', async ({ page }) => {
  const workbench = await open(page)
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok())
  await workbench.write(note('before the backup'))
  await saved
  const backup = await page.evaluate(async () => (await fetch('/api/drafts/causal-mask')).json())
  const savedAgain = page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok())
  await workbench.write(note('after the backup'))
  await savedAgain
  await page.route('**/api/drafts/causal-mask', (route) =>
    route.request().method() === 'GET' ? route.fulfill({ json: backup }) : route.fallback(),
  )
  await page.reload()
  const again = await open(page)
  await expect(again.editor.getByText(/You have an older draft/)).toBeVisible()
  await expect(again.code).toContainText('after the backup')
})

test('without cookies the page says that nothing is kept on the server', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'cookieEnabled', { get: () => false }))
  await page.route('**/api/auth/sign-up/email', async (route) => {
    const response = await route.fetch()
    const { 'set-cookie': _, ...headers } = response.headers()
    await page.context().clearCookies() // also what `route.fetch` has kept
    await route.fulfill({ response, headers })
  })
  await visit(page, '/account')
  await expect(page.getByText(/blocks cookies/)).toBeVisible()
  const region = page.getByRole('region', { name: 'Create an account' })
  await region.getByLabel('E-mail address').fill(createEmail())
  await region.getByLabel('Password').fill('correct horse battery')
  await region.getByRole('button').click()
  await expect(region.getByRole('alert')).toContainText('you aren’t signed in')
})

test('on plain http, where there is no clipboard, the solution can be copied', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  const workbench = await open(page)
  await workbench.try(RIGHT, /./)
  await workbench.confirmed()
  await workbench.editor.getByRole('button', { name: 'Solution' }).click()
  await page.getByRole('button', { name: 'Copy the solution' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  await page.keyboard.press('Escape')
  await workbench.code.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+v')
  await expect(workbench.code).toContainText('export function causalMask')
})

test('in a browser that blocks all storage the course works, and says that it keeps nothing', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError')
        },
      })
  })
  await cutWrites(page)
  const workbench = await open(page)
  await workbench.try(RIGHT, 'Passed here, not yet confirmed')
  await expect(workbench.editor.getByText(/^Not saved: /)).toBeVisible()
})

test('a text larger than the server takes stays on this device, and the page says why', async ({ page }) => {
  const workbench = await open(page)
  await workbench.write(`// ${'x'.repeat(70_000)}\n${RIGHT}`)
  await expect(workbench.editor.getByText(/Saved on this device\. Not on the server: .*64 KiB/)).toBeVisible({
    timeout: 20_000,
  })
  await page.reload()
  await (await open(page)).run()
  await expect(page.getByText(/larger than 64 KiB/).first()).toBeVisible({ timeout: 30_000 })
})

test('a held key rates one card', async ({ page }) => {
  await visit(page, '/review?learn=kv-cache')
  await page.getByRole('button', { name: /Learn/ }).first().click()
  const question = page.getByRole('heading', { level: 1 })
  await expect(question).not.toHaveText(/^Learn the cards/)
  const first = await question.textContent()
  await page.keyboard.down(' ')
  for (let i = 0; i < 5; i++) await page.keyboard.down(' ')
  await page.keyboard.up(' ')
  await expect(question).toHaveText(first ?? '')
})

test('Back after signing out does not bring the account’s page back', async ({ browser, baseURL }) => {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
  const page = await context.newPage()
  await enterAccount(page, 'Create an account', createEmail())
  const workbench = await open(page)
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok())
  await workbench.write(note('of the account'))
  await saved
  await visit(page, '/account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'You’re signed out' })).toBeVisible({ timeout: 20_000 })
  await page.goBack()
  const again = new Workbench(
    page,
    'causalMask',
    page.getByRole('region', { name: 'Exercise causalMask', exact: true }),
  )
  await again.ready()
  await expect(again.code).not.toContainText('of the account')
  await context.close()
})

test('signing in twice from two tabs, and signing out in one, leaves both signed out', async ({ page, context }) => {
  const email = createEmail()
  await enterAccount(page, 'Create an account', email)
  const other = await context.newPage()
  await visit(other, '/account')
  await expect(other.getByRole('heading', { name: 'You are signed in' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'You’re signed out' })).toBeVisible({ timeout: 20_000 })
  await expect(other.getByRole('region', { name: 'Sign in' })).toBeVisible()
})

test('two tabs that pass the same exercise offline count as two attempts and one pass', async ({ page, context }) => {
  const first = await open(page)
  await first.try('export function causalMask(n: number) { return [[true]] }', /./)
  await first.confirmed()
  const other = await context.newPage()
  const second = await open(other)
  await second.try('export function causalMask(n: number) { return [[false]] }', /./)
  await second.confirmed()
  await context.setOffline(true)
  await first.try(RIGHT, 'Passed here, not yet confirmed')
  await second.try(RIGHT, 'Passed here, not yet confirmed')
  await context.setOffline(false)
  await first.confirmed()
  await second.confirmed()
  expect((await readProgress(page)).exercises['causal-mask']).toMatchObject({ passed: true, attempts: 4 })
})
