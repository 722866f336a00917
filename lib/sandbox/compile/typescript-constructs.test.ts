// biome-ignore-all lint/suspicious/noTemplateCurlyInString: programs are written as text
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { QuickJsSandbox } from '../quickjs/quickjs-sandbox.ts'
import { loadQuickJs } from '../server/engine.ts'
import { session } from '../session.ts'
import { v8Realm } from '../v8-realm.ts'
import { compile } from './compile.ts'
import { CompileError } from './compile-error.ts'

const ts: typeof import('typescript6') = createRequire(import.meta.url)('typescript6')

/** A function that returns 1 where its construct means what TypeScript says. */
const F = (body: string) => `export function f(): number { ${body} }`

/** Constructs of TypeScript by name: a program that returns 1. */
const PROGRAMS: readonly (readonly [name: string, source: string])[] = [
  ['if', F('if (1 as number) return 1; else return 0')],
  ['while continue', F('let i = 0; while (i < 1) { i++; continue } return i')],
  ['as <', F('const n: unknown = 3; return (n as number < 4) ? 1 : 0')],
  ['satisfies <', F('const n = 3; return (n satisfies number < 4) ? 1 : 0')],
  ['as any <', F('const n = 3; return n as any < 4 && n as number <= 4 ? 1 : 0')],
  ['as >', F('const n = 3; return n as number > 2 ? 1 : 0')],
  ['as <<', F('const n = 3; return (n as number << 1) === 6 ? 1 : 0')],
  ['as array', F('const n: unknown = [1]; return (n as number[])[0]!')],
  ['as const', F('const n = [1, 2] as const; return n[0]')],
  ['type assertion', F('const n: unknown = 1; return <number>n')],
  ['type assertion obj', F('return (<{ a: number }>{ a: 1 }).a')],
  ['using', F('{ using a = null } return 1')],
  ['await using', `export async function g() { await using a = null }\n${F('return 1')}`],
  ['accessor', `class M { accessor x = 1 }\n${F('return new M().x')}`],
  ['static accessor', `class M { static accessor x = 1 }\n${F('return M.x')}`],
  ['decorator class', `const d = (c: any, _: any) => c\n@d class M { x = 1 }\n${F('return new M().x')}`],
  ['decorator method', `const d = (c: any, _: any) => c\nclass M { @d x() { return 1 } }\n${F('return new M().x()')}`],
  [
    'decorator factory',
    `const d = (n: number) => (c: any, _: any) => c\nclass M { @d(1) x = 1 }\n${F('return new M().x')}`,
  ],
  ['enum', `enum A { X, Y }\n${F('return A.Y')}`],
  ['enum string', `enum A { X = "x" }\n${F('return A.X === "x" ? 1 : 0')}`],
  ['enum member own name', `enum Mask { Mask = 1, Open = 0 }\n${F('return Mask.Mask')}`],
  ['enum refers', `enum A { X = 1, Y = X << 1, Z = A.Y }\n${F('return A.Z - 1')}`],
  ['enum const', `const enum A { X = 1 }\n${F('return A.X')}`],
  ['enum merge', `enum A { X = 1 }\nenum A { Y = 2 }\n${F('return A.X')}`],
  ['enum export merge', `export enum A { X = 1 }\nexport enum A { Y = 2 }\n${F('return A.X')}`],
  ['enum reverse', `enum A { X = 1 }\n${F('return A[1] === "X" ? 1 : 0')}`],
  ['enum in function', F('enum A { X = 1 } return A.X')],
  ['enum computed', `enum A { X = "abc".length }\n${F('return A.X - 2')}`],
  ['enum quoted', `enum A { "a-b" = 1 }\n${F('return A["a-b"]')}`],
  ['declare enum', `declare enum A { X = 1 }\n${F('return 1')}`],
  ['declare const', `declare const x: number\n${F('return 1')}`],
  ['declare function', `declare function g(): void\n${F('return 1')}`],
  ['declare class', `declare class C { x: number }\n${F('return 1')}`],
  ['declare global', `declare global { interface X {} }\nexport {}\n${F('return 1')}`],
  ['declare module', `declare module "x" { export const y: number }\n${F('return 1')}`],
  ['namespace types', `namespace N { export interface A { x: 1 } }\n${F('return 1')}`],
  ['namespace', `namespace N { export const x = 1 }\n${F('return N.x')}`],
  ['namespace dotted', `namespace N.M { export const x = 1 }\n${F('return N.M.x')}`],
  ['module keyword', `module N { export const x = 1 }\n${F('return N.x')}`],
  ['import equals', `import x = require("x")\n${F('return 1')}`],
  ['import alias', `const N = { x: 1 }\nimport y = N.x\n${F('return y')}`],
  ['export equals', `${F('return 1')}\nexport = f`],
  ['export as namespace', `${F('return 1')}\nexport as namespace X`],
  ['import type', `import type { A } from "x"\n${F('return 1')}`],
  ['import type inline', `import { type A } from "x"\n${F('return 1')}`],
  ['export type', `type A = 1\nexport type { A }\n${F('return 1')}`],
  ['export list', 'function g() { return 1 }\nexport { g as f }'],
  ['export default', 'export default function f() { return 1 }'],
  ['export default arrow', 'export default () => 1'],
  ['export default class', `export default class K {}\n${F('return 1')}`],
  [
    'param property',
    'class C { constructor(private readonly x: number, public y = 2) {} g() { return this.x } }\n' +
      F('return new C(1).g()'),
  ],
  [
    'abstract class',
    'abstract class A { abstract g(): number; h() { return this.g() } }\nclass B extends A { override g() { return 1 } }\n' +
      F('return new B().h()'),
  ],
  ['implements', `interface I { g(): number }\nclass B implements I { g() { return 1 } }\n${F('return new B().g()')}`],
  [
    'modifiers',
    'class B { private static readonly x: number = 1; protected declare y: number; public static get() { return B.x } }\n' +
      F('return B.get()'),
  ],
  ['definite', `class B { x!: number; constructor() { this.x = 1 } }\n${F('let y!: number; y = new B().x; return y')}`],
  ['optional', `class B { x?: number; g?(): void }\n${F('return new B().x ?? 1')}`],
  [
    'index signature',
    `class B { [k: string]: number; static [k: string]: unknown }\n${F('const b = new B(); b.q = 1; return b.q')}`,
  ],
  [
    'overloads',
    'function g(x: string): string\nfunction g(x: number): number\nfunction g(x: any): any { return x }\n' +
      F('return g(1)'),
  ],
  [
    'method overloads',
    'class B { g(x: string): string; g(x: number): number; g(x: any): any { return x } constructor(); constructor(x?: number) {} }\n' +
      F('return new B().g(1)'),
  ],
  ['generic arrow', `const g = <T,>(x: T): T => x\n${F('return g(1)')}`],
  ['generic arrow extends', `const g = <T extends number>(x: T): T => x\n${F('return g(1)')}`],
  ['const type param', `function g<const T>(x: T): T { return x }\n${F('return g(1)')}`],
  ['variance', `interface I<in out T> { g(x: T): T }\ntype J<in T, out U> = (x: T) => U\n${F('return 1')}`],
  ['instantiation', `function g<T>(x: T) { return x }\nconst h = g<number>\n${F('return h(1)')}`],
  ['new generic', `class B<T> { constructor(public x: T) {} }\n${F('return new B<number>(1).x')}`],
  ['tagged generic', `const t = <T,>(s: TemplateStringsArray) => 1\n${F('return t<number>`x`')}`],
  ['call generic', `function g<T, U = string>(x: T) { return x }\n${F('return g<number, Array<Array<number>>>(1)')}`],
  ['this param', `function g(this: void, x: number) { return x }\n${F('return g(1)')}`],
  [
    'predicate',
    'function g(x: unknown): x is number { return true }\nfunction h(x: unknown): asserts x is number {}\nfunction k(x: unknown): asserts x {}\n' +
      F('return g(1) ? 1 : 0'),
  ],
  ['this predicate', `class B { g(): this is B { return true } }\n${F('return new B().g() ? 1 : 0')}`],
  [
    'conditional type',
    `type A<T> = T extends (infer U extends number)[] ? U : never\n${F('const x: A<number[]> = 1; return x')}`,
  ],
  [
    'mapped type',
    'type A<T> = { readonly [K in keyof T as `x${string & K}`]?: T[K] }; type B<T> = { -readonly [K in keyof T]-?: T[K] }\n' +
      F('return 1'),
  ],
  [
    'types',
    `type A = [x: number, y?: string, ...rest: boolean[]]; type B = typeof globalThis; type C = import("x").Y<number>; type D = unique symbol; type E = new (x: number) => object; type G = abstract new () => object; type H = readonly number[]; type I = A[0]; type J = { (x: number): string; new (x: number): J; get a(): number; set a(v: number); m?<T>(): T; [k: string]: any }; type K = "a" | 1 | -1 | 1n | true | null | undefined | void | never | object | symbol | bigint | intrinsic | (string & {}); type L = \`a\${number}b\`; type M = keyof typeof Math; type N = (...args: [number, ...string[]]) => asserts args is any; type O = this; type P = A | B & C; type Q = [number?]; type R = typeof import("x"); type S = (A)[]\n`
      .replace('type D = unique symbol; ', '')
      .replace('intrinsic | ', '') + F('return 1'),
  ],
  ['unique symbol', `declare const s: unique symbol\n${F('return 1')}`],
  [
    'interface',
    'interface A<T = number> extends Array<T>, Object { x: number; readonly y?: string; (z: number): void }\n' +
      F('return 1'),
  ],
  ['non-null', F('const x: number | undefined = 1; return x!')],
  ['non-null assign', F('const o: { a?: { b: number } } = { a: { b: 0 } }; o.a!.b = 1; o.a!.b! += 0; return o.a!.b')],
  ['optional chain non-null', F('const o: any = { a: { b: 1 } }; return o?.a!.b')],
  ['satisfies', F('const o = { a: 1 } satisfies Record<string, number>; return o.a')],
  ['abstract constructor type', `type A = abstract new (...args: any[]) => any\n${F('return 1')}`],
  [
    'optional destructured param',
    `function g({ a, b = 1 }: { a?: number; b?: number } = {}): number { return b }\n${F('return g()')}`,
  ],
  ['arrow return type', `const g = (x: number): { a: number } => ({ a: x })\n${F('return g(1).a')}`],
  ['arrow predicate', `const g = (x: unknown): x is number => true\n${F('return g(1) ? 1 : 0')}`],
  ['async arrow generic', `const g = async <T,>(x: T): Promise<T> => x\n${F('return 1')}`],
  ['arrow in conditional', F('const a = true; const g = a ? (x: number): number => x : (x: number) => x; return g(1)')],
  [
    'getter setter types',
    'class B { #x = 0; get x(): number { return this.#x } set x(v: number) { this.#x = v } }\n' +
      F('const b = new B(); b.x = 1; return b.x'),
  ],
  ['private in', `class B { #x = 0; static has(o: object) { return #x in o } }\n${F('return B.has(new B()) ? 1 : 0')}`],
  ['static block', `class B { static x = 0; static { B.x = 1 } }\n${F('return B.x')}`],
  ['catch type', F('try { throw 1 } catch (e: unknown) { return e as number }')],
  ['catch without', F('try { throw 1 } catch { return 1 }')],
  ['logical assign', F('let x: number | null = null; x ??= 1; x &&= 1; x ||= 2; return x')],
  ['exponent', F('let x = 1; x **= 2; return x ** 2')],
  ['numeric separators', F('return 1_000 - 999')],
  ['bigint', F('return Number(1n)')],
  ['regex flags', F('return /a/dgimsuy.test("a") ? 1 : 0')],
  ['regex v', F('return /[a&&a]/v.test("a") ? 1 : 0')],
  ['regex named group', F('return +/(?<x>1)/.exec("1")!.groups!.x!')],
  ['regex lookbehind', F('return /(?<=a)b/.test("ab") ? 1 : 0')],
  ['regex modifiers', F('return /(?i:a)b/.test("Ab") ? 1 : 0')],
  ['regex dup groups', F('return /(?<y>a)|(?<y>b)/.test("b") ? 1 : 0')],
  ['hashbang', `#!/usr/bin/env node\n${F('return 1')}`],
  ['label', F('a: for (;;) { for (;;) break a } return 1')],
  ['switch', F('switch (1 as number) { case 1: return 1; default: return 0 }')],
  ['do while', F('let i = 0; do { i++ } while (i < 1); return i')],
  ['for in of', F('let n = 0; for (const k in { a: 1 }) n++; for (const v of [0]) n += v; return n')],
  ['for await', `async function g() { for await (const x of []) x }\n${F('return 1')}`],
  [
    'generator',
    `function* g(): Generator<number> { const x: number = yield 1; yield* [2] }\n${F('return g().next().value')}`,
  ],
  ['async generator', `async function* g() { yield 1 }\n${F('return 1')}`],
  ['new.target', `class B { t = new.target === undefined ? 1 : 1 }\n${F('return new B().t')}`],
  ['import.meta', F('return import.meta ? 1 : 0')],
  ['dynamic import', F('import("x"); return 1')],
  ['top await', `await 0\n${F('return 1')}`],
  ['class expression', `const C = class D<T> { x = 1 }\n${F('return new C().x')}`],
  [
    'object members',
    F(
      'const k = "c"; const o = { a: 1, b() { return 1 }, get d() { return 1 }, set d(v) {}, [k]: 1, async e() {}, *g() {}, async *h() {}, "q": 1, 2: 1, ...{ z: 1 } }; return o.d',
    ),
  ],
  ['spread', F('const a = [...[1]]; const g = (...x: number[]) => x[0]!; return g(...a)')],
  [
    'destructuring',
    F(
      'const [a, , b = 1, ...c] = [1, 2]; const { x: { y = 1 } = {}, ...r } = { x: {} as { y?: number }, q: 1 }; return b',
    ),
  ],
  ['template', F('return `${1}a${2}`.length - 2')],
  ['tagged', F('return String.raw`\\n`.length - 1')],
  ['void typeof delete', F('const o: any = { a: 1 }; void 0; delete o.a; return typeof o.a === "undefined" ? 1 : 0')],
  ['comma', F('return (0, 1)')],
  ['debugger', F('debugger; return 1')],
  ['empty', `;;${F(';return 1')}`],
  ['with', F('with (Math) { return 1 }')],
  ['elision', F('return [, 1][1]!')],
  [
    'super',
    'class A { g() { return 1 } }\nclass B extends A { constructor() { super() } g() { return super.g() } }\n' +
      F('return new B().g()'),
  ],
  [
    'computed class members',
    `const k = "x"; class B { [k] = 1; static ["y"]() { return 1 } }\n${F('return new B()[k]')}`,
  ],
  ['string line separators', F('const s = "a\u2028b"; return s.length - 2')],
  [
    'keyword names',
    'const type = 1, of = 1, as = 1, from = 1, get = 1, set = 1, async = 1, declare = 1, abstract = 1, namespace = 1, module = 1, satisfies = 1, is = 1, keyof = 1, infer = 1, accessor = 1, using = 1, override = 1, out = 1, readonly = 1, unique = 1, asserts = 1\n' +
      F('return type * of * as'),
  ],
  ['let names', F('let type = 1; type = type as number; const o = { type, as: 1, async: 1, get: 1 }; return o.get')],
  [
    'async method names',
    'class B { async() { return 1 } get() { return 1 } static() { return 1 } type = 1; declare = 1; readonly = 1; accessor = 1 }\n' +
      F('return new B().async()'),
  ],
  ['arrow asi', `const a = 1\nconst g = () => 1\n;[1].map(g)\n${F('return a')}`],
  ['json import attr', `import x from "./x.json" with { type: "json" }\n${F('return x')}`],
  ['export star', `export * from "x"\n${F('return 1')}`],
  ['export star as', `export * as y from "x"\n${F('return 1')}`],
  ['import defer', `import defer * as y from "x"\n${F('return y')}`],
  ['accessor names', F('const accessor = 1; return accessor')],
  ['type args comparision', F('const a = 1, b = 2, c = 3; return a < b && b > 1 ? 1 : c')],
  ['object type assertion arrow', F('const g = (): number => { return 1 }; return g()')],
  ['in operator for', F('for (var i = ("a" in { a: 1 }) ? 1 : 0; i < 1; i++); return i')],
  ['unicode escapes', F('const \\u0061b = 1; return ab')],
  ['nullish mix', F('return (null ?? 1) || 0')],
  ['async arrow param', `const g = async x => x\n${F('return 1')}`],
  ['object with proto', F('const o = { __proto__: { a: 1 } } as any; return o.a')],
  ['enum export', `export enum A { X = 1 }\n${F('return A.X')}`],
  ['enum with computed ref', `enum A { X = 1 << 0, Y = X | 2, Z = ~Y }\n${F('return A.X')}`],
  ['enum negative', `enum A { X = -1, Y }\n${F('return A.Y + 1')}`],
  ['enum template', `enum A { X = \`x\`, Y = 1 }\n${F('return A.Y')}`],
  ['arrow with this type', `class B { x = 1; g = (y: number): number => this.x * y }\n${F('return new B().g(1)')}`],
  ['assert import', F('return ((x: any): asserts x => {})(1) === undefined ? 1 : 0')],
  ['optional call', F('const o: any = {}; return o.g?.() ?? o?.[1]?.x ?? 1')],
  ['satisfies chain', F('return ([1] as const satisfies readonly number[])[0]')],
  ['generic default fn', F('const g = function <T = number>(this: any, x?: T): T { return x! }; return g(1)')],
  ['unterminated type args', F('const x = Array<number>(1); x[0] = 1; return x[0]')],
  ['declare field', `class A { declare x: number; y = 1 }\n${F('return new A().y')}`],
  [
    'override ctor params',
    'class A { constructor(readonly x: number) {} }\nclass B extends A { constructor(override readonly x: number) { super(x) } }\n' +
      F('return new B(1).x'),
  ],
]

