import { expect, type Locator, type Page, test } from '@playwright/test'

/** A fake speech recognition that tests control; the newest session is `window.speech`. */
class Speech {
  static async install(page: Page): Promise<void> {
    await page.addInitScript(() => {
      class FakeRecognition extends EventTarget {
        onstart?: () => void
        onresult?: (event: object) => void
        onerror?: (event: object) => void
        onend?: () => void
        isOpen = false
        start() {
          this.isOpen = true
          Object.assign(window, { speech: this, sessions: (Reflect.get(window, 'sessions') ?? 0) + 1 })
          queueMicrotask(() => this.onstart?.())
        }
        stop() {
          this.isOpen = false
          queueMicrotask(() => this.onend?.())
        }
        abort() {
          this.stop()
        }
        emit(...events: readonly (readonly (readonly [string, boolean])[])[]) {
          for (const results of events) {
            const recognitionResults = results.map(([transcript, isFinal]) =>
              Object.assign([{ transcript }], { isFinal }),
            )
            this.onresult?.({ resultIndex: recognitionResults.length - 1, results: recognitionResults })
          }
        }
        fail(error: string) {
          this.isOpen = false
          this.onerror?.({ error })
          this.onend?.()
        }
        end() {
          this.isOpen = false
          this.onend?.()
        }
      }
      Object.assign(window, { SpeechRecognition: FakeRecognition })
    })
  }

  readonly page: Page
  readonly box: Locator
  constructor(page: Page) {
    this.page = page
    this.box = page.getByRole('textbox', { name: 'Your answer' })
  }

  /** Begins an interview by voice, at its first question. */
  static async begin(page: Page): Promise<Speech> {
    await page.goto('/interview')
    await expect(page.getByRole('button', { name: 'Start interview' })).toBeEnabled()
    await page.getByText('10 minutes').click()
    await page.getByText('Voice and writing').click()
    await page.getByRole('button', { name: 'Start interview' }).click()
    const speech = new Speech(page)
    await expect(speech.box).toBeEditable()
    return speech
  }

  get speak(): Locator {
    return this.page.getByRole('button', { name: 'Speak', exact: true })
  }
  get stop(): Locator {
    return this.page.getByRole('button', { name: 'Stop speaking' })
  }
  /** Calls a method of the newest session. */
  call(method: 'emit' | 'fail' | 'end', ...args: readonly unknown[]): Promise<void> {
    return this.page.evaluate(
      ([name, values]) => {
        const speech = Reflect.get(window, 'speech')
        speech[name](...values)
      },
      [method, args] as const,
    )
  }
  isOpen(): Promise<boolean> {
    return this.page.evaluate(() => Reflect.get(window, 'speech').isOpen)
  }
  sessions(): Promise<number> {
    return this.page.evaluate(() => Reflect.get(window, 'sessions'))
  }
}

const final = (transcript: string) => [transcript, true] as const
const interim = (transcript: string) => [transcript, false] as const

test('what is said is in the answer once, however the browser tells it', async ({ page }) => {
  await Speech.install(page)
  const speech = await Speech.begin(page)
  await speech.box.fill('So:')
  await speech.speak.click()
  await expect(page.getByText('Listening', { exact: true })).toBeVisible()
  // in one task, each result extends the last one
  await speech.call(
    'emit',
    [interim('soft')],
    [final('softmax')],
    [final('softmax'), final('softmax of')],
    [final('softmax'), final('softmax of'), final('softmax of the scores')],
  )
  await expect(speech.box).toHaveValue('So: softmax of the scores')
  // the browser ends a session after a pause, and the next one continues the text
  await speech.call('end')
  await expect.poll(() => speech.sessions()).toBe(2)
  await speech.call('emit', [final('then the')], [final('then the'), final(' weighted sum')])
  await expect(speech.box).toHaveValue('So: softmax of the scores then the weighted sum')
  await expect(speech.stop).toBeVisible()
  // the last words arrive after the button was pressed
  await speech.stop.click()
  await speech.call('emit', [final('then the'), final(' weighted sum'), final(' of the values')])
  await expect(speech.box).toHaveValue('So: softmax of the scores then the weighted sum of the values')
  await expect(speech.speak).toBeVisible()
})

