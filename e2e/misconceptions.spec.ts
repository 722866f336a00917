import { expect, test } from '@playwright/test'
import { loadExercise } from '#lib/course/load-exercise.ts'
import { loadWrongAnswer, Workbench } from './workbench.ts'

/*
 * every-exercise.test.ts grades all wrong answers in both engines, and our-lessons.test.ts finds a paragraph for each
 * misconception. What is left is what the page makes of a verdict.
 */
for (const [lesson, id, misconception] of [
  ['scaling', 'attention', 'no-scale'],
  ['causal-mask', 'causal-attention', 'zero-score'],
  ['kv-cache', 'kv-cache', 'stores-reference'],
] as const)
  test(`${lesson}/${id}: the verdict names ${misconception}, and links to its paragraph`, async ({ page }) => {
    // the browser's own verdict, before the server's
    await page.route('**/api/submissions', (route) => route.abort())
    const exercise = await loadExercise(lesson, id)
    const headline = exercise.misconceptions.find((candidate) => candidate.id === misconception)?.headline
    if (!headline) throw new Error(`${id} has no misconception ${misconception}`)
    const bench = await Workbench.open(page, lesson, id, exercise.name)
    await bench.write(await loadWrongAnswer(lesson, id, misconception))
    await bench.run()
    await expect(bench.verdict.getByText(headline).first()).toBeVisible()
    await bench.verdict.locator(`a[href="#mistake-${misconception}"]`).click()
    await expect(page.locator(`#mistake-${misconception}`)).toBeInViewport()
  })
