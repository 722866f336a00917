import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import { loadWrongAnswers } from '#lib/authoring/wrong-answers.ts'

/** One exercise of a lesson, as a learner works on it. */
export class Workbench {
  readonly page: Page
  readonly editor: Locator
  readonly verdict: Locator
  constructor(page: Page, name: string, panel: Locator) {
    this.page = page
    this.editor = panel.getByRole('region', { name: `Editor: ${name}.ts` })
    this.verdict = panel.getByRole('region', { name: 'Verdict' })
  }

  /** Opens a lesson at one of its exercises, with the editor ready. */
  static async open(page: Page, lesson: string, exercise: string, name: string): Promise<Workbench> {
    await page.goto(`/lessons/${lesson}#build-${exercise}`)
    const bench = new Workbench(page, name, page.getByRole('region', { name: `Exercise ${name}`, exact: true }))
    await bench.ready()
    return bench
  }

  /** The first minute on the home page. */
  static async firstRun(page: Page): Promise<Workbench> {
    await page.goto('/')
    const bench = new Workbench(page, 'softmax', page.getByRole('region', { name: 'One minute' }))
    await bench.ready()
    return bench
  }

  get code(): Locator {
    return this.editor.getByRole('textbox', { name: /^Your code/ })
  }
  get headline(): Locator {
    return this.verdict.getByRole('heading', { level: 3 })
  }
  check(name: string): Locator {
    return this.verdict.getByRole('list', { name: 'Checks' }).getByRole('listitem').filter({ hasText: name })
  }

  /** Waits for the editor, which loads when it is near: a page that still moves may scroll it away again. */
  async ready(): Promise<void> {
    await expect(async () => {
      await this.editor.scrollIntoViewIfNeeded({ timeout: 5_000 })
      await expect(this.code).toBeVisible({ timeout: 3_000 })
    }).toPass({ timeout: 45_000 })
  }

  /** Replaces what is in the editor. */
  async write(source: string): Promise<void> {
    await this.code.click()
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.insertText(source)
  }

  async run(): Promise<void> {
    await this.editor.getByRole('button', { name: /^Run/ }).click()
  }

  /** Writes, runs, and waits for the verdict with this headline. */
  async try(source: string, headline: string | RegExp): Promise<void> {
    await this.write(source)
    await this.run()
    await expect(this.headline).toHaveText(headline)
  }

  async confirmed(): Promise<void> {
    await expect(this.verdict.getByText(/in the browser and on the server|Confirmed by the server/)).toBeVisible()
  }
}

/** One of an exercise’s own answers: `solution.ts`, `right/loops.ts`. */
export const answer = (lesson: string, exercise: string, file: string): string =>
  readFileSync(`content/lessons/${lesson}/exercises/${exercise}/${file}`, 'utf8')

/** One of the wrong answers of an exercise, by name: an edit in its wrong.ts, or a file in wrong/. */
export async function loadWrongAnswer(lesson: string, exercise: string, name: string): Promise<string> {
  const answers = await loadWrongAnswers(`content/lessons/${lesson}/exercises/${exercise}`)
  const answer = answers.find((answer) => answer.name === name)
  if (!answer) throw new Error(`${exercise} has no wrong answer “${name}”`)
  return answer.source
}
