import { expect, type Locator, type Page, test } from '@playwright/test'
import { Workbench } from './workbench.ts'

interface Copied {
  readonly plain: string
  readonly html: string
  /** Whether the page wrote the clipboard, and not the browser. */
  readonly isOurs: boolean
}

/** Selects from one element to another and copies, without the system’s clipboard, which other tests share. */
const copy = async (first: Locator, last = first): Promise<Copied> => {
  const end = await last.elementHandle()
  return first.evaluate((start, to) => {
    const range = document.createRange()
    range.selectNodeContents(start)
    if (to) range.setEnd(to, to.childNodes.length)
    document.getSelection()?.removeAllRanges()
    document.getSelection()?.addRange(range)
    const clipboardData = new DataTransfer()
    const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true })
    start.dispatchEvent(event)
    const [plain, html] = [clipboardData.getData('text/plain'), clipboardData.getData('text/html')]
    return { plain, html, isOurs: event.defaultPrevented }
  }, end)
}

/** Counts how often a piece occurs in a text. */
const count = (text: string, piece: string): number => text.split(piece).length - 1

/** Opens a lesson and waits until its page is hydrated. */
async function open(page: Page): Promise<void> {
  await Workbench.open(page, 'scaling', 'attention', 'attention')
}

const sentence = (page: Page) => page.locator('.prose p', { has: page.locator('.katex') }).first()

test('a sentence with a formula is copied with the formula once', async ({ page }) => {
  await open(page)
  const tex = (await sentence(page).locator('annotation').first().textContent()) ?? ''
  const formulas = await sentence(page).locator('annotation', { hasText: tex }).allTextContents()
  const { plain, html, isOurs } = await copy(sentence(page))
  expect(isOurs).toBe(true)
  expect(count(plain, `$${tex}$`)).toBe(formulas.filter((formula) => formula === tex).length)
  expect(plain).not.toMatch(/[\u200b\n]/)
  expect(html).toContain(`$${tex}$`)
  expect(html).not.toMatch(/katex|<math/)
})

test('a formula that is selected in part is copied whole, and the selection stays', async ({ page }) => {
  await open(page)
  const tex = await sentence(page).locator('annotation').first().textContent()
  const boxes = sentence(page).locator('.katex-html .katex-base').first()
  expect((await copy(boxes)).plain).toBe(`$${tex}$`)
  const start = () =>
    page.evaluate(() => document.getSelection()?.getRangeAt(0).startContainer.parentElement?.className)
  expect(await start()).toContain('katex-html')
})

test('paragraphs stay apart, and a formula on its own line has two dollar signs', async ({ page }) => {
  await open(page)
  const display = page.locator('main .katex-display').first()
  const tex = (await display.locator('annotation').textContent())?.trim()
  expect((await copy(display)).plain).toBe(`$$${tex}$$`)
  const paragraphs = page.locator('.prose p', { has: page.locator('.katex') })
  expect((await copy(paragraphs.nth(0), paragraphs.nth(1))).plain).toMatch(/\S\n+\S/)
})

test('the answer of a card is copied as readably as a lesson', async ({ page }) => {
  await open(page)
  const answer = page.locator('details', { has: page.locator('.katex') }).first()
  await answer.evaluate((element) => element.setAttribute('open', ''))
  const { plain, isOurs } = await copy(answer)
  expect(isOurs).toBe(true)
  expect(plain).toMatch(/\$[^$]+\$/)
  expect(plain).not.toContain('\u200b')
})

test('text without a formula is left to the browser', async ({ page }) => {
  await open(page)
  expect(await copy(page.getByRole('heading', { level: 1 }))).toEqual({ plain: '', html: '', isOurs: false })
})
