import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Compiled, compile, SOURCE_LIMIT } from './compile.ts'
import { CompileError } from './compile-error.ts'

const refused = (source: string): CompileError => {
  try {
    compile(source)
  } catch (error) {
    if (error instanceof CompileError) return error
    throw error
  }
  throw new Error('it was not refused')
}

describe('what is refused, and how that is said', () => {
  test.each([
    ['import x from "y"; x()', /Imports aren’t allowed/],
    ['import "y"', /Imports aren’t allowed/],
    ['export * from "y"', /can’t export from another/],
    ['export { a } from "y"', /can’t export from another/],
    ['const f = () => import("y")', /can’t load other files/],
    ['const a = import.meta.url', /import\.meta/],
    ['const a = 1 <!--b', /HTML comment/],
    ['let a = 1\n --> b', /does not fit here/],
    ['let a = 1 /*\n*/ --> b', /does not fit here/],
    ['eval("1")', /eval/],
    ['const \\u{24}_$left = 1', /reserved/],
    ['namespace A { export const x = 1 }', /Namespaces/],
    ['module A.B { export const x = 1 }', /Namespaces/],
    ['with (a) {}', /with/],
    ['await 1', /await/],
    ['for await (const x of y) {}', /await/],
    ['return 1', /outside a function/],
    ['break', /outside a loop/],
    ['const a = 1; const a = 2', /“a” is declared twice/],
    ['const s = "abc', /no closing quote/],
    ['const s = `abc', /no closing backtick/],
    ['function f() { return [1, 2', /closing bracket is missing/],
    ['const f = ', /ends in the middle/],
    ['const f = (1 + ;', /“;” does not fit here/],
    ['export { q }', /exported but never defined/],
    ['('.repeat(20_000), /too deeply/],
    [`const a = ${'['.repeat(20_000)}`, /too deeply/],
    [`const a = ${'1+'.repeat(30_000)}1`, /too deeply/],
    [`//${' '.repeat(SOURCE_LIMIT)}`, /64 KiB/],
  ])('%.60s', (source, message) => {
    expect(refused(source).message).toMatch(message)
  })

  test('the place is that in the source, types and all', () => {
    expect(refused('const a: number[] = []\nconst b: Map<string, number> = new Map(), a = 1').position).toEqual({
      line: 2,
      column: 43,
    })
    expect(refused('export function f(): number {\n  return 1 + ;\n}').position).toEqual({ line: 2, column: 14 })
  })

  test.each([
    'while (n --> 0) n',
    'const namespace = 1; const $x = 2; const $ = 3, _$ = 4',
    '// a namespace A { is no namespace in a comment',
    'const text = "module B { in a text"',
    'const f = async () => { await 1; for await (const x of [1]) x }',
    'class A { import() {} }',
  ])('allowed: %s', (source) => {
    expect(() => compile(`let n = 3; ${source}`)).not.toThrow()
  })
})

describe('a mistake in an arrow function is placed where it is', () => {
  test.each<[string, RegExp, number]>([
    ['const f = () => [1 2]', /“2” does not fit here: “,” was expected/, 20],
    ['const f = (n: number) => { else {} }', /“else” does not fit here/, 28],
    ['const f = () => { const class = 1 }', /“class” does not fit here/, 25],
    ['const f = () => `abc', /no closing backtick/, 17],
    ['const f = () => /abc', /no closing slash/, 17],
    ['const f = () => <div>hi</div>', /JSX/, 24],
    ['const f = () => -2 ** 4', /Put parentheses around the left side/, 20],
    ['const f = () => { const a: number[]; return a }', /needs a value/, 26],
    ['const f = (a, a) => a', /same name/, 15],
    ['function f(n: number) => 1', /“=>” does not fit here/, 23],
    ['  # my answer', /A comment begins with “\/\/”/, 8],
    ['const f = () => { yield 1 }', /function\*/, 19],
    ['const f = (a: any) => a ?? 1 || 2', /cannot be mixed/, 30],
    ['const f = () => 1 /* one', /comment is not closed/, 19],
  ])('%s', (source, message, column) => {
    expect(refused(source)).toMatchObject({ message: expect.stringMatching(message), position: { line: 1, column } })
  })
})

/** Evaluates compiled code and gives what it declares, with a count of its steps. */
const load = (compiled: Compiled) => {
  const stop = (site: number): never => {
    throw new Error(`site ${site}`)
  }
  const exported = new Function(`return ${compiled.code.replace(/\n\/\/#.*$/, '')}`)()(
    stop,
    1e6,
    (_: number, x: unknown) => x,
    (_offset: number, _subject: string, x: unknown) => x,
  )
  const names = new Map<string, unknown>()
  for (let i = 0; i < exported.names.length; i += 2) names.set(exported.names[i], exported.names[i + 1])
  return { names, left: exported.left as () => number }
}

