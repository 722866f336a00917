import { readdirSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { claimedMisconceptions } from '#lib/authoring/check-exercise.ts'
import { locateExercise } from '#lib/sandbox/server/locate.ts'
import { answer, Workbench } from './workbench.ts'

const EXERCISES = [
  ['scaling', 'scaled-scores'],
  ['scaling', 'attention'],
  ['causal-mask', 'causal-mask'],
  ['causal-mask', 'causal-attention'],
  ['causal-mask', 'padded-attention'],
  ['causal-mask', 'causal-mask-rect'],
  ['causal-mask', 'packed-causal-mask'],
  ['kv-cache', 'kv-cache'],
  ['kv-cache', 'kv-cache-bytes'],
  ['kv-cache', 'decode'],
] as const

for (const [lesson, id] of EXERCISES)
  test(`${lesson}/${id}: each wrong answer is named in the browser, and links to its paragraph`, async ({ page }) => {
    test.setTimeout(180_000)
    // the server has its own test on the same answers; here the browser alone is asked
    await page.route('**/api/submissions', (route) => route.abort())
    const exercise = await locateExercise(lesson, id)
    const bench = await Workbench.open(page, lesson, id, exercise.name)
    for (const file of readdirSync(`content/lessons/${lesson}/exercises/${id}/wrong`)) {
      const source = answer(lesson, id, `wrong/${file}`)
      const claimed = claimedMisconceptions(source) ?? []
      const headlines = exercise.misconceptions.filter((m) => claimed.includes(m.id)).map((m) => m.headline)
      await bench.write(source)
      await bench.run()
      if (claimed.length === 1 && headlines[0]) {
        await expect(bench.verdict.getByText(headlines[0]).first(), file).toBeVisible({ timeout: 20_000 })
        await expect(bench.verdict.locator(`a[href="#explains-${claimed[0]}"]`), file).toBeVisible()
        await expect(page.locator(`#explains-${claimed[0]}`), file).toBeAttached()
      } else await expect(bench.check('failed').first(), file).toBeVisible({ timeout: 20_000 })
      await expect(bench.verdict.getByText('We could not grade this'), file).toHaveCount(0)
    }
  })
