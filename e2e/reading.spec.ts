import { expect, test } from '@playwright/test'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  for (const [lesson, question] of [
    ['weighted-sum', /^Explain attention in one sentence/],
    ['scaling', /^Why divide by/],
    ['complexity', /^What does self-attention cost/],
    ['causal-mask', /^What is masked attention/],
    ['kv-cache', /^What is the KV cache/],
    ['heads', /^What do attention heads learn/],
    ['flash-attention', /^How does FlashAttention need only/],
  ] as const)
    test(`${lesson} can be read: question, answer, formula, figure, briefs, follow-ups, cards`, async ({ page }) => {
      await page.goto(`/lessons/${lesson}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(question)
      await expect(page.locator('#answer')).toBeVisible()
      await expect(page.locator('math').first()).toBeAttached()
      await expect(page.getByText('Almost right').first()).toBeVisible()
      await expect(page.locator('figure').first()).toBeVisible()
      await expect(page.getByText(/export (function|class)/).first()).toBeVisible()
      await expect(page.locator('#mistakes')).toBeVisible()
      await expect(page.locator('#follow-ups')).toBeVisible()
      await expect(page.locator('#sources')).toBeVisible()
      await expect(page.locator('#cards')).toBeVisible()
    })
  test('the map of the course is there', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('link', { name: /What is masked attention/ })).toBeVisible()
    await expect(page.getByRole('link', { name: /What is the KV cache/ })).toBeVisible()
  })
})

test('an unknown lesson and a draft are a helpful 404', async ({ page }) => {
  for (const slug of ['causal-maks', 'two-minute-answer']) {
    const response = await page.goto(`/lessons/${slug}`)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('link', { name: /What is masked attention/ }).first()).toBeVisible()
  }
})

test('nothing overflows at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  for (const url of [
    '/',
    '/lessons/weighted-sum',
    '/lessons/scaling',
    '/lessons/complexity',
    '/lessons/causal-mask',
    '/lessons/kv-cache',
    '/lessons/cross-attention',
    '/lessons/multi-head',
    '/lessons/heads',
    '/lessons/flash-attention',
    '/account',
  ]) {
    await page.goto(url)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wider, url).toBe(0)
  }
})

test('an address that names an exercise leads to it', async ({ page }) => {
  await page.goto('/lessons/causal-mask#build-packed-causal-mask')
  await expect(page.getByRole('region', { name: 'Editor: packedCausalMask.ts' })).toBeInViewport()
})
