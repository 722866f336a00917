import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { visit, waitForHydration } from './visit.ts'
import { answer, Workbench } from './workbench.ts'

const PASSWORD = 'correct horse battery'
const OTHER_PASSWORD = 'four other plain words'

async function fillIn(page: Page, form: 'Create an account' | 'Sign in', email: string, password: string) {
  const region = page.getByRole('region', { name: form })
  await region.getByLabel('E-mail address').fill(email)
  await region.getByLabel('Password').fill(password)
  await region.getByRole('button').click()
  return region
}

/** Signs up as a person would. */
async function signUp(page: Page): Promise<string> {
  const email = `learner-${crypto.randomUUID()}@example.org`
  await visit(page, '/account')
  await fillIn(page, 'Create an account', email, PASSWORD)
  await expect(page.getByRole('heading', { name: 'You are signed in' })).toBeVisible()
  return email
}

/** Signs in to the account in another browser. */
async function signInElsewhere(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await visit(page, '/account')
  await fillIn(page, 'Sign in', email, PASSWORD)
  await expect(page.getByRole('heading', { name: 'You are signed in' })).toBeVisible()
  return page
}

test('a weak password is refused with a reason that is read out, and a better one is taken', async ({ page }) => {
  const email = `learner-${crypto.randomUUID()}@example.org`
  await visit(page, '/account')
  for (const [password, reason] of [
    ['password', /easy to guess.*four unrelated words/],
    ['          ', /blank/],
    [email, /too close to your e-mail address/],
  ] as const) {
    const form = await fillIn(page, 'Create an account', email, password)
    await expect(form.getByRole('alert')).toHaveText(reason)
    await expect(form.getByLabel('Password')).toHaveAccessibleDescription(reason)
  }
  await fillIn(page, 'Create an account', email, PASSWORD)
  await expect(page.getByRole('main').getByRole('status')).toHaveText(/Your account is ready/)
  await expectNoViolations(page)
})

test('an answer from before a sign-up that comes after it signs nobody out', async ({ page }) => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  let isFirst = true
  await page.route('**/api/progress', async (route) => {
    if (!isFirst) return route.continue()
    isFirst = false
    const response = await route.fetch()
    await released
    await route.fulfill({ response })
  })
  await signUp(page)
  const late = page.waitForEvent('requestfinished', (request) => request.url().endsWith('/api/progress'))
  release()
  await late
  await page.evaluate(() => fetch('/api/health')) // the page has read the late answer by now
  await expect(page.getByRole('heading', { name: 'You are signed in' })).toBeVisible()
  await expect(page.getByText('your session has ended')).toHaveCount(0)
})

test('a changed password signs out the other browser, and is the one that counts', async ({ page, browser }) => {
  const email = await signUp(page)
  const elsewhere = await signInElsewhere(browser, email)
  const form = page.getByRole('region', { name: 'Change password' })
  await form.getByLabel('Current password').fill('not the password')
  await form.getByLabel('New password').fill(OTHER_PASSWORD)
  await form.getByRole('button').click()
  await expect(form.getByRole('alert')).toHaveText(/Wrong current password/)
  await expect(form.getByLabel('Current password')).toHaveAttribute('aria-invalid', 'true')
  await expect(form.getByLabel('New password')).not.toHaveAttribute('aria-invalid')
  await form.getByLabel('Current password').fill(PASSWORD)
  await form.getByRole('button').click()
  await expect(page.getByRole('main').getByRole('status')).toHaveText(/password is changed/)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'You are signed in' })).toBeVisible()
  await elsewhere.reload()
  await waitForHydration(elsewhere)
  await expect(elsewhere.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  const again = await fillIn(elsewhere, 'Sign in', email, PASSWORD)
  await expect(again.getByRole('alert')).toHaveText(/Wrong e-mail or password/)
  await fillIn(elsewhere, 'Sign in', email, OTHER_PASSWORD)
  await expect(elsewhere.getByRole('heading', { name: 'You are signed in' })).toBeVisible()
})

test('signed out elsewhere, a browser keeps what was written, says so, and loses nothing', async ({
  page,
  browser,
}) => {
  const email = await signUp(page)
  const elsewhere = await signInElsewhere(browser, email)
  const workbench = await Workbench.open(elsewhere, 'causal-mask', 'causal-mask', 'causalMask')
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(page.getByRole('main').getByRole('status')).toHaveText(/signed out everywhere else/)
  // block drafts, so that the submission is the first write
  await elsewhere.route('**/api/drafts/**', (route) => route.abort())
  await workbench.try(answer('causal-mask', 'causal-mask', 'solution.ts'), 'Passed here, not yet confirmed')
  await expect(workbench.verdict.getByText(/You’re signed out because your session has ended/)).toBeVisible()
  await visit(elsewhere, '/account')
  await fillIn(elsewhere, 'Sign in', email, PASSWORD)
  await expect(elsewhere.getByRole('heading', { name: 'You are signed in' })).toBeVisible()
  await Workbench.open(elsewhere, 'causal-mask', 'causal-mask', 'causalMask')
  await expect(elsewhere.getByRole('link', { name: /causalMask.*passed/ }).first()).toBeVisible()
})

test('a long address breaks neither the header nor the page on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await signUp(page)
  const header = page.getByRole('navigation', { name: 'Main' })
  await header.locator('summary').click()
  await expect(header.getByRole('link', { name: /^Account:/ })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

test('after ten wrong passwords the next attempt has to wait, also with the right one', async ({ page, browser }) => {
  const email = await signUp(page)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  const stranger = await (await browser.newContext()).newPage()
  await visit(stranger, '/account')
  for (let attempt = 1; attempt <= 11; attempt++) {
    const answered = stranger.waitForResponse('**/api/auth/sign-in/email')
    const form = await fillIn(stranger, 'Sign in', email, `guess ${attempt} at it`)
    expect((await answered).status()).toBe(attempt <= 10 ? 401 : 429)
    await expect(form.getByRole('alert')).toHaveText(attempt <= 10 ? /Wrong e-mail or password/ : /Wait (1 min|\d+ s)/)
  }
  const form = await fillIn(stranger, 'Sign in', email, PASSWORD)
  await expect(form.getByRole('alert')).toHaveText(/Too many wrong passwords/)
})
