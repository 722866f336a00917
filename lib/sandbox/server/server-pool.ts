import 'server-only'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { GraderUsage } from './grader-usage.ts'
import { Pool } from './pool.ts'
import type { TimeAllowance } from './time-budget.ts'

const globalForPool = globalThis as typeof globalThis & { explainAttentionPool?: Pool }

/** The server's one pool. In development it follows changes of `lib` and `content`. */
export function getServerPool(): Pool {
  if (globalForPool.explainAttentionPool) return globalForPool.explainAttentionPool
  const pool = createPool(process.env)
  globalForPool.explainAttentionPool = pool
  if (process.env.NODE_ENV === 'development') void followChanges(pool)
  return pool
}

/** Creates a pool with the settings in the environment, or defaults that fit this machine. */
export const createPool = (env: Readonly<Record<string, string | undefined>>): Pool =>
  new Pool({
    spawn: spawnWorker,
    size: Number(env.POOL) || Math.max(1, availableParallelism() - 1),
    usage: new GraderUsage({
      learner: allowance(Number(env.GRADER_SECONDS_PER_MINUTE) || 10),
      address: allowance(Number(env.GRADER_SECONDS_PER_MINUTE_PER_ADDRESS) || 40),
    }),
    report: (message, error) => console.error(message, error),
  })

/** Allows the time of two minutes at once. */
const allowance = (secondsPerMinute: number): TimeAllowance => ({
  burstMs: 2 * secondsPerMinute * 1000,
  perMinuteMs: secondsPerMinute * 1000,
})

/** A path, not a URL: bundled as a URL it kept grading with stale code. */
export const spawnWorker = (): Worker =>
  new Worker(path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/sandbox/server/worker.ts'), {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 96, stackSizeMb: 16 },
  })

/** Restarts the workers when `lib` or `content` changes. The watcher is loaded in development only. */
async function followChanges(pool: Pool): Promise<void> {
  const { watchTree: watchBelow } = await import('./watch-tree.ts')
  let debounce: NodeJS.Timeout | undefined
  for (const folder of ['lib', 'content'])
    await watchBelow(path.join(/* turbopackIgnore: true */ process.cwd(), folder), () => {
      clearTimeout(debounce)
      debounce = setTimeout(() => pool.recycle(), 100)
    })
}
