import { type ChildProcess, spawn } from 'node:child_process'
import { connect } from 'node:net'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { answer, Workbench } from './workbench.ts'

const PORT = '3414'
const ORIGIN = `http://localhost:${PORT}`

test.use({ baseURL: ORIGIN })

test('what was done is there after the server was killed and started again', async ({ page }) => {
  test.setTimeout(120_000)
  let server = await start()
  try {
    const bench = await Workbench.open(page, 'causal-mask', 'causal-mask', 'causalMask')
    await bench.try(answer('causal-mask', 'causal-mask', 'solution.ts'), /./)
    await bench.confirmed()
    server.kill('SIGKILL')
    await expect.poll(() => listening(), { timeout: 15_000 }).toBe(false)
    server = await start()
    await page.reload()
    await expect(page.getByRole('link', { name: /causalMask.*passed/ }).first()).toBeVisible({ timeout: 20_000 })
    const again = await Workbench.open(page, 'causal-mask', 'causal-mask-rect', 'causalMaskRect')
    await again.try(answer('causal-mask', 'causal-mask-rect', 'solution.ts'), /./)
    await again.confirmed()
  } finally {
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await gone
  }
  expect(await listening()).toBe(false)
})

function start(): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['lib/setup/start.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT,
      DATABASE_URL: `file:${path.join(process.env.E2E_FOLDER ?? '', 'restart.db')}`,
      BETTER_AUTH_SECRET: 'for this journey alone, on this machine',
      BETTER_AUTH_URL: ORIGIN,
    },
  })
  return new Promise((resolve, reject) => {
    server.stdout.on('data', (piece) => String(piece).includes('ready at') && resolve(server))
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
}

const listening = (): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(Number(PORT), 'localhost')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