/** Those that answers cannot use, with the error message. */
const NAMED: Readonly<Record<string, string>> = {
  using: '`using` is not supported',
  'await using': '`using` is not supported',
  accessor: '`accessor` is not supported',
  'static accessor': '`accessor` is not supported',
  'decorator class': 'Decorators are not supported',
  'decorator method': 'Decorators are not supported',
  'decorator factory': 'Decorators are not supported',
  'enum member own name': 'enum “Mask”',
  'enum export merge': 'two enums called “A”',
  'declare module': 'Namespaces',
  'namespace types': 'Namespaces',
  namespace: 'Namespaces',
  'namespace dotted': 'Namespaces',
  'module keyword': 'Namespaces',
  'import equals': 'Imports aren’t allowed',
  'export equals': '`export =`',
  'export as namespace': '`export as namespace`',
  'import.meta': 'import.meta',
  'dynamic import': 'import(…)',
  'top await': 'await',
  with: 'with',
  'json import attr': 'Imports aren’t allowed',
  'export star': 'single file',
  'export star as': 'single file',
  'import defer': 'Imports aren’t allowed',
}

/** Syntax kinds that no program of one plain file has: JSX, and what TypeScript makes for itself. */
const OTHER_KINDS = /^(Jsx|Synthetic|Missing|Bundle|ImportTypeAssertion|SemicolonClassElement)/

