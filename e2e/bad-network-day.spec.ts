import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { freePort } from '../lib/setup/steps.js'
import { createEmail, enterAccount, readProgress } from './learner-work.ts'
import { OwnServer } from './server-fixture.ts'
import { visit } from './visit.ts'
import { answer, Workbench } from './workbench.ts'

// One learner, one account, a desk and a phone, and everything that can go wrong with a network in a day. Whatever a page
// has called saved is looked up on the server in the evening.

const WRONG = 'export function causalMask(n: number) {\n  return [[n > 41]]\n}'
const RIGHT = answer('causal-mask', 'causal-mask', 'solution.ts')
const RIGHT_RECT = answer('causal-mask', 'causal-mask-rect', 'solution.ts')
const note = (text: string) => `export function note() {\n  return '${text}'\n}`

/** What pages have called saved. */
class Ledger {
  /** Texts by exercise; of several by one page the last one counts. */
  readonly drafts = new Map<string, string[]>()
  readonly answers = new Map<string, number>()
  ratings = 0

  addDraft(exercise: string, text: string): void {
    this.drafts.set(exercise, [...(this.drafts.get(exercise) ?? []), text])
  }
  addAnswer(exercise: string): void {
    this.answers.set(exercise, (this.answers.get(exercise) ?? 0) + 1)
  }
}

/** A device with the course open in a tab. */
class Device {
  readonly context: BrowserContext
  readonly page: Page
  readonly #ledger: Ledger
  constructor(context: BrowserContext, page: Page, ledger: Ledger) {
    this.context = context
    this.page = page
    this.#ledger = ledger
  }

  static async open(browser: Browser, baseURL: string, ledger: Ledger): Promise<Device> {
    const context = await browser.newContext({ baseURL })
    return new Device(context, await context.newPage(), ledger)
  }

