import { expect, type Page } from '@playwright/test'
import { visit } from './visit.ts'

export const PASSWORD = 'correct horse battery'

/** Fills in one of the account page's forms and sends it. */
export async function enterAccount(page: Page, form: 'Create an account' | 'Sign in', email: string): Promise<void> {
  await visit(page, '/account')
  const region = page.getByRole('region', { name: form })
  await region.getByLabel('E-mail address').fill(email)
  await region.getByLabel('Password').fill(PASSWORD)
  await region.getByRole('button').click()
  await expect(page.getByRole('heading', { name: 'You are signed in' })).toBeVisible()
}

export const createEmail = (): string => `learner-${crypto.randomUUID()}@example.org`

/** Reads the progress of the page’s learner from the server. */
export const readProgress = (page: Page) => page.evaluate(async () => (await fetch('/api/progress')).json())

/** Blocks the routes on which work is sent. The rest of the course still works. */
export async function cutWrites(page: Page): Promise<void> {
  for (const path of ['**/api/submissions', '**/api/drafts/**', '**/api/review/log'])
    await page.context().route(path, (route) => route.abort())
}

export async function restoreWrites(page: Page): Promise<void> {
  await page.context().unrouteAll({ behavior: 'wait' })
}
