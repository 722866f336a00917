import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, defineConfig } from '@playwright/test'

/** Journeys run against the production build, on a port and a database of their own: never on data/course.db. */
process.env.E2E_PORT ??= '3412'
process.env.E2E_SECRET ??= 'for journeys on this machine alone'
// Playwright reads this file again in each worker, which inherits the folder's name
if (process.env.E2E_FOLDER === undefined) {
  const ownFolder = mkdtempSync(path.join(tmpdir(), 'course-e2e-'))
  process.env.E2E_FOLDER = ownFolder
  process.on('exit', () => rmSync(ownFolder, { recursive: true, force: true }))
}
// SIGTERM would end Playwright at once and leave the server on its port; on SIGINT it ends what it started
if (process.env.TEST_WORKER_INDEX === undefined) process.once('SIGTERM', () => process.kill(process.pid, 'SIGINT'))

const { E2E_PORT: port, E2E_FOLDER: folder, E2E_SECRET: secret } = process.env
const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
  existsSync(file),
)
const asRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'e2e',
  testIgnore: 'bench/**',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: Number(process.env.E2E_WORKERS) || 2,
  // for a machine that is slow and busy: what is awaited comes in a fraction of this, or never
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    browserName: 'chromium',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(existsSync(chromium.executablePath()) ? {} : { executablePath: system }),
      args: ['--disable-quic', '--disable-background-networking', ...(asRoot ? ['--no-sandbox'] : [])],
    },
  },
  webServer: {
    command: 'node lib/setup/start.js',
    url: `http://localhost:${port}/api/health`,
    env: {
      PORT: port,
      DATABASE_URL: `file:${path.join(folder, 'e2e.db')}`,
      BETTER_AUTH_SECRET: secret,
      BETTER_AUTH_URL: `http://localhost:${port}`,
      SUBMISSIONS_PER_MINUTE: '10000',
      GUESTS_PER_MINUTE: '10000',
      // all journeys come from one address, and some submit nothing but hostile code
      GRADER_SECONDS_PER_MINUTE: '600',
      GRADER_SECONDS_PER_MINUTE_PER_ADDRESS: '6000',
    },
    timeout: 300_000,
    reuseExistingServer: false,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
})
