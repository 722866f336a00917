import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { 'server-only': fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url)) } },
  test: {
    include: ['{lib,content,app,prisma}/**/*.test.{ts,tsx}'],
    // the same stack as a grader thread (see spawnWorker)
    execArgv: ['--stack-size=3900'],
    // a test ends when it has its answer; on a busy machine that takes longer
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
