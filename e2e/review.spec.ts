import { expect, type Page, test } from '@playwright/test'
import { describeViews, expectNoViolations } from './axe.ts'
import { visit, waitForHydration } from './visit.ts'
import { answer, Workbench } from './workbench.ts'

/** A guest who has chosen these lessons, on the page of reviews with the first question. */
async function begin(page: Page, ...lessons: string[]): Promise<void> {
  await visit(page, '/review')
  await expect(page.getByRole('heading', { name: 'Choose what to review' })).toBeVisible()
  const added = await page.evaluate(async (slugs) => {
    const entries = slugs.map((slug) => ({
      kind: 'add',
      id: crypto.randomUUID(),
      at: Date.now(),
      item: `lesson:${slug}`,
    }))
    const headers = { 'content-type': 'application/json' }
    return (await fetch('/api/review/log', { method: 'POST', headers, body: JSON.stringify({ entries }) })).status
  }, lessons)
  expect(added).toBe(200)
  await page.reload()
  await waitForHydration(page)
  await waitForQuestion(page, 1)
}

/** Waits for the question with this number in the session. */
async function waitForQuestion(page: Page, n: number): Promise<void> {
  await expect(page.locator('[data-queue] b')).toHaveText(new RegExp(`^${n} of `))
  await expect(page.getByRole('article')).toBeVisible()
}

/** Shows the answer by the keyboard alone: Space for a card, Enter in the input of a question with numbers. */
async function show(page: Page): Promise<void> {
  const input = page.getByLabel('Your answer')
  if (await isCard(page)) await page.keyboard.press('Space')
  else await input.press('Enter')
  await expect(ratings(page)).toBeVisible()
}

const isCard = async (page: Page) => (await page.getByRole('article').getAttribute('aria-label')) === 'Card'
const ratings = (page: Page) => page.getByRole('group', { name: 'How well did you know it?' })
const question = (page: Page) => page.getByRole('heading', { level: 1 })
const stored = (page: Page): Promise<number> =>
  page.evaluate(async () => (await (await fetch('/api/review?zone=UTC')).json()).desk.today.length)

test('the cards of a lesson that was opened, down to its exercise, come in by themselves', async ({ page }) => {
  await Workbench.open(page, 'scaling', 'attention', 'attention')
  await visit(page, '/review')
  await waitForQuestion(page, 1)
  await visit(page, '/review/plan')
  const open = page.getByRole('region', { name: 'Lessons that you review' })
  await expect(open.getByRole('link', { name: 'The scale' })).toBeVisible()
})

test('the first question and the plan are there before any script, and no page is kept for somebody else', async ({
  page,
  browser,
  context,
}) => {
  await begin(page, 'causal-mask', 'kv-cache')
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() })
  const still = await plain.newPage()
  for (let n = 1; ; n++) {
    const isNumber = !(await isCard(page))
    for (const path of ['/review', '/review/plan', '/review/statistics']) {
      const response = await still.goto(path)
      expect(response?.headers()['cache-control']).toContain('no-store')
      if (path !== '/review') continue
      await waitForQuestion(still, n)
      await expect(question(still)).toHaveText((await question(page).textContent()) ?? '')
      await expect(still.getByRole('button', { name: /^(Show the answer|Check)/ }).first()).toBeVisible()
    }
    await still.goto('/review/plan')
    await expect(still.getByLabel('Minutes per day')).toHaveValue('40')
    await expect(still.getByRole('link', { name: 'KV cache' })).toBeVisible()
    if (isNumber) break
    await show(page)
    await page.keyboard.press('4')
    await waitForQuestion(page, n + 1)
    await expect.poll(() => stored(page)).toBe(n)
  }
  await plain.close()
})

test('a page that the server knows all of asks it nothing more', async ({ page }) => {
  await begin(page, 'kv-cache')
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  for (const path of ['/review', '/review/plan']) {
    await visit(page, path)
    await page.waitForLoadState('networkidle')
  }
  expect(requests).toContain('/api/progress')
  await expect(page.getByRole('link', { name: /^Review\s+[1-9]\d*\s+due$/ })).toBeVisible()
  expect(requests).not.toContain('/api/review')
})

