import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { answer, Workbench } from './workbench.ts'

// twenty questions one after the other, or axe on many states of a page, take a busy machine a while
test.describe.configure({ timeout: 120_000 })

/** A guest who has chosen these lessons, on the page of reviews with the first question. */
async function begin(page: Page, ...lessons: string[]): Promise<void> {
  await page.goto('/review')
  await expect(page.getByRole('heading', { name: 'Choose what to review' })).toBeVisible({ timeout: 20_000 })
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
  await asked(page, 1)
}

/** Waits for the question with this number in the session. */
async function asked(page: Page, n: number): Promise<void> {
  await expect(page.locator('.queue b')).toHaveText(new RegExp(`^${n} of `), { timeout: 20_000 })
  await expect(page.getByRole('article')).toBeVisible({ timeout: 20_000 })
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
  await page.goto('/review')
  await asked(page, 1)
  await page.goto('/review/plan')
  const open = page.getByRole('region', { name: 'Lessons that you review' })
  await expect(open.getByRole('link', { name: 'The scale' })).toBeVisible()
})

test('twenty items are reviewed by the keyboard alone, one of them taken back', async ({ page }) => {
  await begin(page, 'causal-mask', 'kv-cache')
  await expect(page.locator('.queue b')).toHaveText('1 of 20')
  let takenBack = false
  for (let n = 1; n <= 20; n++) {
    await asked(page, n)
    // where one writes a number, U is a letter
    if (n >= 3 && !takenBack && (await isCard(page))) {
      takenBack = true
      const here = (await question(page).textContent()) ?? ''
      await page.keyboard.press('u')
      await asked(page, n - 1)
      await show(page)
      await page.keyboard.press('4')
      await asked(page, n)
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
  await expect.poll(() => stored(page), { timeout: 20_000 }).toBe(20)
  await page.reload()
  await expect(question(page)).toHaveText('Twenty reviews done.', { timeout: 20_000 })
})

test('a rating without a line is kept on the device, and sent when the line is back', async ({ page, context }) => {
  await begin(page, 'kv-cache')
  await context.setOffline(true)
  await show(page)
  await page.keyboard.press('3')
  await asked(page, 2)
  await expect(page.getByText(/Saved on this device, not yet sent: one rating/)).toBeVisible()
  await context.setOffline(false)
  await expect.poll(() => stored(page), { timeout: 20_000 }).toBe(1)
  await expect(page.getByText(/Saved on this device, not yet sent/)).toBeHidden()
})

test('what waited in a closed tab is sent by the next visit, once', async ({ page, context }) => {
  await begin(page, 'kv-cache')
  await page.route('**/api/review/log', (route) => route.abort())
  await show(page)
  await page.keyboard.press('4')
  await asked(page, 2)
  await expect(page.getByText(/Saved on this device, not yet sent: one rating/)).toBeVisible()
  await page.close()
  const next = await context.newPage()
  await next.goto('/review')
  await asked(next, 2)
  await expect.poll(() => stored(next), { timeout: 20_000 }).toBe(1)
})

test('a card is rated in its lesson, in place, and taken back', async ({ page }) => {
  await page.goto('/lessons/kv-cache')
  const card = page.getByRole('region', { name: /^Card \d/ }).first()
  await card.getByText('Show the answer').click()
  await card.getByRole('button', { name: /^Easy/ }).click({ timeout: 20_000 })
  await expect(card.getByText(/^Easy\. It comes again in \d+ days/)).toBeVisible()
  await expect.poll(() => stored(page), { timeout: 20_000 }).toBe(1)
  await card.getByRole('button', { name: 'Undo' }).click()
  await expect(card.getByRole('button', { name: /^Easy/ })).toBeVisible()
  await expect.poll(() => stored(page), { timeout: 20_000 }).toBe(0)
})

test('with the day of the interview the plan shows the days until it, and home counts them', async ({ page }) => {
  await begin(page, 'kv-cache')
  await page.goto('/review/plan')
  const day = await page.evaluate(() => new Date(Date.now() + 12 * 86_400_000).toISOString().slice(0, 10))
  await page.getByLabel('My interview is on').fill(day, { timeout: 20_000 })
  await page.getByRole('button', { name: 'Save the plan' }).click()
  await expect(page.getByRole('heading', { name: /^Until / })).toBeVisible({ timeout: 20_000 })
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+ days to your interview\.$/)
})

test('a drill is built from a blank file, and its rating comes from the round', async ({ page }) => {
  await page.goto('/review/drill/causal-mask?round=0')
  const bench = new Workbench(page, 'causalMask', page.getByRole('main'))
  await bench.ready()
  await expect(page.getByRole('timer')).toBeVisible()
  await bench.write(answer('causal-mask', 'causal-mask', 'solution.ts'))
  await bench.run()
  await page.getByRole('button', { name: 'Go on' }).click({ timeout: 30_000 })
  await expect(page).toHaveURL(/\/review$/)
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const { desk } = await (await fetch('/api/review?zone=UTC')).json()
          return desk.today.find((it: { item: string }) => it.item === 'drill:causal-mask')?.rating
        }),
      { timeout: 20_000 },
    )
    .toBe(4)
})

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']
const clean = async (page: Page) => {
  await page.evaluate(() => document.fonts.ready)
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.target.join(' ')}`)).toEqual([])
}

for (const width of [390, 1280])
  for (const colorScheme of ['light', 'dark'] as const)
    test.describe(`${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' })
      test('axe finds nothing on a session', async ({ page }) => {
        await page.goto('/review')
        await expect(page.getByRole('heading', { name: 'Choose what to review' })).toBeVisible({ timeout: 20_000 })
        await clean(page)
        await begin(page, 'kv-cache')
        await clean(page)
        for (let n = 1; ; n++) {
          await asked(page, n)
          if (!(await isCard(page))) break
          await show(page)
          if (n === 1) await clean(page)
          await page.keyboard.press('4')
        }
        await page.getByLabel('Your answer').fill('a lot')
        await page.getByRole('button', { name: 'Check' }).click()
        await expect(page.getByRole('alert').filter({ hasText: 'can be read' })).toBeVisible()
        await clean(page)
        await page.getByLabel('Your answer').fill('1')
        await page.getByRole('button', { name: 'Check' }).click()
        await expect(page.getByText('Not yet.')).toBeVisible()
        await clean(page)
      })
      test('axe finds nothing on plan and statistics', async ({ page }) => {
        await begin(page, 'kv-cache')
        await show(page)
        await page.keyboard.press('1')
        await asked(page, 2)
        await page.goto('/review/plan')
        await expect(page.getByRole('button', { name: 'Save the plan' })).toBeVisible({ timeout: 20_000 })
        await clean(page)
        await page.goto('/review/statistics')
        await expect(page.getByRole('heading', { name: 'Reviews a day' })).toBeVisible({ timeout: 20_000 })
        await clean(page)
      })
    })
