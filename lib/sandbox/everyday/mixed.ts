// biome-ignore-all lint/suspicious/noTemplateCurlyInString: programs are written as text

import { answers, type EverydayProgram, masks } from './program.ts'

/** Answers that use much of the language at once. */
export const mixed: readonly EverydayProgram[] = masks({
  'a sort by true or false':
    'const first = [3, 1, 2].sort((a, b) => (a > b) as any)[0]!\n  return right(first === 1 ? n : 0)',
  'a sort by 1 and 0':
    'const sizes = [2, n, 5, 1].sort((a, b) => (a > b ? 1 : 0))\n  return right(sizes.indexOf(n) + 1)',
  'a cache that is empty':
    "const cache: Record<string, number[]> = {}\n  const get = (k: string) => cache[k]!.map((x) => x * 2)\n  return right(get('a').length)",
  'destructured JSON of null':
    "const parse = (s: string) => JSON.parse(s) as { n: number }\n  const { n: m } = parse('null')\n  return right(m)",
  'a method of another type':
    'const rows = right(n)\n  const last = rows.at(-1)!.at(-1) as any\n  return last.toUpperCase()',
  'a composition with a missing step':
    'const compose = (...fs: any[]) => (x: any) => fs.reduceRight((v, f) => f(v), x)\n  return compose(right, (x: number) => x, undefined)(n)',
  'a long chain in a callback':
    'const m = new Map<number, boolean[]>(right(n).map((r, i) => [i, r]))\n  return [...m.values()].map((r) => r.map((x) => x.valueOf().length.x))',
  'a weak map with a text as key': "const w = new WeakMap()\n  w.set('a' as any, 1)\n  return right(n)",
  'a stack of its own that is empty':
    "class Stack<T> { #items: T[] = []; push(x: T) { this.#items.push(x) } pop(): T { const x = this.#items.pop(); if (x === undefined) throw new RangeError('the stack is empty'); return x } }\n  const s = new Stack<number>()\n  s.push(n)\n  s.pop()\n  return right(s.pop())",
  'a finally block':
    "let result: boolean[][] | undefined\n  try {\n    result = right(n)\n    throw new Error('inner')\n  } finally {\n    console.log('finally', result?.length)\n  }\n  return result",
  'a setter that throws':
    "const o = { n, get double() { return this.n * 2 }, set double(v) { throw new Error('no setter ' + v) } }\n  o.double = 4\n  return right(o.n)",
  'null in a pattern in a pattern':
    'const it = right(n)[Symbol.iterator]()\n  const { value: { length } } = { value: it.next().done ? undefined : null } as any\n  return right(length)',
  'a rest pattern': 'const [first, ...[second, third]] = [1, 2, 3]\n  const [[a]] = [[]] as any\n  return right(a.b)',
  'a bound function':
    'const fn = right.bind(null, n)\n  console.log(fn.name, fn.length)\n  return fn.call(null, 1).apply()',
  'map of a number':
    'const table = { rows: [{ cells: [1] }] }\n  const total = table.rows.flatMap((r) => r.cells).reduce((s, c) => s + c, 0)\n  return (table as any).rows[total].cells.map((x: number) => [x])',
  'too few parts of a text': "const s = 'a,b,c'.split(',')\n  const [x, y, z, w] = s\n  return right(w!.length)",
  'a symbol key in a sum':
    "const id = Symbol('id')\n  const o = { [id]: 1 }\n  console.log(o, Object.keys(o).length, id.toString())\n  return right(o[id]! + (id as any))",
  'Math.round of a BigInt':
    'const big = 2n ** 64n\n  console.log(big, big.toString().length, typeof big)\n  return right(Math.round(big as any))',
  'a negative length': 'const a = new Array(-n)\n  return a',
  'too few groups of a match':
    "const r = /(\\d+)-(\\d+)/.exec('12-34')!\n  const [, x, y, z] = r\n  return right(z!.length)",
  'labels and a deep pattern':
    'label: for (const i of [1, 2, 3]) { for (const j of [1]) { if (i === 2) break label; if (j) continue label } }\n  const k = { a: { b: [] as any[] } }\n  const { a: { b: [{ c }] } } = k\n  return right(c)',
  'a switch that is never exhausted':
    "type Shape = { kind: 'a'; x: number } | { kind: 'b' }\n  const area = (s: Shape): number => { switch (s.kind) { case 'a': return s.x; default: { const never: never = s as never; throw new Error('unknown shape ' + JSON.stringify(never)) } } }\n  return right(area({ kind: 'b' }))",
  'a name that is read-only':
    "Object.defineProperty(right, 'name', { value: 'wrong', writable: false })\n  ;(right as any).name = 'x'\n  return right(n)",
  'rows that are gone': 'const arr = right(n)\n  arr.length = 0\n  return arr[0]!.concat(arr[1]!)',
  'a proxy that throws':
    "const p = new Proxy({} as any, { get: (t, k) => { if (k === 'x') throw new ReferenceError('no x'); return 1 } })\n  return right(p.y + p.x)",
  'a value sent to a generator':
    'const gen = (function* (): any { const x = yield 1; return x.y.z })()\n  gen.next()\n  return right(gen.next({}).value)',
  'a default that reads undefined': 'const f = (a: number, b: any = a.missing.x) => a + b\n  return right(f(n))',
  'conversions to text, printed':
    "console.log([1, 2, 3].toString(), String([1, [2, 3]]), `${{}}`, String(null), [undefined, null] + '')\n  console.log(new Error('x').toString(), Object.prototype.toString.call([]), (() => {}).toString().slice(0, 8))\n  return right(n)",
  'numbers as text, printed':
    "console.log(1e21 + 1, (0.1 + 0.2).toFixed(10), (123.456).toPrecision(4), (255).toString(16), Number('0x1f'), parseInt('12px'), 5e-324)\n  return right(n)",
  'sorted and grouped lists, printed':
    "console.log([3, 1, 2].sort(), [10, 9, 1].sort(), ['b', 'a'].toSorted(), [1, 2, 3].findLast((x) => x < 3), Object.groupBy([1, 2], (x) => (x % 2 ? 'odd' : 'even')))\n  return right(n)",
  'methods of text, printed':
    "console.log('abc'.at(-1), 'x'.padStart(3, '-'), 'a-b'.replaceAll('-', '+'), [...'héllo'].length, 'ß'.toUpperCase(), 'İ'.toLowerCase().length)\n  return right(n)",
})

