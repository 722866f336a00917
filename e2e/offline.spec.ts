import { expect, type Page, test } from '@playwright/test'
import { readProgress } from './learner-work.ts'
import { visit } from './visit.ts'
import { answer, Workbench } from './workbench.ts'

const SOLUTION = answer('causal-mask', 'causal-mask', 'solution.ts')

/** Opens an exercise and runs it once, so that the browser has everything that it loads when it is idle. */
async function openCompletely(page: Page): Promise<Workbench> {
  const solution = page.waitForResponse('**/api/exercises/causal-mask/solution')
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  await solution
  await workbench.try('export function causalMask(n: number) { return [[true]] }', /./)
  await workbench.confirmed()
  return workbench
}

async function takeAllHints({ editor }: Workbench): Promise<void> {
  const next = editor.getByRole('button', { name: /^Hint \d of \d$/ }).last()
  const solution = editor.getByRole('button', { name: 'Show the solution' })
  while (!(await solution.isVisible())) await next.click()
}

test('the solution is shown offline, and the server hears of it when the browser is online again', async ({
  page,
  context,
}) => {
  const workbench = await openCompletely(page)
  await context.setOffline(true)
  await takeAllHints(workbench)
  await workbench.editor.getByRole('button', { name: 'Show the solution' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Show the solution' }).click()
  const dialog = page.getByRole('dialog', { name: /^Solution/ })
  await expect(dialog).toContainText('export function causalMask')
  await dialog.getByRole('button', { name: 'Close the solution' }).click()
  await workbench.try(SOLUTION, 'Passed here, not yet confirmed')

  await context.setOffline(false)
  await workbench.confirmed()
  // looked at before the pass, although both arrived at the same time
  expect((await readProgress(page)).exercises['causal-mask']).toMatchObject({
    passed: true,
    givenUp: true,
    assisted: true,
  })
})

test('a run whose grader has not loaded before the network went is graded when it is back', async ({
  page,
  context,
}) => {
  await page.route('**/sandbox/frame*', (route) => route.abort())
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await workbench.try(SOLUTION, 'Not graded yet')
  await expect(workbench.verdict).toContainText('The grader hasn’t loaded')
  await page.unroute('**/sandbox/frame*')
  await context.setOffline(false)
  await workbench.confirmed()
})

test('after a pass that is not confirmed yet the solution needs no question, and the pass is the learner’s own', async ({
  page,
  context,
}) => {
  const workbench = await openCompletely(page)
  await context.setOffline(true)
  await workbench.try(SOLUTION, 'Passed here, not yet confirmed')
  await takeAllHints(workbench)
  await workbench.editor
    .getByRole('button', { name: 'Solution' })
    .or(workbench.editor.getByRole('button', { name: 'Show the solution' }))
    .click()
  await expect(page.getByRole('dialog', { name: /^Solution/ })).toContainText('export function causalMask')
  await page.keyboard.press('Escape')
  await context.setOffline(false)
  await workbench.confirmed()
  await expect
    .poll(async () => (await readProgress(page)).exercises['causal-mask'])
    .toMatchObject({ passed: true, assisted: false, givenUp: false })
})

test('a plan that is saved offline is kept on the device, and sent when the browser is online again', async ({
  page,
  context,
}) => {
  const readPlan = () => page.evaluate(async () => (await (await fetch('/api/review?zone=UTC')).json()).desk.plan)
  await visit(page, '/review/plan')
  const minutes = page.getByLabel('Minutes per day')
  await expect(minutes).toBeVisible({ timeout: 20_000 })
  await context.setOffline(true)
  await minutes.fill('25')
  await page.getByRole('button', { name: 'Save plan' }).click()
  await expect(page.getByText('Saved on this device. We’ll send it to the server')).toBeVisible()
  await minutes.fill('35')
  await page.getByRole('button', { name: 'Save plan' }).click()
  await expect(page.getByText('Saved on this device. We’ll send it to the server')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible({ timeout: 20_000 })
  expect(await readPlan()).toMatchObject({ minutesPerDay: 35 })
})

test('a plan that waited in a closed tab is what the next visit shows and sends', async ({ page, context }) => {
  await visit(page, '/review/plan')
  await expect(page.getByLabel('Minutes per day')).toBeVisible({ timeout: 20_000 })
  await context.route('**/api/review/plan', (route) => route.abort())
  await page.getByLabel('Minutes per day').fill('15')
  await page.getByRole('button', { name: 'Save plan' }).click()
  await expect(page.getByText('Saved on this device.')).toBeVisible()
  await page.close()
  const next = await context.newPage()
  await visit(next, '/review/plan')
  await expect(next.getByLabel('Minutes per day')).toHaveValue('15', { timeout: 20_000 })
  await expect(next.getByText('Saved on this device.')).toBeVisible()
  await context.unrouteAll({ behavior: 'wait' })
  await next.reload()
  await expect(next.getByText('Saved.', { exact: true })).toBeVisible({ timeout: 20_000 })
})

test('an interview can’t begin offline, and begins once with the same choices when the browser is online again', async ({
  page,
  context,
}) => {
  await visit(page, '/interview')
  await page.getByText('10 minutes').click()
  await context.setOffline(true)
  const begin = page.getByRole('button', { name: 'Start interview' })
  await begin.click()
  await expect(page.getByText(/We can’t reach the server, which asks the questions/)).toBeVisible()
  await expect(page.getByRole('radio', { name: '10 minutes' })).toBeChecked()
  await context.setOffline(false)
  // the server begins the interview, but its answer is lost
  await page.route('**/api/interviews', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await begin.click()
  await expect(page.getByText(/We can’t reach the server, which asks the questions/)).toBeVisible()
  await page.unrouteAll({ behavior: 'wait' })
  await begin.click()
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeVisible({ timeout: 30_000 })
  const rows = await page.request.get('/interview')
  expect((await rows.text()).match(/href="\/interview\/[0-9a-f-]{36}"/g)).toHaveLength(1)
})

test('an exercise that is chosen while Next hydrates the page is shown', async ({ page }) => {
  // Next puts back the address that it found before, which loses what the learner has chosen meanwhile
  await page.addInitScript(() => {
    const replaceState = history.replaceState.bind(history)
    let isFirst = true
    history.replaceState = (...args) => {
      if (isFirst) location.hash = '#build-causal-attention'
      isFirst = false
      replaceState(...args)
    }
  })
  await visit(page, '/lessons/causal-mask')
  await expect(page.getByRole('region', { name: 'Exercise causalAttention', exact: true })).toBeVisible()
  await expect(page).toHaveURL(/#build-causal-attention$/)
})
