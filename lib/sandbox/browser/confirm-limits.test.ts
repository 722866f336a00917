import { expect, test } from 'vitest'
import { compile } from '../compile/compile.ts'
import { QuickJsSandbox } from '../quickjs/quickjs-sandbox.ts'
import { loadQuickJs } from '../server/engine.ts'
import { session } from '../session.ts'
import { v8Realm } from '../v8-realm.ts'
import { confirmLimits } from './confirm-limits.ts'

const sandbox = await QuickJsSandbox.boot(loadQuickJs())
const call = [{ call: 'f', args: [] }]

function open(source: string, openReference?: () => Promise<never>) {
  const compiled = compile(source)
  return confirmLimits(session(compiled, v8Realm()), openReference ?? (() => sandbox.open(compiled, 60)))
}

test.each([
  ['numbers', 'const list: number[] = []\n  while (true) list.push(1)'],
  ['rows', 'const rows: number[][] = []\n  for (let i = 0; i >= 0; i++) rows.push([i, i, i])'],
  ['what a built-in function fills', 'return Array.from({ length: 2_500_000 }, (_, i) => i)'],
])('an answer that fills the memory with %s runs out of memory in a browser too', async (_, body) => {
  const running = open(`export function f() {\n  ${body}\n}`)
  expect((await running.run([call])).problem).toMatchObject({ kind: 'memory' })
})

test('a loop that only takes too many steps keeps its line', async () => {
  const running = open('export function f() {\n  while (true) {}\n}')
  expect((await running.run([call])).problem).toMatchObject({ kind: 'endless', line: 2, steps: 2_000_000 })
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
