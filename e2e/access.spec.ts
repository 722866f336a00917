import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { answer, Workbench } from './workbench.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']
const clean = async (page: Page) => {
  await page.evaluate(() => document.fonts.ready)
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.target.join(' ')}`)).toEqual([])
}

for (const width of [390, 1280])
  for (const colorScheme of ['light', 'dark'] as const)
    test.describe(`${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' })
      for (const url of [
        '/',
        '/lessons/scaling',
        '/lessons/causal-mask',
        '/lessons/kv-cache',
        '/account',
        '/lessons/none',
      ])
        test(`axe finds nothing on ${url}`, async ({ page }) => {
          await page.goto(url)
          await clean(page)
        })
      test('axe finds nothing on a failing and a passing verdict', async ({ page }) => {
        const bench = await Workbench.open(page, 'causal-mask', 'causal-attention', 'causalAttention')
        await bench.try(
          answer('causal-mask', 'causal-attention', 'wrong/zero-score.ts'),
          'The future still gets weight',
        )
        await bench.confirmed()
        await clean(page)
        await bench.try(answer('causal-mask', 'causal-attention', 'solution.ts'), /^Passed\./)
        await bench.confirmed()
        await clean(page)
      })
    })
