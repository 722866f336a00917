import path from 'node:path'
import { createClient } from '@libsql/client'
import { expect, type Page, test } from '@playwright/test'
import { describeViews, expectNoViolations } from './axe.ts'
import { visit } from './visit.ts'
import { answer, Workbench } from './workbench.ts'

describeViews(() => {
  test('authors read how a lesson is written, with every sample live beside its source, and axe finds nothing', async ({
    page,
    viewport,
  }) => {
    await visit(page, '/authors')
    const answerSample = page.locator('#component-answer')
    await expect(answerSample).toContainText('<ShortAnswer seconds={15}>')
    await expect(answerSample.getByText(/^Short answer 15 seconds/)).toBeVisible()
    await expect(page.locator('#feature-edgeCases [data-code]')).toBeVisible()
    const width = () => page.evaluate(() => document.documentElement.scrollWidth)
    expect(await width()).toBeLessThanOrEqual(viewport?.width ?? 0)
    await expectNoViolations(page)
  })
})

test('the strength of an exercise is what this server finds', async ({ page }) => {
  await page.goto('/authors')
  const first = page.getByRole('table', { name: 'Strength of each exercise' }).getByRole('row').nth(1)
  await expect(first).toContainText(/none of \d+/, { timeout: 60_000 })
  await expect(first.getByRole('cell').nth(1)).toHaveText('none')
  await expect(first.getByRole('cell').nth(3)).toHaveText('none')
})

test('unexplained outputs are counted for all, and what learners wrote is for authors alone', async ({ page }) => {
  const bench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  await bench.try('export function causalMask(n: number) { return [[n > 40, n > 41]] }', /./)
  await bench.confirmed()
  const found = await page.evaluate(async () => (await fetch('/api/authors/unexplained')).json())
  expect(found.author).toBe(false)
  const mine = found.exercises.find((graded: { exercise: string }) => graded.exercise === 'causal-mask')
  expect(mine.outputs[0].answers).toBeGreaterThan(0)
  expect(JSON.stringify(found)).not.toContain('n > 41')
})

test('findings are told in development only', async ({ request }) => {
  expect((await request.get('/api/authors/findings?lesson=causal-mask')).status()).toBe(404)
})

test('who passed is told when the exercise has become stricter, keeps the pass, and can pass again', async ({
  page,
}) => {
  const bench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  const sent = page.waitForResponse('**/api/submissions')
  await bench.try(answer('causal-mask', 'causal-mask', 'solution.ts'), /^Passed\./)
  await bench.confirmed()
  await passedLooserExercise((await (await sent).json()).id)

  await page.reload()
  await bench.ready()
  const notice = page.getByText('Your pass still counts.')
  await expect(notice).toBeVisible()
  expect(await passed(page)).toBe(true)
  await bench.try(answer('causal-mask', 'causal-mask', 'solution.ts'), /^Passed\./)
  await bench.confirmed()
  await expect(notice).toBeHidden()
})

const passed = (page: Page): Promise<boolean> =>
  page.evaluate(async () => (await (await fetch('/api/progress')).json()).exercises['causal-mask'].passed)

/** Makes a stored pass one of an earlier version, which took an answer that today's would not. */
async function passedLooserExercise(id: string): Promise<void> {
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
