// biome-ignore-all lint/suspicious/noTemplateCurlyInString: programs are written as text
import { describe, expect, test } from 'vitest'
import type { Outcome } from '#lib/grading/script.ts'
import { compile } from '../compile/compile.ts'
import { QuickJsSandbox } from '../quickjs/quickjs-sandbox.ts'
import { loadQuickJs } from '../server/engine.ts'
import { session } from '../session.ts'
import { v8Realm } from '../v8-realm.ts'

const sandbox = await QuickJsSandbox.boot(loadQuickJs())

/** Runs a function’s body in an engine: its error, and the source from the error’s place on. */
async function fail(engine: 'V8' | 'QuickJS', body: string) {
  const source = `export function f(): any {\n${body}\n}`
  const compiled = compile(source)
  const running = engine === 'V8' ? session(compiled, v8Realm()) : await sandbox.open(compiled, 60)
  const { results } = await running.run([[{ call: 'f', args: [] }]])
  running.close()
  const outcome: Outcome | undefined = results[0]?.steps[0]?.outcome
  if (outcome?.kind !== 'threw') throw new Error(`${body} threw nothing`)
  const { line, column } = outcome.place ?? { line: 0, column: 0 }
  return { message: outcome.message, at: source.split('\n')[line - 1]?.slice(column - 1) }
}

/** A body, what it says, and how the source continues at the error’s place. */
const ERRORS: readonly (readonly [body: string, message: string, at: string])[] = [
  ['const o: any = {}; o.a.b.c', '`o.a` is undefined, so `o.a.b` cannot be read.', 'b.c'],
  ['const o: any = {}; o.a[0] = 1', '`o.a` is undefined, so `o.a[0]` cannot be set.', '[0] = 1'],
  ['const o: any = {}; o.a.b = [1].map((x) => x)', '`o.a` is undefined, so `o.a.b` cannot be set.', 'b = [1]'],
  ['const o: any = {}; o.a.b += 1', '`o.a` is undefined, so `o.a.b` cannot be read.', 'b += 1'],
  ['const o: any = {}; o.a.b.c++', '`o.a` is undefined, so `o.a.b` cannot be read.', 'b.c++'],
  ['const o: any = {}; delete o.a.b', '`o.a.b` cannot be deleted: `o.a` is undefined or null.', 'b'],
  ['const o: any = {}; return o.f()', '`o.f` is not a function.', 'f()'],
  ['const o: any = []; return o[0](1)', '`o[0]` is not a function.', '[0](1)'],
  ['const o: any = {}; return o.a ? o.f() : o.g()', '`o.g` is not a function.', 'g()'],
  [
    'const r: any = [1]\n  .map((x) => x)\n  .fliter((x) => x)',
    '`[1].map((x) => x).fliter` is not a function.',
    'fliter',
  ],
  ['const C: any = 1\nreturn new C', '`C` is not a constructor.', 'new C'],
  ['const C: any = 1; new C\nreturn f()', '`C` is not a constructor.', 'new C'],
  ['class C {}; (C as any)()', '`C` is a class: call it with `new`.', '(C as any)()'],
  ['return rigth(1)', '`rigth` is not defined.', 'rigth'],
  ['total = 1 + 2', '`total` is not defined.', 'total'],
  [
    'const c = 1; c = [2].map((x) => x)[0]!',
    '`c` is declared with `const`, so it cannot be assigned again.',
    'c = [2]',
  ],
  ['const c = 1; ({ c } = { c: 2 })', '`c` is declared with `const`, so it cannot be assigned again.', 'c } = {'],
  ['return x + 1; let x = 1', '`x` is used before its declaration has run.', 'x + 1'],
  ['const o: any = {}; return [...o.list]', '`o.list` is undefined, which is not iterable.', 'o.list]'],
  ['for (const x of 3 as any) {}', '`3` is a number, which is not iterable.', '3 as any'],
  ['for (const [i, x] of [1] as any) {}', 'The value for `[i, x]` is a number, which is not iterable.', '[i, x] of'],
  ['let q: any; const { p } = q', '`q` is undefined or null, so it cannot be destructured.', 'q'],
  [
    'const { p: { q } } = {} as any',
    'The value for `{ q }` is undefined or null, so it cannot be destructured.',
    '{ q } }',
  ],
  [
    'const g = (a: any, { p }: any) => p; g(1, null)',
    'This function destructures a parameter whose value is undefined, null or not iterable.',
    '(a: any, { p }',
  ],
  [
    'const { p: { q } } = { p: null } as any',
    'A pattern inside this one destructures a value that is null or not iterable.',
    '{ p: { q } }',
  ],
  ['return "a" in ("abc" as any)', 'The right side of `in` is not an object.', 'in ("abc"'],
  [
    'return 1n + (1 as any)',
    'A BigInt cannot be mixed with other numbers. Convert one of them with `BigInt(…)` or `Number(…)`.',
    '+ (1',
  ],
  ['const s: any = Symbol(); return s + 1', 'A symbol cannot be converted to a number.', '+ 1'],
  ['const s: any = Symbol(); return `${s}`', 'A symbol cannot be converted to a string.', 'return `${s}`'],
  [
    'class C { #x = 1; static g(o: any) { return o.#x } } C.g({})',
    '`o` is not an instance of the class that declares `#x`.',
    '#x }',
  ],
  [
    'const o: any = Object.freeze({ x: 1 }); o.x = 2',
    '`o.x` cannot be set: it is read-only, or the object takes no new properties.',
    'x = 2',
  ],
  ['return [1].map(3 as any)', '`map` needs a function as its argument.', 'map(3'],
  ['return JSON.parse("{")', '`JSON.parse` was given text that is not valid JSON.', 'parse("{")'],
  ['return [].reduce((a, b) => a)', '`reduce` was called on an empty array without an initial value.', 'reduce'],
  ['return new Set(3 as any)', '`new Set` needs a value that can be iterated over, such as an array.', 'new Set'],
  ['return (1).toFixed(200)', '`toFixed` takes a number of digits from 0 to 100.', 'toFixed'],
  ['throw new Error("is not a function")', 'is not a function', 'new Error'],
  ['class E extends Error { constructor(m: string) { super(m) } }\nthrow new E("no")', 'no', 'new E'],
  ['throw new Error("long ".repeat(1000))', 'long '.repeat(60), 'new Error'],
]

describe.each(['V8', 'QuickJS'] as const)('in %s', (engine) => {
  test.each(ERRORS)('%s', async (body, message, at) => {
    const failure = await fail(engine, body)
    expect(failure.message).toBe(message)
    expect(failure.at?.slice(0, at.length)).toBe(at)
  })

  test('a stack that the answer made up places nothing outside the source', async () => {
    for (const stack of ['at f (answer.js:999999999999:7)', 'at guard:99999999', 'at f (answer.js:0:0)', 1]) {
      const body = `throw Object.assign(new Error('x'), { stack: ${JSON.stringify(stack)} })`
      expect((await fail(engine, body)).message).toBe('x')
    }
  })
})
