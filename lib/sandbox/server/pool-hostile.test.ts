import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { corpus } from '../hostile/corpus.ts'
import { Pool } from './pool.ts'
import type { Requester } from './requester.ts'
import { spawnWorker } from './server-pool.ts'
import { jobInput } from './testing/fake-pool.ts'

const pool = new Pool({ spawn: spawnWorker, size: 1 })
const author: Requester = { kind: 'author', id: 'ada' }
afterAll(() => pool.close())
const good = readFileSync('content/lessons/causal-mask/exercises/causal-attention/solution.ts', 'utf8')

test('there is enough hostile code', () => expect(corpus.length).toBeGreaterThanOrEqual(100))

test.each(corpus)('$name does not pass, and the next answer is judged rightly', async ({ source }) => {
  const grade = await pool.grade({ ...jobInput, source, seed: 11 }, author)
  expect(grade.outcome).toMatch(/^(failed|did-not-run)$/)
  const next = await pool.grade({ ...jobInput, source: good, seed: 12 }, author)
  expect(next.outcome).toBe('passed')
})
