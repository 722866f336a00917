import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

// A process starts for each run.
vi.setConfig({ testTimeout: 60_000 })

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cases-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'run.ts'), ...args], {
    encoding: 'utf8',
  })
  return { status, lines: stdout.trimEnd().split('\n'), stderr }
}

test('all public cases pass', () => {
  const { status, lines } = run()
  expect(lines.at(-1)).toMatch(/^\d+ passed, 0 failed$/)
  expect(Number.parseInt(lines.at(-1) ?? '', 10)).toBeGreaterThanOrEqual(109)
  expect(status).toBe(0)
})

test('a failing case has its line, and the exit code says so', () => {
  writeFileSync(join(folder, 'broken.json'), '{"id": 1}')
  const { status, lines } = run(folder)
  expect(lines[0]).toContain('broken.json')
  expect(lines.at(-1)).toBe('0 passed, 1 failed')
  expect(status).toBe(1)
})

test('a folder that is not there, or an option, is wrong use', () => {
  expect(run(join(folder, 'nowhere'))).toMatchObject({ status: 2, lines: [''] })
  expect(run('--fast').stderr).toContain('there is no option --fast')
})
