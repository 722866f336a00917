import { expect, type Page, test } from '@playwright/test'
import { describeViews, expectNoViolations } from './axe.ts'
import { answer, Workbench } from './workbench.ts'

const VALUES = '.cm-gutters-after'
const LONG_LINE = `  // ${'the softmax of each row '.repeat(8).trim()}\n`

/** The solution, with 0 for masked scores. */
const ZERO_SCORE = answer('causal-mask', 'causal-attention', 'solution.ts').replace('-Infinity', '0')

/** Opens an exercise, runs an answer with a masked score of 0, and shows its values, as on a desktop. */
async function runZeroScore(page: Page): Promise<Workbench> {
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-attention', 'causalAttention')
  await workbench.write(ZERO_SCORE)
  await page.keyboard.press('Escape') // no completion list in the way
  await workbench.run()
  await expect(workbench.headline).toBeVisible()
  await expect(workbench.editor.getByRole('button', { name: /^(Show|Hide) values$/ })).toBeVisible()
  return workbench
}

async function showValues({ editor }: Workbench): Promise<void> {
  const button = editor.getByRole('button', { name: /^(Show|Hide) values$/ })
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
  await expect(editor.locator(VALUES)).toContainText('row 0')
}

/** Inserts lines above all others. */
async function insertAbove(workbench: Workbench, text: string): Promise<void> {
  await workbench.code.focus()
  await workbench.page.keyboard.press('ControlOrMeta+Home')
  await workbench.page.keyboard.insertText(text)
}

/** The lines with values, as the list for screen readers has them: “Line 18, scores: 1, −1, 2”. */
const readList = async ({ editor }: Workbench) => {
  const items = await editor
    .getByRole('list', { name: /^Values of your last run/ })
    .getByRole('listitem')
    .allTextContents()
  return items.map((item) => {
    const [, line, name] = /^Line (\d+), (\w+): /.exec(item) ?? []
    return { line: Number(line), name }
  })
}

/** How far each row of values is below the first row of its line’s text, in pixels, from top to bottom. */
const measureOffsets = async (workbench: Workbench): Promise<number[]> => {
  const list = await readList(workbench)
  return workbench.editor.evaluate(
    (editor, lines) => {
      const code = [...editor.querySelectorAll('.cm-line')]
      const rows = [...editor.querySelectorAll('.cm-gutters-after [title]')]
        .filter((row) => row.querySelector('i') && row.closest('.cm-gutterElement')?.getBoundingClientRect().height)
        .map((row) => row.getBoundingClientRect())
      return rows.map((row, i) => row.top - (code[(lines[i] ?? 0) - 1]?.getBoundingClientRect().top ?? Number.NaN))
    },
    list.map(({ line }) => line),
  )
}

async function expectAligned(workbench: Workbench, count: number): Promise<void> {
  await expect(async () => {
    const offsets = await measureOffsets(workbench)
    expect(offsets).toHaveLength(count)
    for (const offset of offsets) expect(Math.abs(offset)).toBeLessThan(2)
  }).toPass()
}

/** Scrolls the code to its right end, and expects that all of it is left of the column, inside the window. */
async function expectNothingCovered(workbench: Workbench): Promise<void> {
  const { column, ends, window } = await workbench.editor.evaluate((editor) => {
    const scroller = editor.querySelector('.cm-scroller')
    scroller?.scrollTo({ left: scroller.scrollWidth })
    const column = editor.querySelector('.cm-gutters-after')?.getBoundingClientRect()
    const ends = [...editor.querySelectorAll('.cm-line')].map((line) => {
      const text = document.createRange()
      text.selectNodeContents(line)
      return Math.max(0, ...[...text.getClientRects()].map(({ right }) => right))
    })
    scroller?.scrollTo({ left: 0 })
    return { column: { left: column?.left ?? 0, right: column?.right ?? 0 }, ends, window: innerWidth }
  })
  expect(column.right - column.left).toBeGreaterThan(60)
  expect(column.right).toBeLessThanOrEqual(window)
  for (const end of ends) expect(end).toBeLessThanOrEqual(column.left)
}