describe('what the code declares', () => {
  test('is found by its export, else by its name', () => {
    const source = `function a() { return 1 }
      const b = () => 2, { c, d: [e] } = { c: 3, d: [4] }
      class F {}
      let g = 5
      export { b as h, a }
      export default class {}
      export enum I { J }`
    expect([...load(compile(source)).names.keys()]).toEqual(['a', 'b', 'c', 'e', 'F', 'g', 'I', 'h', 'default'])
  })
  test('an export wins over a name at the top level', () => {
    const { names } = load(compile('function f() { return 1 }\nfunction g() { return 2 }\nexport { g as f }'))
    expect((names.get('f') as () => number)()).toBe(2)
  })
  test('a default export without a name is complete in itself', () => {
    const { names } = load(compile('export default (x) => x\n;[1].map((x) => x)'))
    expect((names.get('default') as (x: number) => number)(7)).toBe(7)
  })
})

describe('counting', () => {
  const work = (source: string, ...args: unknown[]) => {
    const { names, left } = load(compile(source))
    const before = left()
    ;(names.get('f') as (...args: unknown[]) => unknown)(...args)
    return before - left()
  }
  test.each<[string, number]>([
    ['function f() { for (let i = 0; i < 5; i++) ; }', 6],
    ['function f() { let i = 0; do i++; while (i < 3) }', 4],
    ['function f() { for (const x of [1, 2]) for (const k in { a: 1 }) x }', 5],
    ['const f = () => [1, 2, 3].map((x) => x * 2)', 4],
    ['const f = () => [1, 2, 3].map((x) => ({ x }))', 4],
    ['const f = () => [1, 2, 3].map((x) => (0, x))', 4],
    ['function f() { "use strict"\n return 1 }', 1],
    [
      'function f() { class A { #x = 1; constructor() {} get x() { return this.#x } static s() {} } new A().x; A.s() }',
      4,
    ],
    ['function f() { if (false) for (;;) ; else g(); function g() {} }', 2],
    ['const f = (x = (() => 1)()) => x', 3],
    ['function f() { const g = function* () { yield 1; yield 2 }; return [...g()] }', 4],
  ])('%s takes %i steps', (source, steps) => expect(work(source)).toBe(steps))
})

test('lines stay where they are, whatever is exported, typed or looped', () => {
  const piece = fc.constantFrom(
    'export function NAME(\n  x: number,\n): number {\n  return x\n}',
    'export\n\nconst NAME: number[] = []',
    'type NAME =\n  | 1\n  | 2',
    'interface NAME {\n  a: number\n}',
    'for (const x of [\n1,\n2])\n  x',
    'const NAME = (x: number) =>\n  x',
    'const NAME = (\n  (x: number): number => ({ x }).x\n)',
    'class NAME<T> {\n  private y?: T\n  z =\n 1\n}',
    'function g(){} ;const NAME = 1\nexport {\n  NAME as\n  "an export"\n}',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
      const parts = pieces.map((p, i) =>
        p.replaceAll('NAME', `n${i}`).replaceAll('g()', `g${i}()`).replace('an export', `e${i}`),
      )
      const source = [...parts, 'const MARK = 1'].join('\n')
      const findLine = (text: string) => text.split('\n').findIndex((line) => line.includes('MARK = '))
      const compiled = compile(source)
      expect(findLine(compiled.code)).toBe(findLine(source))
      expect(
        compiled.positionAt(
          compiled.offsetAt({
            line: findLine(source) + 1,
            column: compiled.code.split('\n')[findLine(source)]!.indexOf('MARK') + 1,
          }),
        ),
      ).toEqual({
        line: findLine(source) + 1,
        column: 7,
      })
    }),
  )
})

test('a site says what it is and where it is in the source', () => {
  const { site } = compile(
    'const a: Map<string, number> = new Map(); function f(x: number) {\n  const y: number = x; while (true) x++ }',
  )
  expect(site(0)).toEqual({ kind: 'function', name: 'f', line: 1, column: 43 })
  expect(site(1)).toEqual({ kind: 'loop', name: 'f', line: 2, column: 24 })
  expect(site(2)).toBeUndefined()
})

test('traced code gives what untraced code gives', () => {
  const source = 'export const f = (q) => { const s = (q, [1]), t = q.map((x) => x); let u; u = t; return [s, u] }'
  expect(compile(source).traced().code).not.toBe(compile(source).code)
  const [plain, traced] = [compile(source), compile(source).traced()].map(
    (c) => load(c).names.get('f') as (q: number[]) => unknown,
  )
  expect(traced!([3])).toEqual(plain!([3]))
})
