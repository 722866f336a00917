import { test } from '@playwright/test'
import { describeViews, expectNoViolations } from './axe.ts'
import { visit } from './visit.ts'
import { answer, loadWrongAnswer, Workbench } from './workbench.ts'

describeViews(() => {
  for (const url of [
    '/',
    '/lessons/weighted-sum',
    '/lessons/scaling',
    '/lessons/complexity',
    '/lessons/causal-mask',
    '/lessons/kv-cache',
    '/lessons/cross-attention',
    '/lessons/multi-head',
    '/lessons/heads',
    '/lessons/flash-attention',
    '/account',
    '/lessons/none',
  ])
    test(`axe finds nothing on ${url}`, async ({ page }) => {
      await visit(page, url)
      await expectNoViolations(page)
    })
  test('axe finds nothing on a failing and a passing verdict', async ({ page }) => {
    const workbench = await Workbench.open(page, 'causal-mask', 'causal-attention', 'causalAttention')
    await workbench.try(
      await loadWrongAnswer('causal-mask', 'causal-attention', 'zero-score'),
      'The future still gets weight',
    )
    await workbench.confirmed()
    await expectNoViolations(page)
    await workbench.try(answer('causal-mask', 'causal-attention', 'solution.ts'), /^Passed\./)
    await workbench.confirmed()
    await expectNoViolations(page)
  })
})
