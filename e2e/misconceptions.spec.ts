import { expect, test } from '@playwright/test'
import { loadExercise } from '#lib/course/load-exercise.ts'
import { loadWrongAnswer, Workbench } from './workbench.ts'

/*
 * every-exercise.test.ts grades all wrong answers in both engines, and our-lessons.test.ts finds an entry for each
 * misconception. What is left is what the page makes of a verdict.
 */
for (const [lesson, id, misconception] of [
  ['scaling', 'attention', 'no-scale'],
  ['causal-mask', 'causal-attention', 'zero-score'],
  ['kv-cache', 'kv-cache', 'stores-reference'],
] as const)
  test(`${lesson}/${id}: the verdict names ${misconception}, shows the right line, and links to the lesson’s entry`, async ({
    page,
  }) => {
    // the browser's own verdict, before the server's
    await page.route('**/api/submissions', (route) => route.abort())
    const exercise = await loadExercise(lesson, id)
    const headline = exercise.misconceptions.find((candidate) => candidate.id === misconception)?.headline
    if (!headline) throw new Error(`${id} has no misconception ${misconception}`)
    const workbench = await Workbench.open(page, lesson, id, exercise.name)
    await workbench.write(await loadWrongAnswer(lesson, id, misconception))
    await workbench.run()
    await expect(workbench.verdict.getByText(headline).first()).toBeVisible()
    const thisMistake = workbench.verdict.getByRole('region', { name: 'This mistake' })
    await expect(thisMistake.locator('pre')).toHaveCount(2)
    await expect(thisMistake.locator('mark').first()).toBeVisible()
    const entry = page.locator('details').filter({ has: page.locator(`#mistake-${misconception}`) })
    await expect(entry).not.toHaveAttribute('open')
    await expect(entry.getByText('in your last run')).toBeVisible()
    await thisMistake.getByRole('link').click()
    await expect(entry).toHaveAttribute('open')
    await expect(entry.locator('summary')).toBeInViewport()
  })
