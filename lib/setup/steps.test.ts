import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { freePort } from './steps.js'

test('a free port can be listened on, and is none that systems give to outgoing connections', async () => {
  const port = await freePort()
  expect(port).toBeGreaterThanOrEqual(10_000)
  expect(port).toBeLessThan(32_000)
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.on('error', reject).listen(port, resolve))
  await new Promise((resolve) => server.close(resolve))
})
