import { globSync, readFileSync } from 'node:fs'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { freePort } from '../lib/setup/steps.js'
import { describeViews, expectNoViolations } from './axe.ts'
import { OwnServer } from './server-fixture.ts'

/** A mock interview, as its learner sees it. */
class Room {
  readonly page: Page
  readonly question: Locator
  readonly box: Locator
  constructor(page: Page) {
    this.page = page
    this.question = page.getByRole('heading', { level: 1 })
    this.box = page.getByRole('textbox', { name: 'Your answer' })
  }

  static async begin(page: Page, origin = ''): Promise<Room> {
    await Room.plan(page, origin)
    return Room.start(page)
  }

  /** Chooses ten minutes, once the page listens. */
  static async plan(page: Page, origin = ''): Promise<void> {
    await page.goto(`${origin}/interview`)
    await expect(page.getByRole('button', { name: 'Start interview' })).toBeEnabled()
    await page.getByText('10 minutes').click()
  }

  /** Begins what has been chosen. */
  static async start(page: Page): Promise<Room> {
    await page.getByRole('button', { name: 'Start interview' }).click()
    const room = new Room(page)
    await expect(room.box).toBeEditable()
    return room
  }

  /** The time that is left, in seconds. */
  async remainingMs(): Promise<number> {
    const [minutes = 0, seconds = 0] = ((await this.page.getByRole('timer').textContent()) ?? '')
      .split(/[:\s]/)
      .map(Number)
    return 60 * minutes + seconds
  }

  /** Does something and waits for what is asked after it. */
  async next(act: () => Promise<void>): Promise<void> {
    const before = (await this.question.textContent()) ?? ''
    await act()
    await expect(this.question).not.toHaveText(before)
  }

  give(): Promise<void> {
    return this.page.getByRole('button', { name: 'Submit answer' }).click()
  }

  /** Skips whatever is asked until this is in sight. */
  async skipTo(there: Locator): Promise<void> {
    const skip = this.page.getByRole('button', { name: 'Skip question' })
    await expect(there.or(skip)).toBeVisible()
    if (await there.isVisible()) return
    await this.next(() => skip.click())
    await this.skipTo(there)
  }

  /** Ends it early, and waits for the debrief. */
  async end(): Promise<void> {
    await this.page.getByRole('button', { name: 'End the interview' }).click()
    await this.page.getByRole('button', { name: 'End interview' }).click()
    await expect(debriefed(this.page)).toBeVisible()
  }
}

const debriefed = (page: Page) => page.getByRole('heading', { name: 'By topic and kind' })

test('an interview of ten minutes continues where it was after the server was killed and the tab was closed', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000)
  const server = new OwnServer(await freePort(), 'interview')
  await server.start()
  try {
    await context.clock.install()
    const room = await Room.begin(page, server.origin)
    const html = await page.content()
    expect(modelAnswers().filter((answer) => html.includes(answer))).toEqual([])
    await room.box.fill('Each output is a weighted average of the value vectors.')
    await room.next(() => room.give())

    await context.clock.fastForward(80_000)
    await expect.poll(() => room.remainingMs()).toBeLessThan(525)
    await server.kill()
    await room.box.fill('This answer meets a dead server.')
    await room.give()
    await expect(page.getByText('Saved on this device. The clock keeps running.')).toBeVisible()
    const unanswered = (await room.question.textContent()) ?? ''
    await server.start()
    await expect(room.question).not.toHaveText(unanswered, { timeout: 60_000 })

    await room.box.fill('Half of an ans')
    await expect(page.getByText('4 words, saved')).toBeVisible()
    const [url, remainingMs, question] = [
      page.url(),
      await room.remainingMs(),
      (await room.question.textContent()) ?? '',
    ]
    await page.close()
    const again = new Room(await context.newPage())
    await again.page.goto(url)
    await expect(again.question).toHaveText(question)
    await expect(again.box).toHaveValue('Half of an ans')
    expect(await again.remainingMs()).toBeLessThan(remainingMs + 6) // it is read off every few seconds
    expect(await again.remainingMs()).toBeGreaterThan(remainingMs - 120)

    await again.skipTo(debriefed(again.page))
    await expect(again.page.getByText('This answer meets a dead server.')).toBeVisible()
    await again.page.goto(`${server.origin}/interview`)
    await expect(again.page.getByRole('region', { name: 'Interviews so far' }).getByRole('row')).toHaveCount(2)
  } finally {
    await server.stop()
  }
})

test('the debrief compares an answer with its key points; the learner can correct a tick, and cards are due', async ({
  page,
}) => {
  const room = await Room.begin(page)
  const [card] = modelAnswersFor((await room.question.textContent()) ?? '')
  await room.box.fill(card ?? 'Nothing of it.')
  await room.next(() => room.give())
  await room.end()
  const total = page.getByText(/\d+ of \d+ key points\./)
  const before = Number.parseInt((await total.textContent()) ?? '', 10)
  expect(before).toBeGreaterThan(1)
  await expect(page.locator('mark').first()).toBeVisible()
  await page
    .getByRole('button', { name: /^Not really/ })
    .first()
    .click()
  await expect(total).toHaveText(new RegExp(`^${before - 1} of`))
  await expect(page.getByText('You marked this as not said.')).toBeVisible()
  await expect(page.getByText('These cards are due now.')).toBeVisible()
})

