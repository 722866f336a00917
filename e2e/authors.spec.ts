import path from 'node:path'
import { createClient } from '@libsql/client'
import { expect, type Page, test } from '@playwright/test'
import { describeViews, expectNoViolations } from './axe.ts'
import { visit } from './visit.ts'
import { answer, Workbench } from './workbench.ts'

const PAGES = [
  '/authors',
  '/authors/text',
  '/authors/components',
  '/authors/figures',
  '/authors/exercises',
  '/authors/cards',
  '/authors/answers',
]

describeViews(() => {
  for (const path of PAGES)
    test(`authors read ${path}, every heading in its table of contents is there, and axe finds nothing`, async ({
      page,
      viewport,
    }) => {
      await visit(page, path)
      const contents = page.getByRole('navigation', { name: 'Authors’ guide' })
      await expect(contents.locator('[aria-current=page]')).toHaveAttribute('href', path)
      const anchors = await contents
        .locator('a[href^="#"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
      expect(anchors.length).toBeGreaterThan(1)
      for (const anchor of anchors) await expect(page.locator(`section${anchor} > h2`)).toBeVisible()
      const width = () => page.evaluate(() => document.documentElement.scrollWidth)
      expect(await width()).toBeLessThanOrEqual(viewport?.width ?? 0)
      await expectNoViolations(page)
    })

  test('authors see every sample live, next to its source, and excerpts of real exercises', async ({ page }) => {
    await visit(page, '/authors/components')
    const answerSample = page.locator('#component-short-answer')
    await expect(answerSample).toContainText('<ShortAnswer seconds={15}>')
    await expect(answerSample.getByText(/^Short answer 15 seconds/)).toBeVisible()
    await visit(page, '/authors/exercises')
    await expect(page.locator('#feature-edgeCases [data-code]')).toBeVisible()
  })
})

test('the pages of the authors’ guide lead from one to the next and back', async ({ page }) => {
  await page.goto('/authors')
  const neighbors = page.getByRole('navigation', { name: 'Previous and next page' })
  for (const path of PAGES.slice(1)) {
    await neighbors.locator('a[rel=next]').click()
    await expect(page).toHaveURL(path)
  }
  await expect(neighbors.locator('a[rel=next]')).toHaveCount(0)
  await neighbors.locator('a[rel=prev]').click()
  await expect(page).toHaveURL('/authors/cards')
})

test('a link to a heading of the guide when it was one page leads to where the heading is now', async ({ page }) => {
  await page.goto('/authors#feature-edgeCases')
  await expect(page).toHaveURL('/authors/exercises#feature-edgeCases')
  await expect(page.locator('#feature-edgeCases')).toBeInViewport()
})

test('the strength of an exercise is what this server finds', async ({ page }) => {
  await page.goto('/authors/answers')
  const first = page.getByRole('table', { name: 'Strength of each exercise' }).getByRole('row').nth(1)
  await expect(first).toContainText(/none of \d+/, { timeout: 60_000 })
  await expect(first.getByRole('cell').nth(1)).toHaveText('none')
  await expect(first.getByRole('cell').nth(3)).toHaveText('none')
})

test('unexplained outputs are counted for all, and what learners wrote is for authors only', async ({
  page,
  request,
}) => {
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  await workbench.try('export function causalMask(n: number) { return [[n > 40, n > 41]] }', /./)
  await workbench.confirmed()
  const html = await (await request.get('/authors/answers')).text()
  expect(html).toContain('You see only the counts.')
  expect(html).toMatch(/#build-causal-mask">causal-mask[\s\S]*?\d+ answers?</)
  expect(html).not.toMatch(/n (>|&gt;|\\u003e) 41/)
})

test('findings are told in development only', async ({ request }) => {
  expect((await request.get('/api/authors/findings?lesson=causal-mask')).status()).toBe(404)
})

test('who passed is told when the exercise has become stricter, keeps the pass, and can pass again', async ({
  page,
}) => {
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  const sent = page.waitForResponse('**/api/submissions')
  await workbench.try(answer('causal-mask', 'causal-mask', 'solution.ts'), /^Passed\./)
  await workbench.confirmed()
  await storePassOfLooserExercise((await (await sent).json()).id)

  await page.reload()
  await workbench.ready()
  const notice = page.getByText('Your pass still counts.')
  await expect(notice).toBeVisible()
  expect(await passed(page)).toBe(true)
  await workbench.try(answer('causal-mask', 'causal-mask', 'solution.ts'), /^Passed\./)
  await workbench.confirmed()
  await expect(notice).toBeHidden()
})

const passed = (page: Page): Promise<boolean> =>
  page.evaluate(async () => (await (await fetch('/api/progress')).json()).exercises['causal-mask'].passed)

/** Makes a stored pass one of an earlier version, which took an answer that today's would not. */
async function storePassOfLooserExercise(id: string): Promise<void> {
  const db = createClient({ url: `file:${path.join(process.env.E2E_FOLDER ?? '', 'e2e.db')}` })
  await db.execute('PRAGMA busy_timeout = 10000')
  const source = 'export function causalMask(n: number) { return [[n > 41]] }'
  const { rowsAffected } = await db.execute({
    sql: 'UPDATE "Submission" SET "exerciseVersion" = ?, "source" = ? WHERE "id" = ?',
    args: ['earlier', source, id],
  })
  db.close()
  expect(rowsAffected).toBe(1)
}
