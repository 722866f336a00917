import { expect, type Page, test } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { visit } from './visit.ts'

const LESSON = '/lessons/heads'
const MODEL = '**/models/shakespeare*'
const getFigure = (page: Page) => page.getByRole('figure', { name: /Heads of a trained model/ })

async function loadModel(page: Page): Promise<void> {
  await getFigure(page)
    .getByRole('button', { name: /Load the model/ })
    .click()
  await expect(getFigure(page).getByText('The model is on your device.')).toBeVisible()
}

test('the heads of the trained model are scored and named on the reader’s text', async ({ page }) => {
  await visit(page, LESSON)
  const figure = getFigure(page)
  const before = await figure.boundingBox()
  await loadModel(page)
  await expect(figure.getByText(/^On this text: /)).toBeVisible()
  expect((await figure.boundingBox())?.height).toBe(before?.height)

  await figure.getByLabel('Your text').fill('To be, or not to be€')
  await expect(
    figure.getByText('20 of at most 128 characters. The model doesn’t know “€” and leaves them out.'),
  ).toBeVisible()
  await expect(figure.getByRole('slider', { name: 'Query' })).toHaveAttribute('max', '18')

  // the arrow keys choose a head, as in any group of radio buttons
  await figure.getByRole('radio', { name: /^Layer 1, head 5/ }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(figure.getByRole('heading', { name: /^Layer 1, head 6/ })).toBeVisible()
  await expect(figure.getByRole('img', { name: /^Attention weights of layer 1, head 6/ })).toBeVisible()
  await figure.getByRole('slider', { name: 'Query' }).fill('3')
  await expect(figure.getByText(/^Query 3, “b”, puts \d/)).toBeVisible()
  await expectNoViolations(page)
})

test('the loss on held-back text moves as heads are switched off, and back', async ({ page }) => {
  await visit(page, LESSON)
  await loadModel(page)
  const figure = getFigure(page)
  await expect(figure.getByText('All 32 heads are on: 1.6705 nats per character.')).toBeVisible({ timeout: 120_000 })
  await figure.getByRole('button', { name: 'Switch off the least missed: layer 1, head 4' }).click()
  await expect(figure.getByText(/^1 of 32 heads off: 1\.672\d nats per character/)).toBeVisible({ timeout: 120_000 })
  await expect(figure.getByRole('radio', { name: /^Layer 1, head 4.*switched off/ })).toBeAttached()
  await figure.getByRole('button', { name: 'All on' }).click()
  await expect(figure.getByText('All 32 heads are on: 1.6705 nats per character.')).toBeVisible({ timeout: 120_000 })
})

test('a model that does not load says so, and loads when asked again', async ({ page }) => {
  await page.route(MODEL, (route) => route.fulfill({ status: 503 }))
  await visit(page, LESSON)
  const figure = getFigure(page)
  await figure.getByRole('button', { name: /Load the model/ }).click()
  await expect(figure.getByRole('alert')).toHaveText(/The model couldn’t load/)
  await page.route(MODEL, (route) => route.fulfill({ body: '<!doctype html><title>Sign in to this network</title>' }))
  await figure.getByRole('button', { name: 'Try again' }).click()
  await expect(figure.getByRole('alert')).toHaveText(/The model’s file arrived damaged/)
  await page.unroute(MODEL)
  await figure.getByRole('button', { name: 'Try again' }).click()
  await expect(figure.getByText('The model is on your device.')).toBeVisible()
})
