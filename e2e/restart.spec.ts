import { expect, test } from '@playwright/test'
import { freePort } from '../lib/setup/steps.js'
import { OwnServer } from './server-fixture.ts'
import { answer, Workbench } from './workbench.ts'

const server = new OwnServer(await freePort(), 'restart')

test.use({ baseURL: server.origin })

test('what was done is there after the server was killed and started again', async ({ page }) => {
  await server.start()
  try {
    const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
    await workbench.try(answer('causal-mask', 'causal-mask', 'solution.ts'), /./)
    await workbench.confirmed()
    await server.kill()
    await server.start()
    await page.reload()
    await expect(page.getByRole('link', { name: /causalMask.*passed/ }).first()).toBeVisible()
    const again = await Workbench.open(page, 'causal-mask', 'causal-mask-rect', 'causalMaskRect')
    await again.try(answer('causal-mask', 'causal-mask-rect', 'solution.ts'), /./)
    await again.confirmed()
  } finally {
    await server.stop()
  }
  expect(await server.listening()).toBe(false)
})
