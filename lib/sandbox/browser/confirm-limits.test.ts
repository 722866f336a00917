import { expect, test, vi } from 'vitest'
import type { Session } from '#lib/grading/runner.ts'
import { compile } from '../compile/compile.ts'
import { QuickJsSandbox } from '../quickjs/quickjs-sandbox.ts'
import { loadQuickJs } from '../server/engine.ts'
import { session } from '../session.ts'
import { v8Realm } from '../v8-realm.ts'
import { confirmLimits } from './confirm-limits.ts'

const sandbox = await QuickJsSandbox.boot(loadQuickJs())
const call = [{ call: 'f', args: [] }]

function open(source: string, openReference?: () => Promise<Session>) {
  const compiled = compile(source)
  return confirmLimits(session(compiled, v8Realm()), compiled, openReference ?? (() => sandbox.open(compiled, 60)))
}

test.each([
  ['numbers', 'const list: number[] = []\n  while (true) list.push(1)'],
  ['rows', 'const rows: number[][] = []\n  for (let i = 0; i >= 0; i++) rows.push([i, i, i])'],
  ['what a built-in function fills', 'return Array.from({ length: 2_500_000 }, (_, i) => i)'],
  ['a typed array', 'return new Float64Array(5e6).length'],
  [
    'typed arrays that are kept',
    'const kept = []\n  for (let i = 0; i < 100; i++) kept.push(new Float64Array(60 * 1000))',
  ],
  ['a buffer', 'return new ArrayBuffer(40 * 2 ** 20).byteLength'],
  ['a buffer that grew', 'return new ArrayBuffer(8).transfer(1 << 26).byteLength'],
  ['one number many times', 'return new Array(3_000_000).fill(0).length'],
  ['a text', "return 'x'.repeat(4e7).length"],
  ['a text that is too long', "return 'x'.repeat(2 ** 29).length"],
  ['a set', 'return new Set(Array(1e6).keys()).size'],
  [
    'rows in a loop that ends',
    'const rows = []\n  for (let i = 0; i < 3 * 99_999; i++) rows.push([i, i, i, i, i, i, i, i, i])',
  ],
])('an answer that fills the memory with %s runs out of memory in a browser too', async (_, body) => {
  const running = open(`export function f() {\n  ${body}\n}`)
  expect((await running.run([call])).problem).toMatchObject({ kind: 'memory' })
})

test('a loop that only takes too many steps keeps its line', async () => {
  const running = open('export function f() {\n  while (true) {}\n}')
  expect((await running.run([call])).problem).toMatchObject({ kind: 'endless', line: 2, steps: 2_000_000 })
})

test('a loop keeps its line where QuickJS has no time to reach the limit', async () => {
  const slow: Session = {
    run: async () => ({
      results: [],
      console: { lines: [], dropped: 0 },
      traces: [],
      problem: { kind: 'deadline', seconds: 5, input: '' },
    }),
    close: () => {},
  }
  const running = open('export function f() {\n  while (true) {}\n}', async () => slow)
  expect((await running.run([call])).problem).toMatchObject({ kind: 'endless', line: 2 })
})

test.each([
  ['a bound for scores', 'return [-1e9, -(2 ** 40)]'],
  ['small numbers', 'return new Float64Array(2 ** 3 * 100).length'],
])('QuickJS isn’t asked about %s', async (_, body) => {
  let isAsked = false
  const running = open(`export function f() {\n  ${body}\n}`, () => {
    isAsked = true
    return Promise.reject(new Error('asked'))
  })
  expect((await running.run([call])).problem).toBeUndefined()
  expect(isAsked).toBe(false)
})

test('a result that stands on its own doesn’t wait for a QuickJS that never loads', async () => {
  vi.useFakeTimers()
  const running = open('export const f = () => new Float64Array(20_000).length', () => new Promise<never>(() => {}))
  const run = running.run([call])
  await vi.advanceTimersByTimeAsync(5000)
  expect((await run).results[0]?.steps[0]?.outcome).toEqual({ kind: 'returned', value: 20_000 })
  vi.useRealTimers()
})

test('QuickJS isn’t asked again while a failing input is shrunk', async () => {
  let runCount = 0
  const running = open('export const f = () => new Float64Array(20_000).length', () => {
    runCount++
    return Promise.reject(new Error('offline'))
  })
  for (let i = 0; i < 10; i++) await running.run([call])
  expect(runCount).toBe(2)
})

test('what an earlier run left in the code counts', async () => {
  const running = open('let calls = 0\nexport function f() {\n  if (calls++ === 0) return 1\n  while (true) {}\n}')
  expect((await running.run([call])).problem).toBeUndefined()
  expect((await running.run([call])).problem).toMatchObject({ kind: 'endless', line: 4 })
})

test('without QuickJS the browser’s own problem stays', async () => {
  const running = open('export function f() { while (true) {} }', () => Promise.reject(new Error('offline')))
  expect((await running.run([call])).problem).toMatchObject({ kind: 'endless' })
})