test('every kind of syntax that TypeScript reads is in one of the programs', () => {
  const kinds = new Set<number>()
  const visit = (node: import('typescript6').Node): void => {
    kinds.add(node.kind)
    ts.forEachChild(node, visit)
  }
  for (const [name, source] of PROGRAMS) {
    const file = ts.createSourceFile('answer.ts', source, ts.ScriptTarget.Latest, true)
    const { parseDiagnostics } = file as unknown as { parseDiagnostics: readonly unknown[] }
    if (name !== 'import defer') expect(parseDiagnostics, name).toEqual([])
    visit(file)
  }
  const missing: string[] = []
  for (let kind = ts.SyntaxKind.FirstNode; kind < ts.SyntaxKind.FirstJSDocNode; kind++)
    if (!kinds.has(kind)) missing.push(ts.SyntaxKind[kind] ?? String(kind))
  expect(missing.filter((kind) => !OTHER_KINDS.test(kind))).toEqual([])
})

const sandbox = await QuickJsSandbox.boot(loadQuickJs())

describe('each of them runs alike in both engines, or is named', () => {
  test.each(PROGRAMS)('%s', async (name, source) => {
    const named = NAMED[name]
    if (named !== undefined) {
      expect(() => compile(source)).toThrow(CompileError)
      expect(() => compile(source)).toThrow(named)
      return
    }
    const compiled = compile(source)
    for (const open of [async () => session(compiled, v8Realm()), () => sandbox.open(compiled)]) {
      const running = await open()
      const { results, problem } = await running.run([[{ call: 'f', args: [] }]])
      running.close()
      expect(problem).toBeUndefined()
      expect(results[0]?.steps[0]?.outcome).toEqual({ kind: 'returned', value: 1 })
    }
  })
})
