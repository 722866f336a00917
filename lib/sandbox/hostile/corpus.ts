import { group, type Hostile, reach, reachBy, tamper, whole } from './attack.ts'

/**
 * Submissions to `causalAttention` by those who would rather not solve it. Where one tries to reach something, it
 * answers rightly if it got there: a pass is an escape.
 */
export const corpus: readonly Hostile[] = [
  ...group('endless', {
    'a loop': 'while (true);',
    'a loop in a catch': 'for (;;) try { for (;;) ; } catch {}',
    'a loop in a finally': 'try { throw 1 } finally { for (;;) ; }',
    'a right answer after a caught stop': 'try { while (true) ; } catch {} return right(Q, K, V)',
    'an exponential recursion': 'const g = (n) => (n > 40 ? 0 : g(n + 1) + g(n + 1)); return g(0)',
    'a recursion': 'const g = (n) => 1 + g(n + 1); return g(0)',
    'a generator': 'const g = function* () { for (;;) yield 1 }; for (const x of g()) x',
    'a getter on the result': 'return { get length() { for (;;) ; } }',
    'a proxy as the result': 'return new Proxy([], { get() { for (;;) ; } })',
    'a comparator': 'return [3, 1, 2].sort(() => { for (;;) ; })',
    'a conversion': 'return [[+{ valueOf() { for (;;) ; } }]]',
    'a loop that a label leaves and enters': 'a: for (;;) { for (;;) continue a }',
  }),
  ...group('endless in a built-in', {
    backtracking: 'return /^(a+)+$/.test("a".repeat(50) + "!") ? right(Q, K, V) : 0',
    'a search through nothing': 'return [].indexOf.call({ length: 2 ** 53 - 1 }, 1)',
  }),
  ...group('memory', {
    arrays: 'const a = []; for (;;) a.push(new Array(1000).fill(1.5))',
    'typed arrays': 'const a = []; for (;;) a.push(new Float64Array(1e6).fill(1))',
    'a string that doubles': 'let s = "x"; for (;;) s += s',
    strings: 'const a = []; for (let i = 0; ; i++) a.push("x".repeat(1e6 + i))',
    'a big integer': 'let n = 3n; for (;;) n *= n',
    'a map': 'const m = new Map(); for (let i = 0; ; i++) m.set({}, new Array(100).fill(i))',
    closures: 'let f = () => 0; for (;;) { const g = f, a = new Array(500).fill(0); f = () => (a, g) }',
    'a caught shortage': 'const a = []; try { for (;;) a.push(new Array(1e5).fill(1.5)) } catch {} for (;;) a.push([])',
    'a length': 'return Array.from({ length: 1e9 })',
    padding: 'return "".padEnd(2 ** 29, "abc") + "".padEnd(2 ** 29, "abc")',
    JSON: 'let a = []; for (let i = 0; i < 9e5; i++) a = [a]; return JSON.stringify(a)',
  }),
  ...group('results', {
    'one that holds itself': 'const a = []; a.push(a); return a',
    'a huge one': 'return Array.from({ length: 3000 }, () => new Array(3000).fill(0))',
    'a crowd of small ones': 'return Array.from({ length: 7000 }, () => [{}])',
    'objects with many keys': 'const o = {}; for (let i = 0; i < 5000; i++) o["k" + i] = 1; return [o, o]',
    'a sparse one': 'return new Array(2 ** 32 - 1)',
    'empty rows without end': 'const row = new Array(30000).fill([]); return new Array(8000).fill(row)',
    'a deep one': 'let a = [1]; for (let i = 0; i < 1e5; i++) a = [a]; return a',
    'a getter that throws': 'return [{ get x() { throw null } }]',
    'a proxy that throws': 'return new Proxy([], { get() { throw undefined }, ownKeys() { throw 1 } })',
    'a revoked proxy': 'const p = Proxy.revocable([], {}); p.revoke(); return p.proxy',
    'a promise': 'return Promise.resolve(right(Q, K, V))',
    'one that changes when read':
      'let n = 0; return new Proxy(right(Q, K, V), { get: (t, k) => (k === "length" ? n++ : t[k]) })',
    'numbers in disguise': 'return right(Q, K, V).map((r) => r.map((x) => ({ valueOf: () => x })))',
    'one that is filled later':
      'const out = Q.map(() => []); Promise.resolve().then(() => right(Q, K, V).forEach((r, i) => out[i].push(...r))); return out',
  }),
  ...group('reaching out', {
    Function: reach('[].constructor.constructor("return 1")() === 1'),
    'a generator’s Function': reach('(function* () {}).constructor("yield 1")().next().value === 1'),
    'an async Function': reach('typeof (async () => {}).constructor("return 1") === "function"'),
    'eval by another name': reach('globalThis["ev" + "al"]("1") === 1'),
    'Reflect.construct on Function': reach('Reflect.construct((() => 1).constructor, ["return 1"])() === 1'),
    process: reach('typeof process !== "undefined" || typeof require !== "undefined" || typeof module !== "undefined"'),
    'the network': reach(
      'typeof fetch !== "undefined" || typeof XMLHttpRequest !== "undefined" || typeof WebSocket !== "undefined"',
    ),
    timers: reach('typeof setTimeout !== "undefined" || typeof queueMicrotask !== "undefined"'),
    messages: reach(
      'typeof postMessage !== "undefined" || typeof self !== "undefined" || typeof onmessage !== "undefined"',
    ),
    storage: reach(
      'typeof indexedDB !== "undefined" || typeof caches !== "undefined" || typeof navigator !== "undefined"',
    ),
    'shared memory': reach(
      'typeof SharedArrayBuffer !== "undefined" || typeof Atomics !== "undefined" || typeof WebAssembly !== "undefined"',
    ),
    'the harness’s buffers': reach(
      'typeof $in !== "undefined" || typeof $out !== "undefined" || typeof harness !== "undefined"',
    ),
    'the caller': reach('causalAttention.caller || arguments.callee.caller'),
    'the wrapper’s arguments': reach('top.length > 0', 'const top = arguments'),
    'the wrapper’s this': reach('here !== undefined', 'const here = this'),
    'functions on the stack': reachBy(
      'Error.prepareStackTrace = (e, s) => s.map((c) => c.getFunction?.() ?? c.getThis?.()).filter(Boolean); const s = new Error().stack; return typeof s !== "string" && s.length > 0',
    ),
    'a host object in an error': reachBy(
      'try { null.x } catch (e) { return e.constructor.constructor("return process")() }',
    ),
  }),
  ...group('tampering', {
    'setters on arrays': tamper(
      'for (let i = 0; i < 20; i++) Object.defineProperty(Array.prototype, i, { set(v) { seen.push(v) }, configurable: true })',
    ),
    'setters on objects': tamper(
      'for (const k of ["value", "names", "left", "reset", "kind", "0"]) Object.defineProperty(Object.prototype, k, { set(v) { seen.push(v) }, configurable: true })',
    ),
    'Array.isArray': tamper('Array.isArray = () => true'),
    iterators: tamper('Array.prototype[Symbol.iterator] = function* () { yield 1 }'),
    'Function.prototype': tamper(
      'Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => right',
    ),
    Reflect: tamper('Reflect.apply = Reflect.construct = () => 0'),
    Number: tamper('Number.isFinite = Number.isNaN = () => true; Math.abs = () => 0; Math.max = () => 0'),
    'typed arrays': tamper(
      'Object.defineProperty(Object.getPrototypeOf(Float64Array.prototype), "length", { get: () => 0 }); Float64Array.prototype.set = () => 0',
    ),
    then: tamper('Object.defineProperty(Object.prototype, "then", { get() { return (f) => f([]) } })'),
    toJSON: tamper('Object.prototype.toJSON = () => []'),
    'undefined globals': tamper('globalThis.Array = globalThis.Object = globalThis.Float64Array = undefined'),
    'frozen globals': tamper('Object.freeze(Array.prototype); Object.freeze(Object.prototype)'),
    'the prototype of arrays': tamper(
      'Object.setPrototypeOf(Array.prototype, new Proxy({}, { get: () => 0, set: () => true, has: () => true }))',
    ),
    'its own inputs': 'for (const m of [Q, K, V]) for (const r of m) r.fill(0); return Q.map(() => V[0].map(() => 0))',
    'NaN everywhere': 'return V.map((r) => r.map(() => NaN))',
  }),
  ...whole('sources', {
    'nested brackets': `const a = ${'['.repeat(30_000)}`,
    'a long sum': `const a = ${'1+'.repeat(30_000)}1`,
    'nested arrows': `const a = ${'x=>'.repeat(16_000)}1`,
    'nested blocks': `${'{'.repeat(15_000)}${'}'.repeat(15_000)}`,
    'many templates': `const a = ${'`${'.repeat(10_000)}1${'}`'.repeat(10_000)}`,
    'parentheses and arrows': `const a = ${'('.repeat(200)}x${')'.repeat(200)} => x`,
    generics: `const a = ${'f<'.repeat(3000)}`,
    'more than the limit': `// ${'x'.repeat(70_000)}`,
    'a null character': 'export function causalAttention(){\0}',
    'HTML comments': 'export const causalAttention = () => 1 <!-- x',
    'an import': 'import fs from "node:fs"; export const causalAttention = () => fs',
    'an import later': 'export const causalAttention = () => import("node:fs")',
    'import.meta': 'export const causalAttention = () => import.meta.url',
    'direct eval': 'export const causalAttention = () => eval("$_$left = 1e9")',
    'the counter’s name': 'export const causalAttention = () => { $_$left = 1e9; for (;;) ; }',
    'the counter’s name, escaped': 'export const causalAttention = () => { \\u0024_$left = 1e9; for (;;) ; }',
    'leaving the wrapper': '})(); while (true); (function () {',
    'a return at the top': 'return { names: [], left: () => 1, reset() {} }',
    with: 'with (Math) { sqrt(2) }',
    nothing: '',
    'an error at the top': 'throw { toString() { throw 1 } }',
    'a loop at the top': 'while (true) ;',
    'a regular expression without end': `const r = /${'(a?'.repeat(5000)}${')'.repeat(5000)}/; export const causalAttention = () => r.test('a'.repeat(5000))`,
  }),
]