  /** Opens another tab of it. */
  async openTab(): Promise<Device> {
    return new Device(this.context, await this.context.newPage(), this.#ledger)
  }

  openMask = (): Promise<Workbench> => Workbench.open(this.page, 'causal-mask', 'causal-mask', 'causalMask')
  openRect = (): Promise<Workbench> => Workbench.open(this.page, 'causal-mask', 'causal-mask-rect', 'causalMaskRect')

  /** Writes a text and waits until the page calls it saved. */
  async write(workbench: Workbench, exercise: string, text: string): Promise<void> {
    await workbench.write(note(text))
    await expect(workbench.editor.getByText(/^Saved/)).toBeVisible({ timeout: 30_000 })
    this.#ledger.addDraft(exercise, text)
  }

  /** Runs an answer, which the page keeps until the server has graded it. */
  async run(workbench: Workbench, exercise: string, source: string): Promise<void> {
    await workbench.write(source)
    await workbench.run()
    await expect(workbench.headline).toBeVisible({ timeout: 30_000 })
    await expect(workbench.verdict).not.toHaveAttribute('aria-busy', 'true')
    this.#ledger.addAnswer(exercise)
    this.#ledger.addDraft(exercise, source.trim())
  }

  /** Rates a card of the lesson. */
  async rate(i: number): Promise<void> {
    const cards = this.page.locator('details').filter({ has: this.page.locator('[data-card-answer]') })
    await cards.nth(i).locator('summary').click()
    await cards.nth(i).getByRole('button', { name: /^Good/ }).click()
    await expect(cards.nth(i).getByRole('status')).toHaveText(/^Good\./)
    this.#ledger.ratings++
  }
}

const countReviews = (page: Page): Promise<number> =>
  page.evaluate(async () => (await (await fetch('/api/review?zone=UTC')).json()).desk.today.length)

/** All texts of an exercise that the server holds. */
const listDrafts = (page: Page, exercise: string): Promise<string[]> =>
  page.evaluate(async (name) => {
    const { draft, kept } = await (await fetch(`/api/drafts/${name}`)).json()
    return [draft, ...kept].map((stored: { source: string }) => stored.source)
  }, exercise)

test('a day on a bad network: whatever was called saved is there in the evening, once', async ({ browser }) => {
  test.setTimeout(420_000)
  const server = new OwnServer(await freePort(), 'bad-network-day', {
    SUBMISSIONS_PER_MINUTE: '1000',
    GRADER_SECONDS_PER_MINUTE: '600',
  })
  await server.start()
  const ledger = new Ledger()
  const email = createEmail()
  try {
    const desk = await Device.open(browser, server.origin, ledger)
    await enterAccount(desk.page, 'Create an account', email)
    const slow = await desk.context.newCDPSession(desk.page)
    const slowNetwork = { offline: false, latency: 600, downloadThroughput: 60_000, uploadThroughput: 20_000 }
    let mask = await desk.openMask()
    await slow.send('Network.emulateNetworkConditions', slowNetwork)
    await desk.write(mask, 'causal-mask', 'slow morning')
    await desk.run(mask, 'causal-mask', WRONG)
    await mask.confirmed()
    await slow.send('Network.emulateNetworkConditions', {
      ...slowNetwork,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    })

    await test.step('a train without a connection', async () => {
      await desk.context.setOffline(true)
      await desk.run(mask, 'causal-mask', RIGHT)
      await expect(mask.headline).toHaveText('Passed here, not yet confirmed')
      await desk.write(mask, 'causal-mask', 'on the train')
      await desk.rate(0)
      await desk.context.setOffline(false)
    })

    await test.step('a server that is killed and started again', async () => {
      await server.kill()
      await desk.write(mask, 'causal-mask', 'while the server was down')
      await desk.rate(1)
      await desk.run(mask, 'causal-mask', WRONG)
      await server.start()
      await desk.page.reload()
      mask = await desk.openMask()
      await expect
        .poll(async () => (await readProgress(desk.page)).exercises['causal-mask'], { timeout: 90_000 })
        .toMatchObject({
          passed: true,
          attempts: 3,
        })
    })

    await test.step('two tabs of one exercise, offline', async () => {
      const other = await desk.openTab()
      const [first, second] = [await desk.openRect(), await other.openRect()]
      await desk.context.setOffline(true)
      await desk.write(first, 'causal-mask-rect', 'in the first tab')
      await other.write(second, 'causal-mask-rect', 'in the second tab')
      await desk.write(first, 'causal-mask-rect', 'in the first tab again')
      await other.rate(2)
      await desk.context.setOffline(false)
      await expect.poll(() => countReviews(desk.page), { timeout: 60_000 }).toBe(3)
      await expect
        .poll(async () => (await listDrafts(desk.page, 'causal-mask-rect')).join(), { timeout: 60_000 })
        .toContain('in the first tab again')
      // a replaced text reaches the account too
      await expect
        .poll(async () => (await listDrafts(desk.page, 'causal-mask-rect')).join(), { timeout: 60_000 })
        .toContain('in the second tab')
      await other.page.close()
    })

    const phone = await Device.open(browser, server.origin, ledger)
    await phone.page.clock.install({ time: Date.now() - 3_600_000 })
    const rect = await test.step('a phone whose clock is an hour slow', async () => {
      await enterAccount(phone.page, 'Sign in', email)
      const workbench = await phone.openRect()
      await expect(workbench.code).toContainText('in the first tab again')
      await phone.write(workbench, 'causal-mask-rect', 'on the slow phone')
      await phone.rate(3)
      await expect
        .poll(async () => (await listDrafts(phone.page, 'causal-mask-rect'))[0], { timeout: 60_000 })
        .toContain('on the slow phone')
      return workbench
    })

    await test.step('a full phone', async () => {
      await phone.page.evaluate(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
        }
      })
      await phone.context.setOffline(true)
      await phone.run(rect, 'causal-mask-rect', RIGHT_RECT)
      await phone.rate(4)
      await phone.write(rect, 'causal-mask-rect', 'on the full phone')
      await phone.page.reload().catch(() => undefined) // offline: the page comes back with the network
      await phone.context.setOffline(false)
      const workbench = await phone.openRect()
      await expect(workbench.code).toContainText('on the full phone')
      await visit(phone.page, '/review') // which sends what waits
      await expect.poll(() => countReviews(phone.page), { timeout: 60_000 }).toBe(5)
    })

    await test.step('a session that the other device has ended', async () => {
      const workbench = await phone.openRect()
      await visit(desk.page, '/account')
      await desk.page.getByRole('button', { name: 'Sign out everywhere else' }).click()
      await expect(desk.page.getByText('You’re signed out everywhere else.')).toBeVisible()
      await phone.write(workbench, 'causal-mask-rect', 'after the session had ended')
      await phone.rate(5)
      await expect(phone.page.getByRole('status').filter({ hasText: 'your session has ended' })).toBeVisible({
        timeout: 30_000,
      })
      await enterAccount(phone.page, 'Sign in', email)
      await phone.openRect()
    })

    await test.step('the evening', async () => {
      for (const [exercise, texts] of ledger.drafts)
        for (const text of texts.slice(-1))
          await expect
            .poll(async () => (await listDrafts(phone.page, exercise)).join(), { timeout: 90_000 })
            .toContain(text)
      await expect.poll(() => countReviews(phone.page), { timeout: 60_000 }).toBe(ledger.ratings)
      for (const [exercise, attempts] of ledger.answers)
        await expect
          .poll(async () => (await readProgress(phone.page)).exercises[exercise], { timeout: 60_000 })
          .toMatchObject({ passed: true, attempts })
      for (const device of [desk, phone]) {
        const workbench = await device.openRect()
        await expect(workbench.code).toContainText('after the session had ended')
      }
      const rects = await listDrafts(phone.page, 'causal-mask-rect')
      expect(rects.filter((source) => source.includes('after the session had ended'))).toHaveLength(1)
      await visit(desk.page, '/account')
      await desk.page.getByRole('button', { name: 'Sign out', exact: true }).click()
      await expect(desk.page.getByRole('status').filter({ hasText: 'You’re signed out' })).toBeVisible()
      expect((await listDrafts(phone.page, 'causal-mask-rect')).join()).toContain('in the second tab')
    })
  } finally {
    await server.stop()
  }
})
