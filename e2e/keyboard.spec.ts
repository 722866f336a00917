import { expect, type Page, test } from '@playwright/test'
import { visit, waitForHydration } from './visit.ts'
import { Workbench } from './workbench.ts'

const focusIsInEditor = (page: Page) => page.evaluate(() => document.activeElement?.closest('.cm-editor') !== null)

/** Opens an editor with a line of code, the cursor at its end. */
async function open(page: Page): Promise<Workbench> {
  const workbench = await Workbench.open(page, 'scaling', 'attention', 'attention')
  await workbench.write('const one = [1]')
  return workbench
}

async function leave(page: Page, workbench: Workbench): Promise<void> {
  const before = await workbench.code.textContent()
  await page.keyboard.press('Escape')
  // CodeMirror’s own Escape expires after two seconds
  await page.evaluate(() => {
    const now = Date.now
    Date.now = () => now() + 60_000
  })
  await page.keyboard.press('Tab')
  expect(await focusIsInEditor(page)).toBe(false)
  expect(await workbench.code.textContent()).toBe(before)
}

test('Escape, then Tab leaves the editor, a minute later too', async ({ page }) => {
  await leave(page, await open(page))
})

test('Escape, then Shift and Tab leaves it backwards', async ({ page }) => {
  await open(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+Tab')
  expect(await focusIsInEditor(page)).toBe(false)
})

test('Escape, then Tab leaves it with a selection', async ({ page }) => {
  const workbench = await open(page)
  await page.keyboard.press('ControlOrMeta+a')
  await leave(page, workbench)
})

test('Escape, then Tab leaves it with the completion list open', async ({ page }) => {
  const workbench = await open(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type('one.')
  await page.keyboard.press('Control+Space')
  await expect(page.locator('.cm-tooltip-autocomplete')).toBeVisible()
  await leave(page, workbench)
  await expect(page.locator('.cm-tooltip-autocomplete')).toHaveCount(0)
})

test('after another key, Tab indents again', async ({ page }) => {
  const workbench = await open(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')
  await page.keyboard.press('Tab')
  expect(await focusIsInEditor(page)).toBe(true)
  await expect(workbench.code).toContainText('  const one')
  await leave(page, workbench)
})

test('the editor is entered and left again', async ({ page }) => {
  const workbench = await open(page)
  await leave(page, workbench)
  await workbench.code.click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Tab')
  expect(await focusIsInEditor(page)).toBe(true)
})

/** Adds a lesson to the review and opens its first card. */
async function review(page: Page): Promise<void> {
  await visit(page, '/review')
  await expect(page.getByRole('heading', { name: 'Choose what to review' })).toBeVisible()
  await page.evaluate(async () => {
    const entries = [{ kind: 'add', id: crypto.randomUUID(), at: Date.now(), item: 'lesson:causal-mask' }]
    const headers = { 'content-type': 'application/json' }
    await fetch('/api/review/log', { method: 'POST', headers, body: JSON.stringify({ entries }) })
  })
  await page.reload()
  await waitForHydration(page)
  await expect(page.getByRole('article', { name: 'Card' })).toBeVisible()
}

/** Presses a key as a keyboard with a different layout does. */
const press = (page: Page, key: string, code: string, more: Pick<KeyboardEventInit, 'isComposing' | 'shiftKey'> = {}) =>
  page.evaluate(
    (init) => document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })),
    { key, code, ...more },
  )

test('a card is rated and taken back on keyboards of other layouts, and by no input method', async ({ page }) => {
  await review(page)
  const position = page.locator('[data-queue] b')
  const ratings = page.getByRole('group', { name: 'How well did you know it?' })
  await expect(position).toHaveText(/^1 of/)
  await press(page, '　', 'Space')
  await expect(ratings).toBeVisible()
  await press(page, '3', 'Digit3', { isComposing: true })
  await press(page, 'Process', 'Digit3')
  await press(page, '#', 'Digit3', { shiftKey: true })
  await expect(position).toHaveText(/^1 of/)
  await press(page, '"', 'Digit3') // AZERTY
  await expect(position).toHaveText(/^2 of/)
  await press(page, 'г', 'KeyU') // Cyrillic
  await expect(position).toHaveText(/^1 of/)
})

test('arrow keys move the query of a figure, and its output follows', async ({ page }) => {
  await visit(page, '/lessons/weighted-sum')
  const figure = page.getByRole('figure', { name: /^One query/ })
  const query = figure.getByRole('slider', { name: 'Query' })
  await expect(query).toHaveAttribute('aria-valuetext', 'x 2, y 1')
  // the figure's code comes after the page
  await expect(async () => {
    await query.press('ArrowLeft')
    await expect(query).not.toHaveAttribute('aria-valuetext', 'x 2, y 1', { timeout: 500 })
  }).toPass()
  for (let i = 0; i < 10; i++) await query.press('Shift+ArrowLeft')
  await expect(query).toHaveAttribute('aria-valuetext', 'x −4, y 1')
  await expect(figure.getByText(/^“flooded” has the highest score/)).toBeVisible()
})
