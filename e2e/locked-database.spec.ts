import path from 'node:path'
import { createClient } from '@libsql/client'
import { expect, test } from '@playwright/test'
import { freePort } from '../lib/setup/steps.js'
import { OwnServer } from './server-fixture.ts'
import { answer, Workbench } from './workbench.ts'

const server = new OwnServer(await freePort(), 'locked')

test.use({ baseURL: server.origin })

test('while another program locks the database pages are read, the learner is told, and the answer arrives later', async ({
  page,
}) => {
  await server.start()
  // it waits its turn: the server may still be writing what the learner did a moment ago
  const other = createClient({
    url: `file:${path.join(process.env.E2E_FOLDER ?? '', 'locked.db')}`,
    timeout: 30_000,
  })
  try {
    const workbench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
    await workbench.try(answer('causal-mask', 'causal-mask', 'solution.ts'), /./)
    await workbench.confirmed()
    const next = await Workbench.open(page, 'causal-mask', 'causal-mask-rect', 'causalMaskRect')
    const lock = await other.transaction('write')
    await next.try(answer('causal-mask', 'causal-mask-rect', 'solution.ts'), /./)
    expect((await page.request.get('/api/health')).status()).toBe(200)
    expect((await page.request.get('/api/progress')).status()).toBe(200)
    await expect(next.verdict).toContainText('The server’s database is busy')
    await lock.rollback()
    await next.confirmed()
    expect(server.output.match(/The database is locked by another program/g)).toHaveLength(1)
    expect(server.output).not.toMatch(/\n\s+at /)
  } finally {
    other.close()
    await server.stop()
  }
})