test('a session that has ended shows nobody’s reviews, and says so', async ({ page, context }) => {
  await begin(page, 'kv-cache')
  await context.clearCookies()
  await visit(page, '/review')
  await expect(page.getByRole('heading', { name: 'Choose what to review' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'guest session has ended' })).toBeVisible()
})

test('a review that waits on the device is done as soon as the next page opens, also offline', async ({ page }) => {
  await begin(page, 'kv-cache')
  await page.route('**/api/**', (route) => route.abort())
  await show(page)
  await page.keyboard.press('4')
  await waitForQuestion(page, 2)
  await page.reload()
  await waitForQuestion(page, 2)
  await expect(page.getByText(/Saved on this device, not yet sent: one rating/)).toBeVisible()
})

test('twenty items are reviewed by the keyboard alone, one of them taken back', async ({ page }) => {
  await begin(page, 'causal-mask', 'kv-cache')
  await expect(page.locator('[data-queue] b')).toHaveText('1 of 20')
  let takenBack = false
  for (let n = 1; n <= 20; n++) {
    await waitForQuestion(page, n)
    // where one writes a number, U is a letter
    if (n >= 3 && !takenBack && (await isCard(page))) {
      takenBack = true
      const here = (await question(page).textContent()) ?? ''
      await page.keyboard.press('u')
      await waitForQuestion(page, n - 1)
      await show(page)
      await page.keyboard.press('4')
      await waitForQuestion(page, n)
      await expect(question(page)).toHaveText(here)
    }
    await show(page)
    await expect(ratings(page).getByRole('button')).toHaveText([
      /^Again .*min/,
      /^Hard .*min/,
      /^Good .*min/,
      /^Easy .*day/,
    ])
    await page.keyboard.press('4')
  }
  expect(takenBack).toBe(true)
  await expect(question(page)).toHaveText('Twenty reviews done.')
  await expect.poll(() => stored(page)).toBe(20)
  await page.reload()
  await expect(question(page)).toHaveText('Twenty reviews done.')
})

test('a rating made offline is kept on the device, and sent when the browser is online again', async ({
  page,
  context,
}) => {
  await begin(page, 'kv-cache')
  await context.setOffline(true)
  await show(page)
  await page.keyboard.press('3')
  await waitForQuestion(page, 2)
  await expect(page.getByText(/Saved on this device, not yet sent: one rating/)).toBeVisible()
  await context.setOffline(false)
  await expect.poll(() => stored(page)).toBe(1)
  await expect(page.getByText(/Saved on this device, not yet sent/)).toBeHidden()
})

test.describe('a rating on a device whose storage is full', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      }
      IDBObjectStore.prototype.put = refuse
      Storage.prototype.setItem = refuse
    }),
  )

  test('is said not to be saved while the browser is offline, and is sent when it is online again', async ({
    page,
    context,
  }) => {
    await begin(page, 'kv-cache')
    await context.setOffline(true)
    await show(page)
    await page.keyboard.press('3')
    await waitForQuestion(page, 2)
    const notice = page.getByText(
      /Not saved: this device’s storage is full\. Keep this tab open until one rating is sent/,
    )
    await expect(notice).toBeVisible()
    await context.setOffline(false)
    await expect.poll(() => stored(page)).toBe(1)
    await expect(notice).toBeHidden()
  })

  test('in a lesson is said not to be saved only until the server has it', async ({ page, context }) => {
    await visit(page, '/lessons/kv-cache')
    const cards = page.locator('details').filter({ has: page.locator('[data-card-answer]') })
    await cards.first().locator('summary').click()
    const good = cards.first().getByRole('button', { name: /^Good/ })
    await expect(good).toBeVisible()
    await context.setOffline(true)
    await good.click()
    await expect(cards.first().getByRole('status')).toContainText('Not saved on this device')
    await context.setOffline(false)
    await expect.poll(() => stored(page)).toBe(1)
    await expect(cards.first().getByRole('status')).toHaveText(/^Good\. Next review in [^.]+\.$/)
  })
})

