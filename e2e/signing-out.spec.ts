import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { createEmail, cutWrites, enterAccount, readProgress } from './learner-work.ts'
import { visit } from './visit.ts'
import { Workbench } from './workbench.ts'

const expectAccessible = async (page: Page) => {
  await page.evaluate(() => document.fonts.ready)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([])
}
const open = (page: Page) => Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
const WRITTEN = "export function causalMask(n: number) {\n  return [['written before']]\n}"

/** Writes a draft that the server doesn’t get, and opens the account page. */
async function leaveUnsentDraft(page: Page): Promise<void> {
  await cutWrites(page)
  const workbench = await open(page)
  await workbench.write(WRITTEN)
  await expect(workbench.editor.getByText(/^Saved on this device/)).toBeVisible()
  await visit(page, '/account')
  await expect(page.getByRole('heading', { name: 'You are signed in' })).toBeVisible()
  await page.waitForLoadState('networkidle')
}

test('signing out offline asks about unsent work, and “Stay signed in” changes nothing', async ({ page, context }) => {
  const email = createEmail()
  await enterAccount(page, 'Create an account', email)
  await leaveUnsentDraft(page)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('Only this device has one draft')
  await dialog.getByRole('button', { name: 'Stay signed in' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('heading', { name: 'You are signed in' })).toBeVisible()

  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await dialog.getByRole('button', { name: 'Keep and sign out' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'We can’t reach the server' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'You are signed in' })).toBeVisible()

  await context.setOffline(false)
  await context.unrouteAll({ behavior: 'wait' })
  await expect((await open(page)).code).toContainText('written before')
  await expect
    .poll(() => page.evaluate(async () => (await (await fetch('/api/drafts/causal-mask')).json()).draft?.source))
    .toContain('written before')
  expect((await readProgress(page)).learner).toMatchObject({ email })
})

test('signing out gives the account what only this device could restore', async ({ page }) => {
  const email = createEmail()
  await enterAccount(page, 'Create an account', email)
  const workbench = await open(page)
  await workbench.write(WRITTEN)
  await workbench.editor.getByRole('button', { name: 'Reset code' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reset code' }).click()
  await expect(workbench.editor.getByText(/You have an older draft/)).toBeVisible()
  await workbench.write('// written after that')
  await expect(workbench.editor.getByText('Saved.', { exact: true })).toBeVisible()
  await visit(page, '/account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'You’re signed out' })).toBeVisible()

  await enterAccount(page, 'Sign in', email)
  const again = await open(page)
  await expect(again.code).toContainText('written after that')
  await again.editor.getByRole('button', { name: 'Restore it' }).click()
  await expect(again.code).toContainText('written before')
})

for (const [width, colorScheme] of [
  [390, 'light'],
  [1280, 'dark'],
] as const)
  test.describe(`${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' })

    test('axe finds nothing on the sign-out dialog and on the notice of an ended session', async ({
      page,
      context,
    }) => {
      await enterAccount(page, 'Create an account', createEmail())
      await leaveUnsentDraft(page)
      await page.getByRole('button', { name: 'Sign out', exact: true }).click()
      const dialog = page.getByRole('alertdialog')
      await expect(dialog).toBeVisible()
      await expectAccessible(page)
      await page.screenshot({ path: test.info().outputPath('dialog.png') })
      await dialog.getByRole('button', { name: 'Stay signed in' }).click()
      await context.clearCookies()
      await visit(page, '/')
      await expect(page.getByRole('status').filter({ hasText: 'your session has ended' })).toBeVisible()
      await expectAccessible(page)
      await page.screenshot({ path: test.info().outputPath('notice.png') })
    })
  })
