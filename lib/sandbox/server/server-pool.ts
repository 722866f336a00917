import 'server-only'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { Pool } from './pool.ts'
import { watchBelow } from './watch-below.ts'

const home = globalThis as typeof globalThis & { explainAttentionPool?: Pool }

/** The server's one pool. In development it follows changes of `lib` and `content`. */
export function serverPool(): Pool {
  if (home.explainAttentionPool) return home.explainAttentionPool
  const pool = new Pool({
    spawn: () => spawnWorker(),
    size: Number(process.env.POOL) || Math.max(1, availableParallelism() - 1),
    report: (message, error) => console.error(message, error),
  })
  home.explainAttentionPool = pool
  if (process.env.NODE_ENV === 'development') follow(pool)
  return pool
}

/** A path, not a URL: bundled as a URL it kept grading with stale code. */
export const spawnWorker = (): Worker =>
  new Worker(path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/sandbox/server/worker.ts'), {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 96, stackSizeMb: 16 },
  })

function follow(pool: Pool): void {
  let soon: NodeJS.Timeout | undefined
  for (const folder of ['lib', 'content'])
    watchBelow(path.join(/* turbopackIgnore: true */ process.cwd(), folder), () => {
      clearTimeout(soon)
      soon = setTimeout(() => pool.recycle(), 100)
    })
}
