import { describe, expect, test } from 'vitest'
import type { Run } from '#lib/grading/runner.ts'
import { compile } from './compile/compile.ts'
import { CONSOLE_METHODS } from './console-methods.ts'
import { QuickJsSandbox } from './quickjs/quickjs-sandbox.ts'
import { loadQuickJs } from './server/engine.ts'
import { session } from './session.ts'
import { v8Realm } from './v8-realm.ts'

const sandbox = await QuickJsSandbox.boot(loadQuickJs())

async function runInBoth(source: string, trace = false): Promise<[v8: Run, quickJs: Run]> {
  const runs: Run[] = []
  for (const open of [async () => session(compile(source), v8Realm()), () => sandbox.open(compile(source), 20)]) {
    const running = await open()
    runs.push(await running.run([[{ call: 'f', args: [] }]], { trace }))
    running.close()
  }
  return runs as [Run, Run]
}
const outcomes = ({ results, problem }: Run) => problem ?? results[0]?.steps[0]?.outcome

/**
 * What a stack of errors is made of, in V8 alone; what QuickJS says of functions; and two symbols that no engine lets go,
 * for `using`, which the compiler refuses. None of them computes anything.
 */
const OWN_AFFAIR =
  /^(Error\.stackTraceLimit|Function\.prototype\.(fileName|lineNumber|columnNumber)|InternalError|Symbol\.(dispose|asyncDispose)|Iterator\.prototype\.@@Symbol\.dispose)/

test('both sandboxes have the same globals, with the same properties', async () => {
  const source = `
    const names = []
    const list = (owner, path) => {
      for (const key of Reflect.ownKeys(owner)) {
        const name = path + (typeof key === 'symbol' ? '@@' + key.description : key)
        if (/\\.(name|length|caller|arguments|prototype)$/.test(name) || name.startsWith('console')) continue
        names.push(name)
      }
    }
    export function f() {
      list(globalThis, '')
      for (const key of Reflect.ownKeys(globalThis)) {
        const value = globalThis[key]
        if (typeof key !== 'string' || key === 'console' || key === 'globalThis' || (typeof value !== 'object' && typeof value !== 'function') || value === null) continue
        list(value, key + '.')
        if (typeof value === 'function' && value.prototype) list(value.prototype, key + '.prototype.')
      }
      list(Reflect.getPrototypeOf(Uint8Array.prototype), 'TypedArray.prototype.')
      list(Reflect.getPrototypeOf([][Symbol.iterator]()), 'ArrayIterator.')
      list(Reflect.getPrototypeOf(function* () {}).prototype, 'Generator.')
      return [...new Set(names)].sort().join(' ').match(/.{1,9000}(?:\\s|$)/g)
    }`
  const [v8, quickJs] = (await runInBoth(source)).map((run) => {
    const outcome = outcomes(run)
    if (outcome?.kind !== 'returned' || !Array.isArray(outcome.value)) throw new Error(JSON.stringify(outcome))
    return outcome.value
      .join('')
      .split(/\s+/)
      .filter((name) => name !== '' && !OWN_AFFAIR.test(name))
  })
  expect(v8).toEqual(quickJs)
  expect(v8?.length).toBeGreaterThan(400)
})

describe('what depends on the machine says so', () => {
  test.each([
    ['(1234.5).toLocaleString("en-US")', /^toLocaleString is not available here/],
    ['"a".localeCompare("b")', /^localeCompare is not available here/],
    ['new Date(0).toLocaleDateString()', /^toLocaleDateString is not available here/],
    ['[1].toLocaleString()', /^toLocaleString is not available here/],
    ['new Intl.NumberFormat("en-US")', /^Intl is not available here/],
    ['structuredClone([1])', /^structuredClone is not available here/],
    ['performance.now()', /^performance is not available here/],
    ['setTimeout(() => 1)', /^setTimeout is not available here/],
    ['process.env', /^process is not available here/],
  ])('%s', async (expression, message) => {
    const [v8, quickJs] = await runInBoth(`export function f() {\n  return ${expression}\n}`)
    expect(outcomes(v8)).toMatchObject({ kind: 'threw', message: expect.stringMatching(message), place: { line: 2 } })
    expect(outcomes(quickJs)).toMatchObject({
      kind: 'threw',
      message: expect.stringMatching(message),
      place: { line: 2 },
    })
  })
})

test('no call of the console changes a result, and both consoles say the same', async () => {
  const calls = CONSOLE_METHODS.map((name) => `console.${name}('v-${name}')`).join('; ')
  const source = `export function f() {
    ${calls}
    console.groupEnd()
    console.log(-0, [-0, 1, , 3], new Map([[1, [2]], ['a', { b: 1 }]]), new Set([1, 2]))
    console.log('%s is %d, %i %% %o', 'x', 1.5, 2.7, { a: 'b' }, 'rest')
    console.count(); console.count('a'); console.count(); console.countReset(); console.count()
    console.group('outer'); console.log('in'); console.groupEnd(); console.log('out')
    console.assert(true, 'no'); console.assert(false, 'yes')
    console.log(new Date(0), /a/g, Symbol('q'), new Error('boo'), new (class Foo { x = 1 }), new Float64Array(2), () => 1, null)
    return 1
  }`
  const [v8, quickJs] = await runInBoth(source, true)
  expect(outcomes(v8)).toEqual({ kind: 'returned', value: 1 })
  expect(outcomes(quickJs)).toEqual({ kind: 'returned', value: 1 })
  expect(v8.console.lines.slice(-11)).toEqual([
    "-0 [-0, 1, empty, 3] Map(2) { 1 => [2], 'a' => { b: 1 } } Set(2) { 1, 2 }",
    "x is 1.5, 2 % { a: 'b' } rest",
    'default: 1',
    'a: 1',
    'default: 2',
    'default: 1',
    'outer',
    '  in',
    'out',
    'Assertion failed: yes',
    '1970-01-01T00:00:00.000Z /a/g Symbol(q) Error: boo Foo { x: 1 } Float64Array [0, 0] [function] null',
  ])
  expect(quickJs.console).toEqual(v8.console)
})

describe('errors are placed alike', () => {
  test.each([
    ['an emoji before', 'const s = "😀😀😀"; nowhere()', 2, 23],
    ['a line separator before', 'const s = "\u2028"\n  nowhere()', 3, 3],
  ])('%s', async (_, body, line, column) => {
    for (const run of await runInBoth(`export function f() {\n  ${body}\n}`))
      expect(outcomes(run)).toMatchObject({ kind: 'threw', place: { line, column } })
  })
})
