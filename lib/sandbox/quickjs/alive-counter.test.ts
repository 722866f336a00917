import { expect, test } from 'vitest'
import type { MemoryLook } from '#lib/grading/runner.ts'
import { Once, type Script } from '#lib/grading/script.ts'
import { compile } from '../compile/compile.ts'
import { loadQuickJs } from '../server/engine.ts'
import { QuickJsSandbox } from './quickjs-sandbox.ts'

const box = await QuickJsSandbox.boot(loadQuickJs())

/** What is alive while `f(n)` runs; its loops do nothing but take steps. */
async function alive(body: string, n = 1000, look: MemoryLook = 'quick') {
  const source = `const work = () => { for (let i = 0; i < 2000; i++); }\nexport function f(n) { ${body} }`
  const session = await box.open(compile(source))
  const run = await session.measureMemory?.([[{ call: 'f', args: [n] }]], look)
  session.close()
  return run
}
const elements = async (body: string, look: MemoryLook = 'quick') => (await alive(body, 1000, look))?.results[0]?.alive

test.each<[string, string, number]>([
  ['a plain array', 'const a = new Array(n).fill(0); work(); return a[0]', 1000],
  ['an array in an array, and the outer one', 'const a = [[...new Array(n).fill(0)]]; work(); return a[0][0]', 1001],
  ['a typed array, by elements and not by bytes', 'const a = new Uint8Array(n); work(); return a[0]', 1000],
  ['a buffer, by eights', 'const a = new ArrayBuffer(8 * n); work(); return a.byteLength', 1000],
  ['a view of a buffer, once', 'const a = new Float64Array(n), b = a.subarray(1); work(); return a[0] + b[0]', 1000],
  ['a copy of a typed array', 'const a = new Float32Array(n), b = a.slice(); work(); return a[0] + b[0]', 2000],
  ['the result', 'return new Array(n).fill(0)', 1000],
  [
    'what is let go before the next comes, once',
    'let a; for (let i = 0; i < 9; i++) { a = null; a = new Array(n).fill(i); work() } return a[0]',
    1000,
  ],
  ['no inputs', 'work(); return n', 0],
])('%s is counted', async (_, body, want) => {
  expect(await elements(body)).toBe(want)
})

test('what refers to itself is let go when garbage is collected', async () => {
  const body = `for (let i = 0; i < 9; i++) { const a = new Array(n).fill(0), go = () => [a, go]; go(); work() } return 0`
  expect(await elements(body)).toBeGreaterThan(8000)
  expect(await elements(body, 'collected')).toBe(1000)
})

test('an endless loop ends as it does elsewhere', async () => {
  expect((await alive('while (true);'))?.problem).toMatchObject({ kind: 'endless', line: 2 })
})

test('the session goes on as it was', async () => {
  const session = await box.open(compile('let n = 0\nexport const f = () => [Float64Array.name, ++n]'))
  const script: Script = [{ call: 'f', args: [] }]
  await session.measureMemory?.([script, script], 'quick')
  const { results } = await session.run([script])
  session.close()
  expect(results[0]?.steps[0]?.outcome).toEqual({ kind: 'returned', value: ['Float64Array', 1] })
})

test('a stream that is used up is not counted as let go', async () => {
  const source = 'export function f(xs) { const a = [...xs]; return a.reduce((s, x) => s + x, 0) }'
  const session = await box.open(compile(source))
  const values = Array.from({ length: 1000 }, (_, i) => i)
  const run = await session.measureMemory?.([[{ call: 'f', args: [new Once(values)] }]], 'quick')
  session.close()
  expect(run?.results[0]?.alive).toBe(1000)
})

test('steps of an instance are counted together', async () => {
  const source = 'export class Log { list = []; add(x) { this.list.push(x) } }'
  const session = await box.open(compile(source))
  const script: Script = [
    { new: 'Log', as: 'log', args: [] },
    ...Array.from({ length: 300 }, (_, i) => ({ call: 'add', on: 'log', args: [i] })),
  ]
  const run = await session.measureMemory?.([script], 'quick')
  session.close()
  expect(run?.results[0]?.alive).toBe(300)
})
