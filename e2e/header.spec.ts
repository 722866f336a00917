import { expect, type Page, test } from '@playwright/test'
import { describeViews, expectNoViolations } from './axe.ts'
import { visit } from './visit.ts'

const header = (page: Page) => page.getByRole('navigation', { name: 'Main' })
const menu = (page: Page) => header(page).locator('details')
const summary = (page: Page) => header(page).locator('summary')

describeViews(() => {
  test('the header names each part of the course and marks where one is', async ({ page }) => {
    for (const [path, name] of [
      ['/', 'Course'],
      ['/lessons/causal-mask', 'Course'],
      ['/review/plan', 'Review'],
      ['/interview', 'Interview'],
    ] as const) {
      await visit(page, path)
      for (const link of ['Course', 'Review', 'Interview'])
        await expect(header(page).getByRole('link', { name: link, exact: true })).toBeVisible()
      await expect(header(page).locator('[aria-current]:visible')).toHaveText(name)
    }
  })
})

test('at no width does the header make a page scroll sideways', async ({ page }) => {
  await visit(page, '/')
  for (const width of [320, 359, 360, 390, 559, 560, 859, 860, 1079, 1280]) {
    await page.setViewportSize({ width, height: 700 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBe(width)
    const row = await header(page)
      .locator('> a:visible, > button:visible, > details:visible')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect()))
    for (const box of row) {
      expect(box.left, `${width} px`).toBeGreaterThanOrEqual(0)
      expect(box.right, `${width} px`).toBeLessThanOrEqual(width)
    }
    for (const [i, box] of row.slice(1).entries()) expect(box.left).toBeGreaterThanOrEqual(row[i]?.right ?? 0)
  }
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 700 } })

  test('More opens and closes by keyboard, and gives the focus back', async ({ page }) => {
    await visit(page, '/')
    await header(page).getByRole('link', { name: 'Interview' }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(header(page).getByRole('button', { name: /^(Dark|Light) theme$/ })).toBeVisible()
    await expectNoViolations(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(header(page).getByRole('link', { name: 'Create account' }).and(page.locator(':focus'))).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(menu(page)).not.toHaveAttribute('open')
    await expect(summary(page)).toBeFocused()
  })

  test('More closes when something else is clicked or gets the focus', async ({ page }) => {
    await visit(page, '/')
    await summary(page).click()
    await expect(menu(page)).toHaveAttribute('open')
    await page.getByRole('main').click({ position: { x: 5, y: 300 } })
    await expect(menu(page)).not.toHaveAttribute('open')
    await summary(page).click()
    await header(page).getByRole('link', { name: 'For authors' }).focus()
    await page.keyboard.press('Tab')
    await expect(menu(page)).not.toHaveAttribute('open')
  })

  test('the theme chosen in More holds on the next page', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await visit(page, '/')
    await summary(page).click()
    await header(page).getByRole('button', { name: 'Dark theme' }).click()
    await expect(header(page).getByRole('button', { name: 'Light theme' })).toBeVisible()
    await visit(page, '/review')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })

    test('More opens and shows where to go, and no button that does nothing', async ({ page }) => {
      await page.goto('/')
      await summary(page).click()
      await header(page).getByRole('link', { name: 'For authors' }).click()
      await expect(page).toHaveURL('/authors')
      await summary(page).click()
      await expect(header(page).getByRole('link', { name: 'Create account' })).toBeVisible()
      await expect(header(page).getByRole('button')).toHaveCount(0)
    })
  })
})