test('the coding round asks for an exercise in a blank file, and ends with the verdict', async ({ page }) => {
  await Room.plan(page)
  await page.getByText('With a coding round').click()
  const room = await Room.start(page)
  const editor = page.getByRole('region', { name: /^Editor: / })
  await room.skipTo(editor)
  const name = ((await room.question.textContent()) ?? '').replace('Write ', '')
  const code = editor.getByRole('textbox', { name: /^Your code/ })
  await expect(code).toContainText(name)
  await expect(page.getByRole('button', { name: /Hint|Solution/ })).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Think aloud' }).fill('First the shapes.')
  await code.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(readSolution(name))
  await editor.getByRole('button', { name: /^Run/ }).click()
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: `Coding round: ${name}` })).toBeVisible()
  await expect(page.getByText(/^Passed in \d+:\d\d with one run\.$/)).toBeVisible()
  await expect(page.getByText('First the shapes.')).toBeVisible()
})

test('a pass that only the browser claims is not praised in the debrief', async ({ page }) => {
  await page.route('**/api/submissions', (route) => route.abort())
  await Room.plan(page)
  await page.getByText('With a coding round').click()
  const room = await Room.start(page)
  const editor = page.getByRole('region', { name: /^Editor: / })
  await room.skipTo(editor)
  const name = ((await room.question.textContent()) ?? '').replace('Write ', '')
  const code = editor.getByRole('textbox', { name: /^Your code/ })
  await expect(code).toContainText(name)
  await code.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(readSolution(name))
  await editor.getByRole('button', { name: /^Run/ }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText(/The server hasn’t confirmed the result yet/)).toBeVisible()
  await expect(page.getByText(/^Passed in/)).toHaveCount(0)
})

test('an answer may be spoken where the browser hears; the debrief tells its pace and its fillers', async ({
  page,
}) => {
  await page.addInitScript(() => {
    class Hears extends EventTarget {
      onresult?: (event: object) => void
      onend?: () => void
      start() {
        const heard = Object.assign([{ transcript: 'Um, it is a weighted average.' }], { isFinal: true })
        setTimeout(() => this.onresult?.({ resultIndex: 0, results: [heard] }), 100)
      }
      stop() {
        setTimeout(() => this.onend?.(), 0)
      }
    }
    Object.assign(window, { SpeechRecognition: Hears })
  })
  await Room.plan(page)
  await page.getByText('Voice and writing').click()
  await expect(page.getByText('Chrome sends the audio to Google')).toBeVisible()
  const room = await Room.start(page)
  await page.getByRole('button', { name: 'Speak', exact: true }).click()
  await expect(room.box).toHaveValue('Um, it is a weighted average.')
  await page.getByRole('button', { name: 'Stop speaking' }).click()
  await room.next(() => room.give())
  await room.end()
  await expect(page.getByText(/\d+ words a minute, 1 filler$/)).toBeVisible()
})

describeViews(() => {
  test('axe finds nothing before, in and after an interview', async ({ page }) => {
    await Room.plan(page)
    await expectNoViolations(page)
    const room = await Room.start(page)
    await room.box.fill('Each output is a weighted average of the value vectors.')
    await room.next(() => room.give())
    await expectNoViolations(page)
    await room.end()
    await expectNoViolations(page)
  })
})

/** The solution of the exercise that asks for this function or class. */
function readSolution(name: string): string {
  const file = globSync('content/lessons/*/exercises/*/solution.ts').find(
    (text) => text.split('/').at(-2)?.replaceAll('-', '') === name.toLowerCase(),
  )
  return readFileSync(file ?? '', 'utf8')
}

/** What must not be seen before the debrief: the beginning of each model answer of the course. */
const modelAnswers = (): string[] => cards().map(({ modelAnswer }) => modelAnswer.slice(0, 50))

const modelAnswersFor = (question: string): string[] =>
  cards().flatMap((card) => (card.question === question ? [card.modelAnswer] : []))

/** Questions and model answers as authors write them, of the questions that interviewers ask as they stand. */
function cards(): { readonly question: string; readonly modelAnswer: string }[] {
  const text = globSync('content/lessons/*/cards.ts').map((file) => readFileSync(file, 'utf8'))
  const quoted = /kind: 'interview',\s*question: '([^']+)',\s*modelAnswer:\s*'([^']+)'/g
  return text.flatMap((chunk) =>
    [...chunk.matchAll(quoted)].map(([, question = '', modelAnswer = '']) => ({ question, modelAnswer })),
  )
}
