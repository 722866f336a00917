import { expect, test } from '@playwright/test'
import { readProgress } from './learner-work.ts'
import { visit } from './visit.ts'
import { answer, Workbench } from './workbench.ts'

test('a draft survives a closed tab at once', async ({ page, context }) => {
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  await workbench.write('export function causalMask(n: number) {\n  return [[n > 41]]\n}')
  const closed = page.waitForEvent('close')
  await page.close({ runBeforeUnload: true }) // which does not wait for it
  await closed
  const again = await Workbench.open(await context.newPage(), 'causal-mask', 'causal-mask', 'causalMask')
  await expect(again.code).toContainText('n > 41')
})

test('resetting the code asks first, and the code can be restored', async ({ page }) => {
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  await workbench.write('export function causalMask(n: number) {\n  return [[n > 42]]\n}')
  await workbench.editor.getByRole('button', { name: 'Reset code' }).click()
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).getByRole('button', { name: 'Reset code' }).click()
  await expect(workbench.code).not.toContainText('n > 42')
  await workbench.editor.getByRole('button', { name: /Restore|Bring/ }).click()
  await expect(workbench.code).toContainText('n > 42')
})

test('offline a pass waits on the device, and is confirmed when the browser is online again', async ({
  page,
  context,
}) => {
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  await workbench.try('export function causalMask(n: number) { return [[true]] }', /./)
  await workbench.confirmed()
  await context.setOffline(true)
  await workbench.try(answer('causal-mask', 'causal-mask', 'solution.ts'), 'Passed here, not yet confirmed')
  await context.setOffline(false)
  await workbench.confirmed()
})

test('an answer that waited is sent by the next visit, once', async ({ page, context }) => {
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  await page.route('**/api/submissions', (route) => route.abort())
  await workbench.try(answer('causal-mask', 'causal-mask', 'solution.ts'), 'Passed here, not yet confirmed')
  await page.close()
  const next = await context.newPage()
  await next.goto('/lessons/causal-mask#build-causal-mask')
  await expect(next.getByRole('link', { name: /causalMask.*passed/ }).first()).toBeVisible()
  await expect
    .poll(async () => (await readProgress(next)).exercises['causal-mask'])
    .toMatchObject({ passed: true, attempts: 1 })
})

test('two learners do not see each other’s work', async ({ browser, page }) => {
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  await workbench.try(answer('causal-mask', 'causal-mask', 'solution.ts'), /./)
  await workbench.confirmed()
  const other = await (await browser.newContext()).newPage()
  await other.goto('/')
  expect(await readProgress(other)).toMatchObject({ learner: null, exercises: {} })
})

test('an account takes the guest’s work along, and shows it on another device', async ({ browser, page }) => {
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  await workbench.try(answer('causal-mask', 'causal-mask', 'solution.ts'), /./)
  await workbench.confirmed()
  const email = `learner-${crypto.randomUUID()}@example.org`
  await visit(page, '/account')
  const form = page.getByRole('region', { name: 'Create an account' })
  await form.getByLabel('E-mail address').fill(email)
  await form.getByLabel('Password').fill('correct horse battery')
  await form.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText(email).first()).toBeVisible()
  await expect.poll(async () => (await readProgress(page)).exercises['causal-mask']?.passed).toBe(true)

  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto('/account')
  const signIn = await elsewhere.request.post('/api/auth/sign-in/email', {
    data: { email, password: 'correct horse battery' },
    headers: { origin: new URL(elsewhere.url()).origin },
  })
  expect(signIn.ok()).toBe(true)
  await elsewhere.goto('/lessons/causal-mask')
  await expect(elsewhere.getByRole('link', { name: /causalMask.*passed/ }).first()).toBeVisible()
})