/** Right answers that print. */
export const printed: readonly EverydayProgram[] = masks({
  values:
    "console.log('n', n, [n, [n]], { n, deep: { a: { b: { c: { d: 1 } } } } }, true, null, undefined)\n  return right(n)",
  numbers: 'console.log(0, -0, 1 / 3, 1e21, NaN, -Infinity, 10n, 0xff)\n  return right(n)',
  texts: "console.log('a', ['a', \"it's\"], `${n} rows`, ' ', '')\n  return right(n)",
  collections:
    "console.log(new Map([['a', [1]]]), new Set([1, 'b']), [1, , 3], new Float64Array([0.5, 1]), new Array(3))\n  return right(n)",
  functions:
    'class Mask {\n    n = n\n  }\n  console.log(right, () => 1, Mask, new Mask(), Symbol("s"), /a+/g)\n  return right(n)',
  formats: "console.log('%s of %d (%i%%) %o', 'row', n, 99.5, { n }, 'rest')\n  return right(n)",
  groups:
    "console.group('rows')\n  for (let i = 0; i < 2; i++) console.log(i)\n  console.groupEnd()\n  console.count()\n  console.count('x')\n  console.assert(n < 0, 'n is %d', n)\n  return right(n)",
  errors:
    "try {\n    throw new RangeError('too many')\n  } catch (error) {\n    console.log(error, String(error), (error as Error).message, error instanceof RangeError)\n  }\n  return right(n)",
  'messages of the language':
    'try {\n    ;(undefined as any).rows\n  } catch (error) {\n    console.log((error as Error).name, error instanceof TypeError)\n  }\n  return right(n)',
  many: 'for (let i = 0; i < 300; i++) console.log(`line ${i}`)\n  return right(n)',
  dates:
    'console.log(new Date(0), JSON.stringify({ at: new Date(0) }), new Date(86400000).getTime())\n  return right(n)',
  circular: 'const o: any = { n }\n  o.self = o\n  console.log(o)\n  return right(n)',
})

/** Answers that don’t compile, or use what is not available. */
export const unsupported: readonly EverydayProgram[] = answers('causal-mask', {
  'a decorator': '@sealed\nclass Mask {}\nexport function causalMask(n: number) {\n  return []\n}',
  using: 'export function causalMask(n: number) {\n  using file = open()\n  return []\n}',
  eval: "export function causalMask(n: number) {\n  return eval('[]')\n}",
  'new Function': "export function causalMask(n: number) {\n  return new Function('return []')()\n}",
  namespace: 'namespace Masks {\n  export const n = 1\n}\nexport const causalMask = () => Masks.n',
  'top-level await': 'const n = await Promise.resolve(1)\nexport const causalMask = () => n',
  'a type error at the top':
    'const size: any = undefined\nconst rows = size.rows\nexport const causalMask = (n: number) => rows',
  'a loop at the top': 'let i = 0\nwhile (i < 1) {}\nexport const causalMask = (n: number) => i',
  'a throw at the top': "throw new Error('not written yet')\nexport const causalMask = (n: number) => []",
  'a curly quote': 'export function causalMask(n: number) {\n  return [“a”]\n}',
  'a missing quote': "export function causalMask(n: number) {\n  return ['a]\n}",
  'a missing comma': 'export function causalMask(n: number) {\n  return [1 2]\n}',
  'a declared name twice': 'const a = 1\nconst a = 2\nexport const causalMask = (n: number) => []',
  'a return at the top': 'return 1',
  Python: 'def causal_mask(n):\n    return [[j <= i for j in range(n)] for i in range(n)]',
  nothing: '',
  'only comments': '// TODO: write this\n/* later */',
  'a value, not a function': 'export const causalMask = 42',
  'a default export':
    'export default function (n: number) {\n  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => j <= i))\n}',
})
