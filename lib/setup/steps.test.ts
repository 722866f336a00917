import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { createProgressListener, freePort } from './steps.js'

test('a free port can be listened on, and is none that systems give to outgoing connections', async () => {
  const port = await freePort()
  expect(port).toBeGreaterThanOrEqual(10_000)
  expect(port).toBeLessThan(32_000)
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.on('error', reject).listen(port, resolve))
  await new Promise((resolve) => server.close(resolve))
})

test('the lines of finished files and journeys are passed on whole, other output is not', () => {
  const lines: string[] = []
  const listen = createProgressListener((line) => lines.push(line))
  listen('\n RUN  v5\n\n \u001b[32m✓\u001b[39m |pure| lib/grading/shrink.test.ts (4 te')
  expect(lines).toEqual([])
  listen('sts) 12ms\n ❯ lib/x.test.ts (2 tests | 1 failed) 3ms\n   × fails 2ms\nstderr | a warning\n')
  listen('[WebServer] ready\n  ✓   1 e2e/a.spec.ts:3:1 › reads (1.2s)\n  ✘   2 e2e/a.spec.ts:9:1 › writes (9.0s)\n')
  listen('  -   3 e2e/a.spec.ts:12:1 › waits\n  ✓   4 unfinished')
  expect(lines).toEqual([
    ' ✓ |pure| lib/grading/shrink.test.ts (4 tests) 12ms',
    ' ❯ lib/x.test.ts (2 tests | 1 failed) 3ms',
    '   × fails 2ms',
    '  ✓   1 e2e/a.spec.ts:3:1 › reads (1.2s)',
    '  ✘   2 e2e/a.spec.ts:9:1 › writes (9.0s)',
    '  -   3 e2e/a.spec.ts:12:1 › waits',
  ])
})