test('what waited in a closed tab is sent by the next visit, once', async ({ page, context }) => {
  await begin(page, 'kv-cache')
  await page.route('**/api/review/log', (route) => route.abort())
  await show(page)
  await page.keyboard.press('4')
  await waitForQuestion(page, 2)
  await expect(page.getByText(/Saved on this device, not yet sent: one rating/)).toBeVisible()
  await page.close()
  const next = await context.newPage()
  await visit(next, '/review')
  await waitForQuestion(next, 2)
  await expect.poll(() => stored(next)).toBe(1)
})

test('statistics count what waited in a closed tab', async ({ page, context }) => {
  await begin(page, 'kv-cache')
  await page.route('**/api/review/log', (route) => route.abort())
  await show(page)
  await page.keyboard.press('3')
  await waitForQuestion(page, 2)
  await page.close()
  const next = await context.newPage()
  await next.goto('/review/statistics')
  await expect(next.getByLabel(/one review in all/)).toBeVisible({ timeout: 20_000 })
})

test('a card is rated in its lesson, in place, and taken back', async ({ page }) => {
  await visit(page, '/lessons/kv-cache')
  const card = page.getByRole('region', { name: /^Card \d/ }).first()
  await card.getByText('Show the answer').click()
  await card.getByRole('button', { name: /^Easy/ }).click()
  await expect(card.getByText(/^Easy\. Next review in \d+ days/)).toBeVisible()
  await expect.poll(() => stored(page)).toBe(1)
  await card.getByRole('button', { name: 'Undo' }).click()
  await expect(card.getByRole('button', { name: /^Easy/ })).toBeVisible()
  await expect.poll(() => stored(page)).toBe(0)
})

test('with the day of the interview the plan shows the days until it, and home counts them', async ({ page }) => {
  await begin(page, 'kv-cache')
  await visit(page, '/review/plan')
  const day = await page.evaluate(() => new Date(Date.now() + 12 * 86_400_000).toISOString().slice(0, 10))
  await page.getByLabel('My interview is on').fill(day)
  await page.getByRole('button', { name: 'Save plan' }).click()
  await expect(page.getByRole('heading', { name: /^Until / })).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+ days to your interview\.$/)
})

test('a drill is built from a blank file, and its rating comes from the round', async ({ page }) => {
  await page.goto('/review/drill/causal-mask?round=0')
  const workbench = new Workbench(page, 'causalMask', page.getByRole('main'))
  await workbench.ready()
  await expect(page.getByRole('timer')).toBeVisible()
  await workbench.write(answer('causal-mask', 'causal-mask', 'solution.ts'))
  await workbench.run()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(/\/review$/)
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const { desk } = await (await fetch('/api/review?zone=UTC')).json()
        return desk.today.find((entry: { item: string }) => entry.item === 'drill:causal-mask')?.rating
      }),
    )
    .toBe(4)
})

describeViews(() => {
  test('axe finds nothing on a session', async ({ page }) => {
    await visit(page, '/review')
    await expect(page.getByRole('heading', { name: 'Choose what to review' })).toBeVisible()
    await expectNoViolations(page)
    await begin(page, 'kv-cache')
    await expectNoViolations(page)
    for (let n = 1; ; n++) {
      await waitForQuestion(page, n)
      if (!(await isCard(page))) break
      await show(page)
      if (n === 1) await expectNoViolations(page)
      await page.keyboard.press('4')
    }
    await page.getByLabel('Your answer').fill('a lot')
    await page.getByRole('button', { name: 'Check' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'We can’t read this' })).toBeVisible()
    await expectNoViolations(page)
    await page.getByLabel('Your answer').fill('1')
    await page.getByRole('button', { name: 'Check' }).click()
    await expect(page.getByText('Not yet.')).toBeVisible()
    await expectNoViolations(page)
  })
  test('axe finds nothing on plan and statistics', async ({ page }) => {
    await begin(page, 'kv-cache')
    await show(page)
    await page.keyboard.press('1')
    await waitForQuestion(page, 2)
    await visit(page, '/review/plan')
    await expect(page.getByRole('button', { name: 'Save plan' })).toBeVisible()
    await expectNoViolations(page)
    await page.goto('/review/statistics')
    await expect(page.getByRole('heading', { name: 'Reviews per day' })).toBeVisible()
    await expectNoViolations(page)
  })
})
