import { type BrowserContext, expect, type Page, test, type Worker } from '@playwright/test'
import { findSandboxFrame } from './hostile-frame.ts'
import { answer, Workbench } from './workbench.ts'

const RIGHT = answer('causal-mask', 'causal-mask', 'solution.ts')
const WRONG = 'export function causalMask(n: number) {\n  console.log(n)\n  return [[n > 41]]\n}'
const pageIsWhole = (page: Page) => expect(page.getByText('We couldn’t show this page.')).toHaveCount(0)

/** The message that a part of the page couldn’t load. */
const failure = (page: Page) => page.getByRole('alert').filter({ hasText: /couldn’t load|hasn’t loaded yet/ })

/**
 * Answers scripts that contain this text with 404, as a server does after a deploy. Scripts are recognized by their
 * content, because their names are hashes.
 */
async function withoutChunks(page: Page, text: string): Promise<{ readonly refused: () => number }> {
  let refused = 0
  await page.route('**/_next/static/chunks/**', async (route) => {
    const response = await route.fetch({ maxRetries: 2 }) // the server closes idle connections
    const body = await response.text()
    if (!body.includes(text)) return route.fulfill({ response, body })
    refused++
    return route.fulfill({ status: 404, body: 'Not found' })
  })
  return { refused: () => refused }
}

/** Waits until all that a run needs is loaded. */
async function waitForGrader(page: Page, started: Promise<Worker>): Promise<void> {
  await started
  await findSandboxFrame(page)
  await page.waitForLoadState('networkidle')
}

test('a learner who goes offline after opening a lesson sees verdicts, hints, output and dialogs', async ({
  page,
  context,
}) => {
  const loaded = page.waitForEvent('worker')
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  await waitForGrader(page, loaded)
  await context.setOffline(true)
  await workbench.write(WRONG)
  await workbench.run()
  await expect(workbench.headline).toBeVisible()
  await expect(workbench.editor.getByRole('heading', { name: 'Console' })).toBeVisible()
  await workbench.editor
    .getByRole('button', { name: /^Hint 1/ })
    .first()
    .click()
  await workbench.editor.getByRole('button', { name: 'Reset code' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Keep my code' }).click()
  const wrong = await workbench.headline.textContent()
  await workbench.write(RIGHT)
  await workbench.run()
  await expect(workbench.headline).not.toHaveText(wrong ?? '')
  await expect(failure(page)).toHaveCount(0)
  await pageIsWhole(page)
})

test('after a deploy a view that is gone takes neither the page nor the verdict, and Reload loses nothing', async ({
  page,
}) => {
  // text from a view that every workbench loads
  const chunks = await withoutChunks(page, 'The grader crashed while running your code')
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  await expect.poll(chunks.refused).toBeGreaterThan(0)
  await workbench.write(WRONG)
  await workbench.run()
  await expect(failure(page).first()).toBeVisible()
  await expect(workbench.headline).toBeVisible()
  await expect(workbench.check('Worked example')).toBeVisible()
  await pageIsWhole(page)
  await workbench.run() // again, and the page is still there
  await expect(workbench.headline).toBeVisible()
  await workbench.write(`${WRONG}\n// the last words`)
  // the server no longer has the view, so the whole page reloads and keeps the text
  const reloaded = page.waitForEvent('load')
  await workbench.verdict.getByRole('button', { name: 'Reload' }).click()
  await reloaded
  await workbench.ready()
  await expect(workbench.code).toContainText('the last words')
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.reload()
  await workbench.ready()
  await workbench.run()
  await expect(workbench.check('Worked example')).toBeVisible()
  await expect(failure(page)).toHaveCount(0)
})

/** Opens an exercise in a browser that then goes offline, has run an answer, and could not load the view of verdicts. */
async function openWithoutVerdicts(page: Page, context: BrowserContext): Promise<Workbench> {
  const chunks = await withoutChunks(page, 'The grader crashed while running your code')
  const loaded = page.waitForEvent('worker')
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  await expect.poll(chunks.refused).toBeGreaterThan(0)
  await waitForGrader(page, loaded)
  await workbench.write(WRONG)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await context.setOffline(true)
  await workbench.run()
  await expect(failure(page).first()).toContainText('You’re offline')
  return workbench
}

test('what could not be loaded offline comes by itself when the browser is online again', async ({ page, context }) => {
  const workbench = await openWithoutVerdicts(page, context)
  await workbench.verdict.getByRole('button', { name: 'Try again' }).click()
  await expect(workbench.headline).toBeVisible()
  await pageIsWhole(page)
  await context.setOffline(false)
  await expect(failure(page)).toHaveCount(0)
  await expect(workbench.check('Worked example')).toBeVisible()
})

test('a connection that comes back while an attempt is failing loads the rest, and not the page', async ({
  page,
  context,
}) => {
  const workbench = await openWithoutVerdicts(page, context)
  const online = Promise.withResolvers<void>()
  await page.route('**/_next/static/chunks/**', async (route) => {
    await online.promise
    await route.abort()
  })
  // an attempt that the page began before may still be failing: a click then begins none of its own
  await expect(async () => {
    await Promise.all([
      page.waitForRequest('**/_next/static/chunks/**', { timeout: 5_000 }),
      workbench.verdict.getByRole('button', { name: 'Try again' }).click(),
    ])
  }).toPass()
  await context.setOffline(false)
  await expect.poll(() => page.evaluate(() => navigator.onLine)).toBe(true)
  online.resolve()
  await page.unrouteAll({ behavior: 'wait' })
  await expect(workbench.check('Worked example')).toBeVisible()
  await expect(failure(page)).toHaveCount(0)
})

test('an editor that came near while the browser was busy opens', async ({ page }) => {
  // a busy browser reports that it was far and that it is near together
  await page.addInitScript(() => {
    const Observer = window.IntersectionObserver
    class BusyObserver extends Observer {
      constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
        const far = { isIntersecting: false } as IntersectionObserverEntry
        super((entries, observer) => callback([far, ...entries], observer), options)
      }
    }
    window.IntersectionObserver = BusyObserver
  })
  await Workbench.open(page, 'scaling', 'attention', 'attention')
})

test('a figure whose code is gone leaves the lesson as it is', async ({ page }) => {
  const chunks = await withoutChunks(page, 'an encoder such as BERT')
  await page.goto('/lessons/causal-mask')
  await expect(failure(page)).toBeVisible()
  expect(chunks.refused()).toBeGreaterThan(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await pageIsWhole(page)
})
