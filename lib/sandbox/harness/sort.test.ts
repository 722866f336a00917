import { expect, test } from 'vitest'
import { compile } from '../compile/compile.ts'
import { QuickJsSandbox } from '../quickjs/quickjs-sandbox.ts'
import { loadQuickJs } from '../server/engine.ts'
import { session } from '../session.ts'
import { v8Realm } from '../v8-realm.ts'

const box = await QuickJsSandbox.boot(loadQuickJs())

/** Runs `f(n)` in both sandboxes: what it returns, and the work that it took. */
async function runInBoth(source: string, sizes: readonly number[]) {
  const runs = []
  for (const open of [async () => session(compile(source), v8Realm()), () => box.open(compile(source), 60)]) {
    const running = await open()
    const { results, problem } = await running.run(sizes.map((n) => [{ call: 'f', args: [n] }]))
    running.close()
    expect(problem).toBeUndefined()
    runs.push(results.map(({ steps }) => steps[0]))
  }
  return runs
}

/** In no order, with equal ones. */
const list = (n: number) => Array.from({ length: n }, (_, i) => (i * 7919) % (n - (n % 3)))
const LIST = 'Array.from({ length: n }, (_, i) => (i * 7919) % (n - (n % 3)))'
const sizes = [4, 5, 10, 31, 32, 33, 63, 64, 65, 100, 500]

test.each<[string, (a: number, b: number) => unknown]>([
  ['true or false', (a, b) => a > b],
  ['true or false the other way', (a, b) => a < b],
  ['1 or 0', (a, b) => (a > b ? 1 : 0)],
  ['−1 or 0', (a, b) => (a < b ? -1 : 0)],
  ['always 1', () => 1],
  ['no order at all', (a, b) => ((a * 31 + b * 17) % 3) - 1],
  ['NaN', () => Number.NaN],
])('a comparator that returns %s sorts alike everywhere, and short lists as in a browser', async (_, compare) => {
  const source = `export const f = (n) => ${LIST}.sort(${compare})`
  const [v8, quickJs] = await runInBoth(source, sizes)
  expect(v8).toEqual(quickJs)
  for (const [i, n] of sizes.entries())
    if (n < 64) expect(v8?.[i]?.outcome).toEqual({ kind: 'returned', value: list(n).sort(compare as never) })
})

test.each([
  ['sort', `${LIST}.sort((a, b) => b - a)`],
  ['toSorted', `${LIST}.toSorted((a, b) => b - a)`],
  ['sort of a typed array', `[...new Float64Array(${LIST}).sort((a, b) => b - a)]`],
  ['toSorted of a typed array', `[...new Float64Array(${LIST}).toSorted((a, b) => b - a)]`],
])('%s sorts with the same work everywhere', async (_, expression) => {
  const [v8, quickJs] = await runInBoth(`export const f = (n) => ${expression}`, sizes)
  expect(v8).toEqual(quickJs)
  for (const [i, n] of sizes.entries())
    expect(v8?.[i]?.outcome).toEqual({ kind: 'returned', value: list(n).sort((a, b) => b - a) })
})

test('equal elements keep their order; undefined elements and holes come last', async () => {
  const source = `export const f = (n) => {
    const pairs = ${LIST}.map((x, i) => [x % 3, i])
    pairs.sort((a, b) => a[0] - b[0])
    const isStable = pairs.every(([x, i], at) => at === 0 || pairs[at - 1][0] < x || pairs[at - 1][1] < i)
    const holes = [3, , undefined, 1, , 2]
    holes.sort((a, b) => a - b)
    return [isStable, holes.length, Object.keys(holes).join(), holes.join()]
  }`
  for (const run of await runInBoth(source, [5, 200]))
    for (const step of run) expect(step?.outcome).toEqual({ kind: 'returned', value: [true, 6, '0,1,2,3', '1,2,3,,,'] })
})

test('an error in a comparator leaves the list as it was', async () => {
  const source = `export const f = (n) => {
    const numbers = [3, 2, 1]
    try {
      numbers.sort((a, b) => { if (a === 1 || b === 1) throw new Error('no'); return a - b })
    } catch {}
    return numbers
  }`
  for (const [step] of await runInBoth(source, [1]))
    expect(step?.outcome).toEqual({ kind: 'returned', value: [3, 2, 1] })
})
