import { globSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { visit } from './visit.ts'
import { answer, Workbench } from './workbench.ts'

/** Titles of lessons, by whether they’re drafts. */
function listTitles(isDraft: boolean): string[] {
  return globSync('content/lessons/*/lesson.mdx').flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    const title = /^title: (.*)$/m.exec(text)?.[1]
    return title !== undefined && /^draft: true$/m.test(text) === isDraft ? [title] : []
  })
}

test('who has passed the home page’s exercise is offered published lessons, and nothing of a draft', async ({
  page,
}) => {
  const drafts = listTitles(true)
  const published = listTitles(false)
  expect(drafts.length).toBeGreaterThan(0)
  // with nothing due, the review offers the lessons
  await visit(page, '/review')
  for (const title of published) await expect(page.getByRole('main')).toContainText(title)
  const workbench = await Workbench.firstRun(page)
  await workbench.try(answer('weighted-sum', 'softmax', 'solution.ts'), /^Passed\./)
  await workbench.confirmed()
  for (const path of ['/', '/review', '/review/plan', '/review/statistics', '/interview']) {
    await visit(page, path)
    const main = page.getByRole('main')
    if (path === '/interview') for (const title of published) await expect(main).toContainText(title)
    const text = (await main.textContent()) ?? ''
    expect(
      drafts.filter((title) => text.includes(title)),
      path,
    ).toEqual([])
  }
  await expect(page.getByText(/^Interviews cover \w+ topics so far: /)).toBeVisible()
})
