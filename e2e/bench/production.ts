import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import config from '../../playwright.config.ts'

const PORT = process.env.BENCH_PORT ?? '3413'
export const ORIGIN = `http://localhost:${PORT}`

/** Serves the production build on its own database while `work` runs in a browser. */
export async function withProduction<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'course-bench-'))
  const server = spawn(process.execPath, ['lib/setup/start.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT,
      DATABASE_URL: `file:${path.join(folder, 'bench.db')}`,
      BETTER_AUTH_SECRET: 'for benchmarks on this machine alone',
      BETTER_AUTH_URL: ORIGIN,
      SUBMISSIONS_PER_MINUTE: '100000',
      GUESTS_PER_MINUTE: '10000',
      SIGN_INS_PER_MINUTE: '100000',
    },
  })
  const browser = await chromium.launch(config.use?.launchOptions)
  try {
    await ready(server)
    return await work(browser)
  } finally {
    await browser.close()
    const exit = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await exit
    rmSync(folder, { recursive: true, force: true })
  }
}

function ready(server: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.stdout?.on('data', (piece) => String(piece).includes('ready at') && resolve())
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
}

/** The value below which a share of the sorted values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const ms = (x: number): string => `${x.toFixed(x < 10 ? 1 : 0)} ms`