/** What scrolls sideways in the workbench, by tag and class. */
const listSidewaysScrollers = ({ page }: Workbench) =>
  page.getByRole('region', { name: 'Exercise causalAttention' }).evaluate((panel) =>
    [...panel.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
      .map((element) => `${element.tagName} ${element.className}`),
  )

describeViews(() => {
  test('values are in their own column, next to their lines, and never over code', async ({ page }) => {
    const workbench = await runZeroScore(page)
    await showValues(workbench)
    expect((await readList(workbench)).map(({ name }) => name)).toEqual(['scores', 'masked', 'weights'])
    await expectAligned(workbench, 3)
    await expectNothingCovered(workbench)
    await expectNoViolations(page)
  })

  test('values move with their lines, go away from a line that is edited, and come back with undo', async ({
    page,
  }) => {
    const workbench = await runZeroScore(page)
    await showValues(workbench)
    const before = await readList(workbench)
    const [scores] = before
    if (!scores) throw new Error('no values')
    await insertAbove(workbench, '// one more line\n')
    await expect.poll(() => readList(workbench)).toEqual(before.map(({ line, name }) => ({ line: line + 1, name })))
    await expectAligned(workbench, 3)
    await expectNothingCovered(workbench)

    await workbench.editor.locator('.cm-line').nth(scores.line).click()
    await page.keyboard.insertText(' 2 * ')
    await expect.poll(async () => (await readList(workbench)).map(({ name }) => name)).toEqual(['masked', 'weights'])
    await expectAligned(workbench, 2)
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(async () => (await readList(workbench)).length).toBe(3)
    await expectAligned(workbench, 3)
  })

  test('values stay next to their lines when a line above them wraps', async ({ page }) => {
    const workbench = await runZeroScore(page)
    await showValues(workbench)
    const before = await readList(workbench)
    await insertAbove(workbench, LONG_LINE)
    const wrap = workbench.editor.getByRole('button', { name: 'Wrap lines' })
    if (await wrap.isVisible()) {
      const isScrolling = () =>
        listSidewaysScrollers(workbench).then((scrollers) => scrollers.join().includes('cm-scroller'))
      await expect.poll(isScrolling).toBe(true)
      await wrap.click()
      await expect(wrap).toHaveAttribute('aria-pressed', 'true')
      await expect.poll(isScrolling).toBe(false)
    }
    expect(await readList(workbench)).toEqual(before.map(({ line, name }) => ({ line: line + 1, name })))
    await expectAligned(workbench, 3)
    await expectNothingCovered(workbench)
    const [long, short] = await workbench.editor
      .locator('.cm-line')
      .evaluateAll((lines) => lines.slice(0, 2).map((line) => line.getBoundingClientRect().height))
    expect(long).toBeGreaterThan((short ?? 0) * 2)
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('values are folded until the learner shows them, by keyboard too, which is remembered', async ({ page }) => {
    const workbench = await runZeroScore(page)
    const show = workbench.editor.getByRole('button', { name: 'Show values' })
    await expect(show).toHaveAttribute('aria-expanded', 'false')
    await expect(workbench.editor.locator(VALUES)).not.toContainText('row 0')
    await expect(workbench.editor.getByRole('list', { name: /^Values of/ })).toHaveCount(0)
    await show.focus()
    await page.keyboard.press('Enter')
    const hide = workbench.editor.getByRole('button', { name: 'Hide values' })
    await expect(hide).toBeFocused()
    await expect(hide).toHaveAttribute('aria-expanded', 'true')
    await expect(workbench.editor.locator(VALUES)).toContainText('row 0')
    await expect(workbench.editor.getByRole('listitem').filter({ hasText: 'masked' })).toContainText('0 (wrong)')

    await page.reload()
    await workbench.ready()
    await workbench.run()
    await expect(workbench.editor.locator(VALUES)).toContainText('row 0')
    await hide.click()
    await expect(workbench.editor.locator(VALUES)).not.toContainText('row 0')
  })

  for (const width of [320, 390])
    test(`nothing scrolls sideways at ${width} px: code, verdict, solution`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 })
      const workbench = await runZeroScore(page)
      await insertAbove(workbench, LONG_LINE)
      expect(await listSidewaysScrollers(workbench)).toEqual([])
      await showValues(workbench)
      expect(await listSidewaysScrollers(workbench)).toEqual([])
      await workbench.try('export function causalAttention(', /./)
      await expect(workbench.verdict.locator('[data-code]')).toBeVisible()
      expect(await listSidewaysScrollers(workbench)).toEqual([])
      await workbench.try(answer('causal-mask', 'causal-attention', 'solution.ts'), /^Passed/)
      expect(await listSidewaysScrollers(workbench)).toEqual([])
      await workbench.editor.getByRole('button', { name: 'Solution' }).click()
      const code = page.getByRole('dialog').locator('[data-code]')
      await expect(code).toContainText('causalAttention')
      expect(await code.evaluate((pre) => pre.scrollWidth - pre.clientWidth)).toBe(0)
    })

  test('code wraps before the editor loads as it does in the editor', async ({ page, browser }) => {
    const still = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 844 } })
    const plain = await still.newPage()
    await page.setViewportSize({ width: 320, height: 844 })
    // the starter with the longest lines
    await plain.goto('/lessons/kv-cache')
    const pre = plain.locator('[data-code]').first()
    const before = (await pre.locator('.l').evaluateAll(measureHeights)).map(Math.round)
    expect(Math.max(...before)).toBeGreaterThan(Math.min(...before) * 1.5)
    await still.close()
    await page.goto('/lessons/kv-cache')
    const editor = page.getByRole('region', { name: /^Editor/ }).first()
    await editor.scrollIntoViewIfNeeded()
    await expect(editor.locator('.cm-content')).toBeVisible()
    expect((await editor.locator('.cm-line').evaluateAll(measureHeights)).map(Math.round)).toEqual(before)
  })
})

const measureHeights = (lines: Element[]) => lines.map((line) => line.getBoundingClientRect().height)

test('wrapping is remembered, from the first paint on', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-attention', 'causalAttention')
  const wrap = workbench.editor.getByRole('button', { name: 'Wrap lines' })
  await expect(wrap).toHaveAttribute('aria-pressed', 'false')
  await wrap.click()
  await page.reload({ waitUntil: 'commit' })
  const starter = page.locator('[data-code]').first()
  await expect(starter).toBeAttached()
  expect(
    await starter
      .locator('.l')
      .first()
      .evaluate((line) => getComputedStyle(line).whiteSpace),
  ).not.toBe('pre')
  await workbench.ready()
  await expect(wrap).toHaveAttribute('aria-pressed', 'true')
  await wrap.click()
  await page.reload()
  await workbench.ready()
  await expect(wrap).toHaveAttribute('aria-pressed', 'false')
})