test('what is not final yet is given with the answer, and nothing of it comes into the next one', async ({ page }) => {
  await Speech.install(page)
  const speech = await Speech.begin(page)
  await speech.speak.click()
  await speech.call('emit', [interim('each output is a weighted average')])
  await expect(speech.box).toHaveValue('each output is a weighted average')
  await page.getByRole('button', { name: 'Submit answer' }).click()
  await expect(speech.box).toHaveValue('')
  await speech.call('emit', [final('each output is a weighted average of the values')])
  await expect(speech.speak).toBeEnabled()
  await expect.poll(() => speech.isOpen()).toBe(false)
  await expect(speech.box).toHaveValue('')
})

for (const [error, sentence] of [
  ['not-allowed', /is blocking the microphone/],
  ['service-not-allowed', /is blocking the microphone/],
  ['no-speech', /didn’t hear anything\. Press Speak/],
  ['network', /can’t reach its speech service/],
  ['audio-capture', /No microphone was found/],
  ['aborted', /took over the microphone/],
  ['bad-grammar', /stopped listening \(bad-grammar\)/],
] as const)
  test(`${error} ends in a sentence, and the button says that nobody listens`, async ({ page }) => {
    await Speech.install(page)
    const speech = await Speech.begin(page)
    await speech.speak.click()
    await speech.call('emit', [interim('softmax')])
    await speech.call('fail', error)
    await expect(page.getByText(sentence)).toBeVisible()
    await expect(speech.speak).toHaveAttribute('aria-pressed', 'false')
    await expect(speech.box).toHaveValue('softmax')
    expect(await speech.sessions()).toBe(1)
    await speech.speak.click()
    await expect(page.getByText('Listening', { exact: true })).toBeVisible()
    await expect(page.getByText(sentence)).toHaveCount(0)
  })

test('a page that is hidden listens no more, and says so', async ({ page }) => {
  await Speech.install(page)
  const speech = await Speech.begin(page)
  await speech.speak.click()
  await speech.call('emit', [final('softmax')])
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect(page.getByText(/stopped because this page was hidden/)).toBeVisible()
  await expect(speech.speak).toBeVisible()
  await expect.poll(() => speech.isOpen()).toBe(false)
})

test('a service that ends every session at once is not asked for ever', async ({ page }) => {
  await Speech.install(page)
  const speech = await Speech.begin(page)
  await speech.speak.click()
  for (const session of [1, 2, 3]) {
    await expect.poll(() => speech.sessions()).toBe(session)
    await speech.call('end')
  }
  await expect(page.getByText(/keeps ending speech recognition/)).toBeVisible()
  await expect(speech.speak).toBeVisible()
  expect(await speech.sessions()).toBe(3)
})

test('a browser that cannot hear says so where an interview continues in it', async ({ page }) => {
  await Speech.install(page)
  const speech = await Speech.begin(page)
  await page.addInitScript(() => {
    Object.assign(window, { SpeechRecognition: undefined, webkitSpeechRecognition: undefined })
  })
  await page.reload()
  await expect(page.getByText(/can’t turn speech into text/)).toBeVisible()
  await expect(speech.speak).toHaveCount(0)
})

test('an answer is taken although the device’s clock was set back while it was spoken', async ({ page }) => {
  await Speech.install(page)
  const speech = await Speech.begin(page)
  await speech.speak.click()
  await expect(page.getByText('Listening', { exact: true })).toBeVisible()
  await page.evaluate(() => {
    const { now } = Date
    Date.now = () => now() - 3_600_000
  })
  await speech.call('emit', [final('softmax of the scores')])
  const eventResponse = page.waitForResponse((response) => response.url().endsWith('/events'))
  await page.getByRole('button', { name: 'Submit answer' }).click()
  expect((await eventResponse).status()).toBe(200)
})
