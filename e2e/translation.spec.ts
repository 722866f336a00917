import { expect, type Page, test } from '@playwright/test'
import { visit, waitForHydration } from './visit.ts'
import { answer, Workbench } from './workbench.ts'

/** How translators replace a text node with a `<font>`: around the node itself, or with their own text. */
const WAYS = ['the node is moved into it', 'the node is replaced'] as const

/** Changes every translatable text of the page as a browser’s translator does. */
const translate = (page: Page, way: (typeof WAYS)[number]): Promise<number> =>
  page.evaluate((isMoved) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!(node instanceof Text) || node.data.trim() === '' || !parent) continue
      if (parent.closest('[translate="no"], script, style, textarea, font, svg')) continue
      texts.push(node)
    }
    for (const text of texts) {
      const font = document.createElement('font')
      if (isMoved) {
        text.replaceWith(font)
        font.append(text)
      } else {
        const inner = document.createElement('font')
        inner.textContent = text.data
        font.append(inner)
        text.parentNode?.insertBefore(font, text)
        text.remove()
      }
    }
    return texts.length
  }, way === WAYS[0])

for (const way of WAYS) {
  test(`verdicts come and go in a translated page, where ${way}`, async ({ page }) => {
    const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
    expect(await translate(page, way)).toBeGreaterThan(100)
    await workbench.write('export function causalMask(n: number) {\n  return [[n > 41]]\n}')
    await workbench.run()
    await expect(workbench.check('Worked example')).toBeVisible()
    const wrong = await workbench.headline.textContent()
    await translate(page, way)
    await workbench.write(answer('causal-mask', 'causal-mask', 'solution.ts'))
    await workbench.run()
    await expect(workbench.headline).not.toHaveText(wrong ?? '')
    await expect(page.getByText('We couldn’t show this page.')).toHaveCount(0)
    await translate(page, way)
    await workbench.editor.getByRole('button', { name: 'Reset code' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Keep my code' }).click()
    await workbench.run()
    await expect(workbench.headline).toBeVisible()
  })

  test(`reviews are counted in a translated page, where ${way}`, async ({ page }) => {
    await visit(page, '/review')
    await expect(page.getByRole('heading', { name: 'Choose what to review' })).toBeVisible()
    await page.evaluate(async () => {
      const entries = [{ kind: 'add', id: crypto.randomUUID(), at: Date.now(), item: 'lesson:causal-mask' }]
      const headers = { 'content-type': 'application/json' }
      await fetch('/api/review/log', { method: 'POST', headers, body: JSON.stringify({ entries }) })
    })
    await page.reload()
    await waitForHydration(page)
    for (const n of [1, 2, 3]) {
      await expect(page.locator('[data-queue] b')).toHaveText(new RegExp(`^${n} of`))
      await translate(page, way)
      const question = await page.getByRole('heading', { level: 1 }).textContent()
      await page.keyboard.press('Space')
      await expect(page.getByRole('group', { name: 'How well did you know it?' })).toBeVisible()
      await translate(page, way)
      await page.keyboard.press('4')
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(question ?? '')
    }
    await expect(page.getByText('We couldn’t show this page.')).toHaveCount(0)
  })
}

test('code, formulas and cells are left alone', async ({ page }) => {
  await page.goto('/lessons/causal-mask')
  for (const kind of ['.katex', 'pre', 'code', '.matrix td']) {
    const texts = await page
      .locator(`main ${kind}`)
      .evaluateAll((all) =>
        all.filter((element) => !element.closest('[translate="no"]')).map(({ textContent }) => textContent),
      )
    expect(texts.filter((text) => text !== '')).toEqual([])
  }
  expect(await page.locator('main .katex').count()).toBeGreaterThan(0)
})
