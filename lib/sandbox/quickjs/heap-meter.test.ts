import { expect, test } from 'vitest'
import type { HeapSampling } from '#lib/grading/runner.ts'
import { type Script, SingleUseIterable } from '#lib/grading/script.ts'
import { compile } from '../compile/compile.ts'
import { loadQuickJs } from '../server/engine.ts'
import { QuickJsSandbox } from './quickjs-sandbox.ts'

const box = await QuickJsSandbox.boot(loadQuickJs())

/** What is alive while `f(n)` runs; its loops do nothing but take steps. */
async function measureAlive(body: string, n = 1000, sampling: HeapSampling = 'fast') {
  const source = `const work = () => { for (let i = 0; i < 2000; i++); }\nexport function f(n) { ${body} }`
  const session = await box.open(compile(source))
  const run = await session.measureMemory?.([[{ call: 'f', args: [n] }]], sampling)
  session.close()
  return run
}
const count = async (body: string, sampling: HeapSampling = 'fast') =>
  (await measureAlive(body, 1000, sampling))?.results[0]?.alive
const elements = async (body: string, sampling?: HeapSampling) => (await count(body, sampling))?.elements

test.each<[string, string, number]>([
  ['a plain array', 'const a = new Array(n).fill(0); work(); return a[0]', 1000],
  ['an array in an array, and the outer one', 'const a = [[...new Array(n).fill(0)]]; work(); return a[0][0]', 1001],
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

test.each<[string, string, number]>([
  ['a typed array', 'const a = new Float64Array(n); work(); return a[0]', 8],
  [
    'a typed array that no constructor of its own made',
    'const a = new Float64Array(n).toReversed(); work(); return a[0]',
    8,
  ],
  ['a buffer that grew', 'const a = new ArrayBuffer(8 * n); work(); return a.byteLength', 8],
  ['a text', 'const a = "x".repeat(n) + n; work(); return a.length', 1],
  ['texts', 'const a = []; for (let i = 0; i < n; i++) a.push("a" + i); work(); return a.length', 24],
  ['a Map', 'const a = new Map(); for (let i = 0; i < n; i++) a.set(i, i); work(); return a.size', 40],
  [
    'a Map by text',
    'const a = new Map(); for (let i = 0; i < n; i++) a.set(i + "," + i, i); work(); return a.size',
    60,
  ],
  [
    'an object by text',
    'const a = {}; for (let i = 0; i < n; i++) a[i + "," + i] = i; work(); return Object.keys(a).length',
    30,
  ],
  ['closures', 'const a = []; for (let i = 0; i < n; i++) a.push(() => i); work(); return a.length', 80],
  ['a list that is linked', 'let a = null; for (let i = 0; i < n; i++) a = { i, a }; work(); return a.i', 60],
  [
    'generators',
    'const a = []; for (let i = 0; i < n; i++) a.push((function* () { yield i })()); work(); return a.length',
    80,
  ],
  ['boxed numbers', 'const a = []; for (let i = 0; i < n; i++) a.push(new Number(i)); work(); return a.length', 40],
  ['an array with holes', 'const a = []; for (let i = 0; i < n; i++) a[2 * i + 1000] = i; work(); return a.length', 16],
  ['a big integer', 'const a = 2n ** (64n * BigInt(n)); work(); return typeof a', 8],
])('%s is counted in bytes', async (_, body, bytesEach) => {
  const heapBytes = (await count(body))?.bytes ?? 0
  expect(heapBytes).toBeGreaterThanOrEqual(1000 * bytesEach)
})

test('what nobody holds any more is not counted', async () => {
  expect(
    (await count('let s = 0; for (let i = 0; i < n; i++) s += [i, "x" + i].length; work(); return s'))?.bytes,
  ).toBeLessThan(2000)
})

test('code cannot tell that it is measured', async () => {
  const body =
    'return [Float64Array.name, Object.getOwnPropertySymbols(new Float64Array(1).buffer).length, Float64Array.prototype.constructor === Float64Array, Reflect.ownKeys(globalThis).length]'
  const source = `export function f(n) { ${body} }`
  const session = await box.open(compile(source))
  const script: Script = [{ call: 'f', args: [1] }]
  const [plain, measured] = [await session.run([script]), await session.measureMemory?.([script], 'fast')]
  session.close()
  expect(measured?.results[0]?.steps[0]?.outcome).toEqual(plain.results[0]?.steps[0]?.outcome)
})

test('what refers to itself is let go when garbage is collected', async () => {
  const body = `for (let i = 0; i < 9; i++) { const a = new Array(n).fill(0), go = () => [a, go]; go(); work() } return 0`
  expect(await elements(body)).toBeGreaterThan(8000)
  expect(await elements(body, 'after-gc')).toBe(1000)
})

test('an endless loop ends as it does elsewhere', async () => {
  expect((await measureAlive('while (true);'))?.problem).toMatchObject({ kind: 'endless', line: 2 })
})

test('the session continues as it was', async () => {
  const session = await box.open(compile('let n = 0\nexport const f = () => [Float64Array.name, ++n]'))
  const script: Script = [{ call: 'f', args: [] }]
  await session.measureMemory?.([script, script], 'fast')
  const { results } = await session.run([script])
  session.close()
  expect(results[0]?.steps[0]?.outcome).toEqual({ kind: 'returned', value: ['Float64Array', 1] })
})

test('a stream that is used up is not counted as let go', async () => {
  const source = 'export function f(xs) { const a = [...xs]; return a.reduce((s, x) => s + x, 0) }'
  const session = await box.open(compile(source))
  const values = Array.from({ length: 1000 }, (_, i) => i)
  const run = await session.measureMemory?.([[{ call: 'f', args: [new SingleUseIterable(values)] }]], 'fast')
  session.close()
  expect(run?.results[0]?.alive?.elements).toBe(1000)
})

test('steps of an instance are counted together', async () => {
  const source = 'export class Log { list = []; add(x) { this.list.push(x) } }'
  const session = await box.open(compile(source))
  const script: Script = [
    { new: 'Log', as: 'log', args: [] },
    ...Array.from({ length: 300 }, (_, i) => ({ call: 'add', on: 'log', args: [i] })),
  ]
  const run = await session.measureMemory?.([script], 'fast')
  session.close()
  expect(run?.results[0]?.alive?.elements).toBe(300)
})
