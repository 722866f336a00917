import { describe, expect, test } from 'vitest'
import type { RunOptions, Session } from '#lib/grading/runner.ts'
import { type Arg, ReusedBuffer, type Script, SingleUseIterable } from '#lib/grading/script.ts'
import { type Compiled, compile } from '../compile/compile.ts'
import { QuickJsSandbox } from '../quickjs/quickjs-sandbox.ts'
import { loadQuickJs } from '../server/engine.ts'
import { session } from '../session.ts'
import { v8Realm } from '../v8-realm.ts'

const box = await QuickJsSandbox.boot(loadQuickJs())
const engines: [string, (compiled: Compiled) => Promise<Session>][] = [
  ['V8', async (compiled) => session(compiled, v8Realm())],
  ['QuickJS', (compiled) => box.open(compiled, 110)],
]

describe.each(engines)('in %s', (_, open) => {
  const runAll = async (source: string, scripts: readonly Script[], options?: RunOptions) => {
    const opened = await open(compile(source))
    try {
      return await opened.run(scripts, options)
    } finally {
      opened.close()
    }
  }
  const run = (source: string, args: readonly Arg[] = [], options?: RunOptions) =>
    runAll(source, [[{ call: 'f', args }]], options)
  const outcome = async (source: string, ...args: Arg[]) => (await run(source, args)).results[0]?.steps[0]?.outcome
  const returned = (value: unknown) => ({ kind: 'returned', value })

  describe('budget', () => {
    test('an endless loop ends with its line', async () => {
      const { results, problem } = await run('export const f = () => {\n  let i = 0\n  while (true) i++\n}')
      expect(results).toEqual([])
      expect(problem).toEqual({
        kind: 'endless',
        line: 3,
        recursion: false,
        subject: 'loop',
        steps: 2_000_000,
        input: '',
      })
    })
    test('a catch does not swallow the stop', async () => {
      const { problem } = await run(
        'export const f = () => { for (;;) try { for (;;) ; } catch {} finally { continue } }',
      )
      expect(problem).toMatchObject({ kind: 'endless', line: 1 })
    })
    test('code that catches the stop and returns is endless all the same', async () => {
      const { problem } = await run('export const f = () => { try { while (true) ; } catch { return 1 } }')
      expect(problem).toMatchObject({ kind: 'endless' })
    })
    test('an endless recursion that never grows the stack is told as such', async () => {
      const { problem } = await run('const g = (n) => n > 20 ? 0 : g(n + 1) + g(n + 1)\nexport const f = () => g(0)')
      expect(problem).toMatchObject({ kind: 'endless', line: 1, recursion: true })
    })
    test('a recursion that is too deep throws', async () => {
      expect(await outcome('export const f = () => f()')).toMatchObject({
        kind: 'threw',
        error: 'RangeError',
        message: expect.stringMatching(/nested deeper than 3,000/),
      })
    })
    test('calls may be nested as deep as that, through a built-in too, and no deeper', async () => {
      const sum = 'const g = (n) => (n === 0 ? 0 : 1 + g(n - 1)); export const f = (n) => g(n)'
      expect(await outcome(sum, 2990)).toEqual(returned(2990))
      expect(await outcome(sum, 3010)).toMatchObject({ kind: 'threw', error: 'RangeError' })
      const pair =
        'const even = (n) => n === 0 || odd(n - 1), odd = (n) => n !== 0 && even(n - 1); export const f = even'
      expect(await outcome(pair, 2990)).toEqual(returned(true))
      expect(await outcome(pair, 3010)).toMatchObject({ kind: 'threw', error: 'RangeError' })
    })
    test('a depth that was left by an error is left', async () => {
      const source =
        'const g = (n) => { if (n === 0) throw 1; g(n - 1) }; export const f = () => { let k = 0; for (; k < 9; k++) try { g(900) } catch {} return k }'
      expect(await outcome(source)).toEqual(returned(9))
    })
    test('what is called too often is not said to call itself', async () => {
      const { problem } = await run(
        'const g = () => 1\nexport const f = () => { for (let i = 0; i < 3; i++) new Array(900000).fill(0).forEach(g) }',
      )
      expect(problem).toMatchObject({ kind: 'endless', line: 1, subject: 'function', recursion: false })
    })
    test('each call has its own budget', async () => {
      const source = 'export const f = () => { let n = 0; for (let i = 0; i < 1500000; i++) n++; return n }'
      const { results } = await runAll(source, [[{ call: 'f', args: [] }], [{ call: 'f', args: [] }]])
      expect(results.map((r) => r.steps[0]?.outcome)).toEqual([returned(1_500_000), returned(1_500_000)])
    })
    test('a loop at the top level ends too', async () => {
      expect((await run('\nwhile (true);')).problem).toMatchObject({ kind: 'endless', line: 2 })
    })
    test('a getter on the result that does not end is endless', async () => {
      expect((await run('export const f = () => ({ get x() { for (;;) ; } })')).problem).toMatchObject({
        kind: 'endless',
      })
    })
  })

  describe('errors', () => {
    test('an error is told with its line', async () => {
      expect(
        await outcome('export const f = () => {\n  const x: number = 1\n  throw new RangeError("no")\n}'),
      ).toMatchObject({
        kind: 'threw',
        error: 'RangeError',
        message: 'no',
        place: { line: 3 },
      })
    })
    test.each([
      ['const x = undefined; return x.y', 'TypeError: `x` is undefined, so `x.y` cannot be read.'],
      ['const x = null; x[0] = 1', 'TypeError: `x` is null, so `x[0]` cannot be set.'],
      ['return nowhere', 'ReferenceError: `nowhere` is not defined.'],
      ['const x = 1; x = 2', 'TypeError: `x` is declared with `const`, so it cannot be assigned again.'],
      ['x; let x = 1', 'ReferenceError: `x` is used before its declaration has run.'],
      ['return new Array(-1)', 'RangeError: The length of an array must be a whole number from 0 to 4,294,967,295.'],
      ['let s = "x"; for (;;) s += s', 'RangeError: The string would exceed the maximum length.'],
    ])('%s is told in the same words by every engine', async (code, words) => {
      const result = await outcome(`export const f = () => { ${code} }`)
      expect(result?.kind === 'threw' && `${result.error}: ${result.message}`).toBe(words)
    })
    test('whatever is thrown is told', async () => {
      expect(await outcome('export const f = () => { throw "no" }')).toEqual({
        kind: 'threw',
        error: 'Error',
        message: 'no',
      })
      expect(await outcome('export const f = () => { throw { get message() { throw 1 } } }')).toMatchObject({
        kind: 'threw',
        message: '',
      })
      expect(await outcome('export const f = () => { throw Symbol() }')).toMatchObject({
        kind: 'threw',
        message: 'symbol',
      })
    })
    test('a message that never ends is none, and the next call is as it was', async () => {
      const source = 'let n = 0; export const f = () => { if (n++) return 1; throw { get message() { for (;;) ; } } }'
      const call: Script = [{ call: 'f', args: [] }]
      const { results, problem } = await runAll(source, [call, call])
      expect(problem).toBeUndefined()
      expect(results[0]?.steps[0]?.outcome).toMatchObject({ kind: 'threw', message: '' })
      expect(results[1]?.steps[0]?.outcome).toEqual(returned(1))
    })
    test('code that throws at its top level did not load', async () => {
      expect((await run('\nthrow new TypeError("top")')).problem).toMatchObject({
        kind: 'threw',
        error: 'TypeError',
        place: { line: 2 },
      })
    })
    test('a name that is not there is missing', async () => {
      expect((await run('export const g = 1')).problem).toEqual({
        kind: 'missing',
        message: 'No function called f was found. Keep the name and export it.',
      })
      expect((await run('export const f = 1')).problem).toEqual({
        kind: 'missing',
        message: 'f is there, but it is not a function.',
      })
      expect((await runAll('', [[{ new: 'K', as: 'k', args: [] }]])).problem).toMatchObject({
        message: expect.stringMatching(/^No class called K/),
      })
    })
    test('a default export answers to the name', async () => {
      expect(await outcome('export default (x) => x + 1', 1)).toEqual(returned(2))
    })
    test('the first error ends its script and no other', async () => {
      const step = { call: 'f', args: [] }
      const { results } = await runAll('let n = 0; export const f = () => { if (n++ === 0) throw 1; return n }', [
        [step, step],
        [step],
      ])
      expect(results.map((r) => r.steps.map((s) => s.outcome.kind))).toEqual([['threw'], ['returned']])
    })
  })

  describe('classes', () => {
    const cache = `export class Cache { #rows = []
      append(row) { if (row.length === 0) throw new RangeError('empty'); this.#rows.push(row) }
      rows() { return this.#rows } get length() { return this.#rows.length } }`
    const append = (values: number[], throws?: string): Script[number] => ({
      call: 'append',
      on: 'c',
      args: [new ReusedBuffer('row', values)],
      ...(throws && { throws }),
    })
    test('a script is played step by step, and a reused buffer is one array', async () => {
      const { results } = await runAll(
        cache,
        [
          [
            { new: 'Cache', as: 'c', args: [] },
            append([1]),
            append([], 'RangeError'),
            append([2, 3]),
            { call: 'rows', on: 'c', args: [] },
            { get: 'length', on: 'c' },
            { get: 'size', on: 'c' },
          ],
        ],
        { unchanged: true },
      )
      expect(results[0]?.changed).toBeUndefined()
      expect(results[0]?.steps.map((s) => (s.outcome.kind === 'returned' ? s.outcome.value : s.outcome.error))).toEqual(
        [
          undefined,
          undefined,
          'RangeError',
          undefined,
          [
            [2, 3],
            [2, 3],
          ],
          2,
          'TypeError',
        ],
      )
    })
    test('a method that is not there is named', async () => {
      const { results } = await runAll(cache, [
        [
          { new: 'Cache', as: 'c', args: [] },
          { call: 'attend', on: 'c', args: [] },
        ],
      ])
      expect(results[0]?.steps[1]?.outcome).toMatchObject({ kind: 'threw', message: 'there is no method attend' })
    })
    test('two scripts share no instances', async () => {
      const make = { new: 'Cache', as: 'c', args: [] }
      const { results } = await runAll(cache, [
        [make, append([1])],
        [make, { get: 'length', on: 'c' }],
      ])
      expect(results[1]?.steps[1]?.outcome).toEqual(returned(0))
    })
  })

  describe('inputs', () => {
    test.each([
      ['x[0] = 5', true],
      ['x.push(1)', true],
      ['x.length = 0', true],
      ['x.slice().sort()', false],
      ['x[1] = NaN', false],
      ['Object.defineProperty(x, 0, { get() { return 1 } })', false],
      ['Object.defineProperty(x, 0, { get() { throw 1 } })', true],
      ['Object.defineProperty(x, 0, { get() { for (;;) ; } })', true],
    ])('%s', async (code, changed) => {
      const { results } = await run(`export const f = (x) => { ${code}; return 0 }`, [[1, NaN, 3]], { unchanged: true })
      expect(results[0]?.changed).toEqual(changed ? { step: 0, arg: 0 } : undefined)
    })
    test('an iterator can be walked once', async () => {
      expect(await outcome('export const f = (xs) => [[...xs], [...xs]]', new SingleUseIterable([1, 2]))).toEqual(
        returned([[1, 2], []]),
      )
    })
    test('a later step that changes an earlier argument is found', async () => {
      const source = 'export class K { #x; keep(x) { this.#x = x } spoil() { this.#x[0] = 9 } }'
      const { results } = await runAll(
        source,
        [
          [
            { new: 'K', as: 'k', args: [] },
            { call: 'keep', on: 'k', args: [[1]] },
            { call: 'spoil', on: 'k', args: [] },
          ],
        ],
        { unchanged: true },
      )
      expect(results[0]?.changed).toEqual({ step: 1, arg: 0 })
    })
  })

  describe('the learner’s own tracing', () => {
    const source = `export function attend(Q) {
  const out = []
  const table = Array.from({ length: 2 }, () => new Array(2).fill(0))
  for (let i = 0; i < Q.length; i++) {
    const scores = Q.map((k) => k[0] * Q[i][0])
    const weights = []
    for (const s of scores) weights.push(s / 10)
    for (let j = 0; j < 2; j++) table[i][j] = scores[j]
    console.log('row', i, { weights })
    out.push(weights)
  }
  return out
}`
    test('assigned arrays are seen with their lines, filled ones as they were in the end', async () => {
      const { traces, console: said } = await runAll(source, [[{ call: 'attend', args: [[[1], [2]]] }]], {
        trace: true,
      })
      expect(traces).toEqual([
        {
          name: 'out',
          line: 2,
          rows: [
            [0.1, 0.2],
            [0.2, 0.4],
          ],
        },
        {
          name: 'table',
          line: 3,
          rows: [
            [1, 2],
            [2, 4],
          ],
        },
        {
          name: 'scores',
          line: 5,
          rows: [
            [1, 2],
            [2, 4],
          ],
        },
        {
          name: 'weights',
          line: 6,
          rows: [
            [0.1, 0.2],
            [0.2, 0.4],
          ],
        },
      ])
      expect(said).toEqual({ lines: ['row 0 { weights: [0.1, 0.2] }', 'row 1 { weights: [0.2, 0.4] }'], dropped: 0 })
    })
    test('an array that is changed after its assignment is shown as it was assigned', async () => {
      const { traces } = await run(
        'export const f = (x) => { const s = x.slice()\n s[0] = 9\n const w = s\n return w }',
        [[1, 2]],
        { trace: true },
      )
      expect(traces.map((t) => t.rows)).toEqual([[[1, 2]], [[9, 2]]])
    })
    test('non-finite numbers have names, other things are no trace', async () => {
      const { traces } = await run(
        'export const f = () => { const a = [1, NaN, -1 / 0], b = ["x"], c = [1, , 2]; return 0 }',
        [],
        { trace: true },
      )
      expect(traces).toEqual([{ name: 'a', line: 1, rows: [[1, 'NaN', '-Infinity']] }])
    })
    test('the console says nothing unless asked, and is cut', async () => {
      const chatty = 'export const f = () => { for (let i = 0; i < 250; i++) console.log("x".repeat(600)); return 1 }'
      expect((await run(chatty)).console).toEqual({ lines: [], dropped: 0 })
      const { lines, dropped } = (await run(chatty, [], { trace: true })).console
      expect([lines.length, lines[0]?.length, dropped]).toEqual([200, 500, 50])
    })
    test('counts are those of code that is not traced', async () => {
      const script: Script[] = [[{ call: 'attend', args: [[[1], [2]]] }]]
      const work = async (trace: boolean) => (await runAll(source, script, { trace })).results[0]?.steps[0]?.work
      expect(await work(true)).toBe(await work(false))
    })
    test('one session runs plain and traced', async () => {
      const opened = await open(compile('let n = 0; export const f = () => { const a = [++n]; return a }'))
      const values = []
      for (const trace of [false, true, false]) {
        const { results, traces } = await opened.run([[{ call: 'f', args: [] }]], { trace })
        values.push([results[0]?.steps[0]?.outcome, traces.length])
      }
      opened.close()
      expect(values).toEqual([
        [returned([1]), 0],
        [returned([1]), 1],
        [returned([2]), 0],
      ])
    })
  })

  test('a realm that the code has spoilt still says what the code gives', async () => {
    const opened = await open(
      compile(`
      const spoil = () => {
        const evil = () => { throw new Error('evil') }
        for (const C of [Array, String, Object, Function, Reflect, Math, Number, Symbol])
          for (const o of [C, C.prototype].filter(Boolean)) for (const k of Reflect.ownKeys(o))
            try { if (typeof o[k] === 'function' && k !== 'constructor') Object.getOwnPropertyDescriptor(o, k).writable && (list[list.length] = [o, k]) } catch {}
        const typed = (Float64Array.prototype).__proto__
        Object.defineProperty(typed, 'length', { get: evil })
        for (let i = 0; i < 50; i++) { const set = (v) => {}; def(Array.prototype, i, { __proto__: null, set, get: () => 7, configurable: true }); }
        for (const k of ['value', 'get', 'set', 'code', 'input', 'writable', 'then', 'toJSON', 'names', 'left', 'reset', 'chunks', 'message'])
          def(Object.prototype, k, { __proto__: null, get: () => 1, set() {}, configurable: true })
        for (let i = 0; i < list.length; i++) list[i][0][list[i][1]] = evil
      }
      const list = [], def = Object.defineProperty
      let spoilt = false
      export const f = (x, y) => { if (!spoilt) { spoilt = true; spoil() } return [x[0] + y[0][0], x] }`),
    )
    const script: Script = [{ call: 'f', args: [[1, 2], [[3, 4]]] }]
    const want = { steps: [{ outcome: returned([4, [1, 2]]) }] }
    const one = await opened.run([script, script], { unchanged: true })
    const two = await opened.run([script], { unchanged: true })
    opened.close()
    expect(one.results).toMatchObject([want, want])
    expect(two.results).toMatchObject([want])
    expect(one.results.concat(two.results).some((r) => r.changed)).toBe(false)
  })

  test('what is put off until later does not run for long', async () => {
    const { results } = await runAll('export const f = async () => { await 0; for (;;) ; }', [
      [{ call: 'f', args: [] }],
      [{ call: 'f', args: [] }],
    ])
    expect(results).toHaveLength(2)
  })
})
