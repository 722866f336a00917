import { type Attack, attacksFromBodies } from './attack.ts'

/** Results that are hard to read, or that are not what they seem. */
export const results: readonly Attack[] = [
  ...attacksFromBodies('results', {
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
]
