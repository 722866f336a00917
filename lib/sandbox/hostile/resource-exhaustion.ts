import { type Attack, attacksFromBodies } from './attack.ts'

/** Code that takes all time, all memory or all attention. */
export const resourceExhaustionAttacks: readonly Attack[] = [
  ...attacksFromBodies('endless', {
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
  ...attacksFromBodies('endless in a built-in', {
    backtracking: 'return /^(a+)+$/.test("a".repeat(50) + "!") ? right(Q, K, V) : 0',
    'a search through nothing': 'return [].indexOf.call({ length: 2 ** 53 - 1 }, 1)',
  }),
  ...attacksFromBodies('memory', {
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
  ...attacksFromBodies('promises', {
    'an async function': 'return (async () => right(Q, K, V))()',
    'an async loop': 'const spin = async () => { for (;;) await 0 }; spin(); return 0',
    'a chain that makes the next one': 'const next = () => Promise.resolve().then(next); next(); return 0',
    'an async generator':
      'const g = (async function* () { for (;;) yield 1 })(); (async () => { for await (const x of g) x })(); return 0',
    'a thenable that is its own value': 'const p = {}; p.then = [].forEach.bind([p]); Promise.resolve(p); return 0',
    'a thenable as the result': 'return { then: (f) => f(right(Q, K, V)) }',
    'a rejection that nobody hears': 'Promise.reject(new Error("x".repeat(1e5))); throw Promise.reject(1)',
    'a result corrected in a callback':
      'const out = V.map((r) => r.map(() => 0)); Promise.resolve().then(() => right(Q, K, V).forEach((r, i) => (out[i] = r))); return out',
    'a memory bomb in a callback':
      'Promise.resolve().then(() => { const a = []; for (;;) a.push(new Array(1000).fill(1)) }); return 0',
    'a hundred thousand callbacks': 'for (let i = 0; i < 1e5; i++) Promise.resolve(i).then((x) => x + 1); return 0',
  }),
  ...attacksFromBodies('output', {
    'a flood of lines': 'for (let i = 0; i < 1e5; i++) console.log("line " + i); return 0',
    'one endless line': 'console.log("x".repeat(5e6)); return 0',
    'a line that holds itself': 'const a = []; a.push(a); console.log(a, { a }); return 0',
    'a line that does not end when read': 'console.log({ get x() { for (;;) ; } }); return 0',
    'a proxy on a line': 'console.log(new Proxy({}, { get() { throw 1 }, ownKeys() { for (;;) ; } })); return 0',
    'another console': 'console.log = () => { throw right }; globalThis.console = null; return 0',
    'an error with a huge message': 'throw new Error("x".repeat(5e6))',
    'an error whose parts hang':
      'throw { get name() { for (;;) ; }, get message() { for (;;) ; }, get stack() { for (;;) ; } }',
    'an error of an error':
      'throw Object.create(Error.prototype, { message: { value: { toString() { throw this } } } })',
  }),
]
