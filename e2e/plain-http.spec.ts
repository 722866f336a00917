import { expect, test } from '@playwright/test'
import { freePort } from '../lib/setup/steps.js'
import config from '../playwright.config.ts'
import { sendRawRequest } from './raw-request.ts'
import { OwnServer } from './server-fixture.ts'
import { answer, Workbench } from './workbench.ts'

const launch = config.use?.launchOptions ?? {}
// a name other than localhost, so that the browser treats the page as insecure
const rules = '--host-resolver-rules=MAP course.test 127.0.0.1'
test.use({ launchOptions: { ...launch, args: [...(launch.args ?? []), rules] } })

test('a course set up for https and opened over plain http says that nothing is kept there, names the setting, and keeps the answer', async ({
  page,
}) => {
  const port = await freePort()
  const address = `http://course.test:${port}`
  const settings = { BETTER_AUTH_URL: 'https://course.example/', TRUSTED_ORIGINS: address }
  const server = new OwnServer(port, 'https', settings)
  await server.start()
  try {
    expect((await sendRawRequest(server.origin, '/')).headers['strict-transport-security']).toBe('max-age=31536000')
    await page.goto(`${address}/lessons/causal-mask#build-causal-mask`)
    const notice = page.getByText('This address can’t keep you signed in')
    await expect(notice).toBeVisible()
    await expect(notice.getByRole('link')).toHaveAttribute('href', 'https://course.example/lessons/causal-mask')

    const panel = page.getByRole('region', { name: 'Exercise causalMask', exact: true })
    const workbench = new Workbench(page, 'causalMask', panel)
    await workbench.ready()
    await workbench.write(answer('causal-mask', 'causal-mask', 'solution.ts'))
    await workbench.run()
    await expect(page.getByText(/can’t keep you signed in, so nothing is saved from there/).first()).toBeVisible()
    await expect(workbench.code).toContainText('export function causalMask')
    expect(server.output).toContain('BETTER_AUTH_URL is https://course.example.')
    const progress = await (await page.request.get(`${server.origin}/api/progress`)).json()
    expect(progress.learner).toBeNull()
  } finally {
    await server.stop()
  }
})
