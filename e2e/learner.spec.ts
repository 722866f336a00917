import { expect, test } from '@playwright/test'
import { answer, loadWrongAnswer, Workbench } from './workbench.ts'

test('a newcomer breaks the softmax in the first minute, sees why, and fixes it', async ({ page }) => {
  const workbench = await Workbench.firstRun(page)
  await workbench.run()
  await expect(workbench.headline).toContainText('NaN')
  await expect(workbench.verdict.getByText(/The smallest failing input|worked example/i).first()).toBeVisible()
  await workbench.try(answer('weighted-sum', 'softmax', 'solution.ts'), /^Passed\./)
  await workbench.confirmed()
})

test('a learner reads, fails, understands, passes, and finds it again', async ({ page, context }) => {
  await page.goto('/')
  expect(await context.cookies()).toEqual([])
  await page.getByRole('link', { name: /What is masked attention/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is masked attention, and where is it used?')
  expect(await context.cookies()).toEqual([])

  const workbench = await Workbench.open(page, 'causal-mask', 'causal-attention', 'causalAttention')
  const solution = answer('causal-mask', 'causal-attention', 'solution.ts')
  await workbench.try(solution.replace('-Infinity', '0'), 'The future still gets weight')
  await expect(workbench.verdict.getByText(/exp\(0\) = 1/)).toBeVisible()
  await expect(workbench.check('Worked example')).toContainText('failed')
  await expect(workbench.check('Inputs unchanged')).toContainText('passed')
  await expect(workbench.verdict.getByText(/^First wrong cell: masked, row 0, column 1/)).toBeVisible()
  await expect(workbench.verdict.getByText(/differs by more than/)).toBeVisible()
  await workbench.confirmed()
  const cookies = await context.cookies()
  expect(cookies.some((c) => c.httpOnly && c.sameSite === 'Lax')).toBe(true)

  await expect(workbench.verdict.getByText(/^Yours, line \d+$/)).toBeVisible()
  await workbench.verdict.getByRole('link', { name: /Mistakes in code/ }).click()
  await expect(page.locator('details', { hasText: '0 instead of −∞' }).locator('summary')).toBeInViewport()

  await workbench.try(
    answer('causal-mask', 'causal-attention', 'solution.ts'),
    'Passed. No output depends on later tokens.',
  )
  await workbench.confirmed()
  await expect(workbench.verdict.getByText(/inputs/).first()).toBeVisible()

  await page.reload()
  await expect(page.getByRole('link', { name: /causalAttention.*passed/ }).first()).toBeVisible()
  const again = await Workbench.open(page, 'causal-mask', 'causal-attention', 'causalAttention')
  await expect(again.code).toContainText('weights.reduce')
  await page.goto('/')
  await expect(page.getByRole('link', { name: /What is masked attention/ }).first()).toContainText(/1 of 5/)
})

test('a lesson whose exercises all passed is done', async ({ page }) => {
  for (const [exercise, name] of [
    ['scaled-scores', 'scaledScores'],
    ['attention', 'attention'],
  ] as const) {
    const workbench = await Workbench.open(page, 'scaling', exercise, name)
    await workbench.try(answer('scaling', exercise, 'solution.ts'), /./)
    await workbench.confirmed()
  }
  await page.goto('/')
  await expect(page.getByRole('link', { name: /Why divide by/ }).first()).toContainText('done')
})

test('a class goes all the way: its cost is told, then it passes', async ({ page }) => {
  const workbench = await Workbench.open(page, 'kv-cache', 'kv-cache', 'KVCache')
  await workbench.try(
    await loadWrongAnswer('kv-cache', 'kv-cache', 'recomputes-every-row'),
    'Correct, but it takes too many steps',
  )
  await expect(workbench.verdict.getByText(/your step grows with n²/).first()).toBeVisible()
  await expect(workbench.check('Cost')).toContainText('failed')
  await workbench.try(await loadWrongAnswer('kv-cache', 'kv-cache', 'stores-reference'), /./)
  await expect(workbench.verdict.getByRole('list', { name: 'Calls' })).toBeVisible()
  await workbench.try(answer('kv-cache', 'kv-cache', 'solution.ts'), /^Passed\./)
  await workbench.confirmed()
  await expect(workbench.verdict.getByText(/grows with n\b/).first()).toBeVisible()
})

test('hints come one at a time, and the solution is given when asked for', async ({ page }) => {
  const workbench = await Workbench.open(page, 'causal-mask', 'padded-attention', 'paddedAttention')
  for (const n of [1, 2, 3]) {
    await workbench.editor
      .getByRole('button', { name: `Hint ${n} of 3` })
      .last()
      .click()
    await expect(workbench.editor.getByRole('region', { name: 'Hints' })).toBeVisible()
  }
  await workbench.editor.getByRole('button', { name: 'Show the solution' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: /show/i }).click()
  await expect(page.getByRole('dialog', { name: /^Solution/ })).toContainText('export function paddedAttention')
})

test('code that does not compile is told with its line, and counts as no attempt', async ({ page }) => {
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  await workbench.try(
    'export function causalMask(n: number) {\n  return Array.from({ length: n ;\n}',
    'Your code did not run',
  )
  await expect(workbench.verdict.getByText(/Line 2, column/)).toBeVisible()
  await expect(workbench.verdict.getByText(/nothing was graded/)).toBeVisible()
  await workbench.try('export function causalMask(n: number) {\n  return undefinedName(n)\n}', /ReferenceError/)
  await expect(workbench.verdict.getByText(/Line 2, column \d+/)).toBeVisible()
})

test('an endless loop ends with its line, and the next answer is graded rightly', async ({ page }) => {
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  await workbench.try(
    'export function causalMask(n: number) {\n  while (true) {}\n}',
    'The loop on line 2 takes too many steps',
  )
  await workbench.try(
    'export function causalMask(n: number) {\n  return /^(a+)+$/.test("a".repeat(60) + "!") ? [] : []\n}',
    'Your code took too long',
  )
  await workbench.try(answer('causal-mask', 'causal-mask', 'solution.ts'), /./)
  await workbench.confirmed()
})

test('what the code prints is shown, capped', async ({ page }) => {
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  await workbench.try(
    'export function causalMask(n: number) {\n  for (let i = 0; i < 300; i++) console.log("line", i, [1, 2])\n  return []\n}',
    /./,
  )
  const printed = workbench.editor.getByRole('region', { name: 'Console' })
  await expect(printed).toContainText('line 0')
  await expect(printed).toContainText('and 100 more')
})

test('by keyboard alone: write, run, go to the verdict and back, and leave the editor', async ({ page }) => {
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  await workbench.code.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(answer('causal-mask', 'causal-mask', 'solution.ts'))
  await page.keyboard.press('ControlOrMeta+Enter')
  await workbench.confirmed()
  await page.keyboard.press('F6')
  await expect(workbench.verdict).toBeFocused()
  await page.keyboard.press('F6')
  await expect(workbench.code).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(workbench.code).not.toBeFocused()
})

test('types are checked and names completed while writing, and never block Run', async ({ page }) => {
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
  await workbench.write('export function causalMask(n: number): boolean[][] {\n  const x: string = n\n  return []\n}')
  await expect(workbench.editor.locator('.cm-lintRange-warning').first()).toBeVisible()
  await workbench.run()
  await expect(workbench.check('Worked example')).toContainText('failed')
  await workbench.write('export function causalMask(n: number): boolean[][] {\n  return Math.')
  await page.keyboard.type('sq')
  await expect(page.getByRole('option', { name: /sqrt/ }).first()).toBeVisible()
})
