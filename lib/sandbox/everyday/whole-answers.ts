import { answers, type EverydayProgram } from './program.ts'

/** Whole answers in the styles of different people: right ones, and ones with an ordinary mistake. */
export const wholeAnswers: readonly EverydayProgram[] = [
  ...answers('causal-mask', {
    'loops and push': `
export function causalMask(n: number): boolean[][] {
  const mask: boolean[][] = []
  for (let i = 0; i < n; i++) {
    const row: boolean[] = []
    for (let j = 0; j < n; j++) {
      row.push(j <= i)
    }
    mask.push(row)
  }
  return mask
}`,
    'fill shares one row': `
export const causalMask = (n: number) => {
  const mask = new Array(n).fill(new Array(n).fill(false));
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) mask[i][j] = true;
  return mask;
};`,
    'entries and destructuring': `
export function causalMask(n: number) {
  const rows = Array.from({ length: n }, () => Array<boolean>(n).fill(false))
  for (const [i, row] of rows.entries()) for (const [j] of row.entries()) row[j] = j <= i
  return rows
}`,
    'a class and a getter': `
class Mask {
  readonly #n: number
  constructor(n: number) { this.#n = n }
  get rows(): boolean[][] {
    return [...this.#generate()]
  }
  *#generate(): Generator<boolean[]> {
    for (let i = 0; i < this.#n; i++) yield Array.from({ length: this.#n }, (_, j) => j <= i)
  }
}
export function causalMask(n: number) { return new Mask(n).rows }`,
    'the triangle the wrong way round': `
export function causalMask(n: number): boolean[][] {
  return [...Array(n).keys()].map((i) => [...Array(n).keys()].map((j) => j >= i))
}`,
    'a recursion by rows': `
export function causalMask(n: number, i = 0): boolean[][] {
  if (i >= n) return []
  return [Array.from({ length: n }, (_, j) => j <= i), ...causalMask(n, i + 1)]
}`,
    'numbers instead of booleans': `
export function causalMask(n: number): any {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (j <= i ? 1 : 0)))
}`,
    'a return is missing': `
export function causalMask(n: number): boolean[][] {
  const mask = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => j <= i))
}`,
    'an off-by-one loop': `
export function causalMask(n: number): boolean[][] {
  const mask: boolean[][] = Array.from({ length: n }, () => [])
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j < n; j++) {
      mask[i].push(j <= i)
    }
  }
  return mask
}`,
    'a module variable that grows': `
const mask: boolean[][] = []
export function causalMask(n: number): boolean[][] {
  for (let i = 0; i < n; i++) mask.push(Array.from({ length: n }, (_, j) => j <= i))
  return mask
}`,
    'a typo in a method': `
export function causalMask(n: number): boolean[][] {
  return Array.from({ length: n })
    .map((_, i) => Array.from({ length: n }))
    .map((row, i) => row
      .mapp((_, j) => j <= i))
}`,
    'an enum and a switch': `
enum Cell { Hidden, Visible }
const cell = (i: number, j: number): Cell => {
  switch (Math.sign(i - j)) {
    case -1: return Cell.Hidden
    default: return Cell.Visible
  }
}
export function causalMask(n: number): boolean[][] {
  const out: boolean[][] = []
  outer: for (let i = 0; ; i++) {
    if (i === n) break outer
    out[i] = []
    for (let j = 0; j < n; j++) out[i]![j] = cell(i, j) === Cell.Visible
  }
  return out
}`,
    'async by habit': `
export async function causalMask(n: number): Promise<boolean[][]> {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => j <= i))
}`,
    'another name': `
export function mask(n: number): boolean[][] {
  return []
}`,
    'a bracket is missing': `
export function causalMask(n: number): boolean[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => j <= i)
}`,
    'an import': `
import { range } from 'lodash'
export const causalMask = (n: number) => range(n).map((i) => range(n).map((j) => j <= i))`,
  }),
  ...answers('softmax', {
    'one pass with reduce': `
export const softmax = (x: number[]): number[] => {
  const m = x.reduce((a, b) => Math.max(a, b), -Infinity)
  const { values, sum } = x.reduce(
    ({ values, sum }, v) => { const e = Math.exp(v - m); return { values: [...values, e], sum: sum + e } },
    { values: [] as number[], sum: 0 },
  )
  return values.map((v) => v / sum)
}`,
    'without the maximum': `
export function softmax(x: number[]): number[] {
  const e = x.map(Math.exp)
  const s = e.reduce((a, b) => a + b)
  return e.map((v) => v / s)
}`,
    'a typed array': `
export function softmax(x: number[]) {
  const e = Float64Array.from(x, (v) => Math.exp(v - Math.max(...x)))
  let s = 0
  for (const v of e) s += v
  return e.map((v) => v / s)
}`,
    'Math.max without spread': `
export function softmax(x: number[]): number[] {
  const m = Math.max(x as any)
  const e = x.map((v) => Math.exp(v - m))
  const s = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / s)
}`,
    'rounded for display': `
export function softmax(x: number[]): number[] {
  const m = Math.max(...x)
  const e = x.map((v) => Math.exp(v - m))
  const s = e.reduce((a, b) => a + b, 0)
  return e.map((v) => Number((v / s).toFixed(4)))
}`,
    'the input is sorted in place': `
export function softmax(x: number[]): number[] {
  const m = x.sort((a, b) => b - a)[0]!
  const e = x.map((v) => Math.exp(v - m))
  const s = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / s)
}`,
    'a forEach that returns nothing': `
export function softmax(x: number[]): number[] {
  const m = Math.max(...x)
  const e = x.forEach((v) => Math.exp(v - m)) as unknown as number[]
  return e.map((v) => v / e.length)
}`,
    'a log of every step': `
export function softmax(x: number[]): number[] {
  console.log('input', x, { n: x.length })
  const m = Math.max(...x)
  console.debug('max: %d', m)
  const e = x.map((v, i) => { const w = Math.exp(v - m); console.log(i, w.toFixed(3)); return w })
  console.table(e)
  const s = e.reduce((a, b) => a + b, 0)
  console.group('sum'); console.info(s); console.groupEnd()
  return e.map((v) => v / s)
}`,
  }),
  ...answers('attend-one', {
    'small helpers': `
type Vec = readonly number[]
const sum = (xs: Vec) => xs.reduce((a, b) => a + b, 0)
const dot = (a: Vec, b: Vec) => sum(a.map((x, i) => x * b[i]!))
const scale = (xs: Vec, by: number) => xs.map((x) => x * by)
const add = (a: Vec, b: Vec) => a.map((x, i) => x + b[i]!)
const softmax = (xs: Vec) => { const m = Math.max(...xs), e = xs.map((x) => Math.exp(x - m)); return scale(e, 1 / sum(e)) }
export const attendOne = (q: Vec, K: Vec[], V: Vec[]) =>
  softmax(K.map((k) => dot(q, k))).map((w, j) => scale(V[j]!, w)).reduce(add)`,
    'the weights are returned': `
export function attendOne(q: number[], K: number[][], V: number[][]) {
  const s = K.map((k) => k.reduce((a, x, i) => a + x * q[i], 0))
  const m = Math.max(...s)
  const e = s.map((x) => Math.exp(x - m))
  const z = e.reduce((a, b) => a + b, 0)
  return e.map((x) => x / z)
}`,
    'V is indexed the wrong way round': `
export function attendOne(q: number[], K: number[][], V: number[][]) {
  const s = K.map((k) => k.reduce((a, x, i) => a + x * q[i], 0))
  const out = new Array(V[0].length).fill(0)
  for (let c = 0; c < out.length; c++)
    for (let j = 0; j < V.length; j++)
      out[c] += s[j] * V[c][j][0]
  return out
}`,
    'pairs that are no pairs': `
export function attendOne(q: number[], K: number[][], V: number[][]) {
  let out: number[] = []
  for (const [j, k] of K.map((row) => row[0]) as any) {
    out = out.concat(k.map((x: number) => x * q[j]))
  }
  return out
}`,
  }),
  ...answers('scaled-scores', {
    'a matrix class': `
class Matrix {
  constructor(readonly rows: number[][]) {}
  static from(rows: number[][]) { return new this(rows) }
  get T() { return new Matrix(this.rows[0]!.map((_, c) => this.rows.map((r) => r[c]!))) }
  mul(other: Matrix) {
    const t = other.T
    return new Matrix(this.rows.map((r) => t.rows.map((c) => r.reduce((s, x, i) => s + x * c[i]!, 0))))
  }
  map(f: (x: number) => number) { return new Matrix(this.rows.map((r) => r.map(f))) }
}
export function scaledScores(Q: number[][], K: number[][]) {
  return Matrix.from(Q).mul(Matrix.from(K).T).map((x) => x / Math.sqrt(Q[0]!.length)).rows
}`,
    'the class is called without new': `
class Matrix { constructor(readonly rows: number[][]) {} }
export function scaledScores(Q: number[][], K: number[][]) {
  const q = (Matrix as any)(Q)
  return q.rows
}`,
    'a method is torn off': `
class Scorer {
  constructor(private d: number) {}
  score(x: number) { return x / Math.sqrt(this.d) }
}
export function scaledScores(Q: number[][], K: number[][]) {
  const { score } = new Scorer(Q[0]!.length)
  return Q.map((q) => K.map((k) => score(k.reduce((s, x, i) => s + x * q[i]!, 0))))
}`,
    'a missing helper': `
export function scaledScores(Q: number[][], K: number[][]) {
  return matmul(Q, transpose(K)).map((row) => row.map((x) => x / Math.sqrt(Q[0]!.length)))
}
function matmul(A: number[][], B: number[][]) { return A.map((r) => B[0]!.map((_, c) => r.reduce((s, x, i) => s + x * B[i]![c]!, 0))) }`,
    'the scale is forgotten': `
export const scaledScores = (Q: number[][], K: number[][]) =>
  Q.map((q) => K.map((k) => q.reduce((s, x, i) => s + x * k[i]!, 0)))`,
    'guard clauses that throw': `
class ShapeError extends Error {
  override name = 'ShapeError'
  constructor(message: string, readonly shape: number[]) {
    super(\`\${message} (\${shape.join(' × ')})\`)
  }
}
export function scaledScores(Q: number[][], K: number[][]) {
  if (Q.length !== K.length || Q.length > 1)
    throw new ShapeError('the shapes differ', [Q.length, K.length])
  return Q.map((q) => K.map((k) => q.reduce((s, x, i) => s + x * k[i]!, 0)))
}`,
  }),
  ...answers('kv-cache-bytes', {
    'destructured with defaults': `
export function kvCacheBytes({ layers, batch, seqLen, kvHeads, headDim, bytesPerElement = 2 }: Record<string, number>) {
  return 2 * layers * batch * seqLen * kvHeads * headDim * bytesPerElement
}`,
    'a name that is not there': `
export function kvCacheBytes({ layers, batch, seqLen, heads: { count, dim } }: any) {
  return 2 * layers * batch * seqLen * count * dim
}`,
    'BigInt to be safe': `
export function kvCacheBytes(c: any) {
  return 2n * BigInt(c.layers) * BigInt(c.batch) * c.seqLen
}`,
    'values in any order': `
export const kvCacheBytes = (size: object) => Object.values(size).reduce((a, b) => a * b, 2)`,
  }),
  ...answers('kv-cache', {
    'maps and a private method': `
export class KVCache {
  private readonly entries = new Map<number, { k: number[]; v: number[] }>()
  append(k: number[], v: number[]) { this.entries.set(this.entries.size, { k: [...k], v: [...v] }) }
  attend(q: number[]) {
    const w = this.#weights(q)
    const values = [...this.entries.values()]
    return values[0]!.v.map((_, c) => w.reduce((s, x, j) => s + x * values[j]!.v[c]!, 0))
  }
  get length() { return this.entries.size }
  #weights(q: number[]) {
    const s = Array.from(this.entries.values(), ({ k }) => k.reduce((a, x, i) => a + x * q[i]!, 0) / Math.sqrt(q.length))
    const m = Math.max(...s), e = s.map((x) => Math.exp(x - m)), z = e.reduce((a, b) => a + b, 0)
    return e.map((x) => x / z)
  }
}`,
    'no copies': `
export class KVCache {
  keys: number[][] = []; values: number[][] = []
  append(k: number[], v: number[]) { this.keys.push(k); this.values.push(v) }
  attend(q: number[]) {
    const s = this.keys.map((k) => k.reduce((a, x, i) => a + x * q[i]!, 0) / Math.sqrt(q.length))
    const m = Math.max(...s), e = s.map((x) => Math.exp(x - m)), z = e.reduce((a, b) => a + b, 0)
    return this.values[0]!.map((_, c) => e.reduce((a, x, j) => a + x / z * this.values[j]![c]!, 0))
  }
  get length() { return this.keys.length }
}`,
    'a field without a value': `
export class KVCache {
  keys!: number[][]
  append(k: number[], v: number[]) { this.keys.push(k.slice()) }
  attend(q: number[]) { return q }
  get length() { return this.keys.length }
}`,
    'an arrow function': `
export const KVCache = (() => { const keys: number[][] = []; return { append(k: number[]) { keys.push(k) } } }) as any`,
    'a constructor that throws': `
export class KVCache {
  constructor(size?: number) {
    if (size === undefined) throw new TypeError('a cache needs a size')
  }
  append() {}
  attend(q: number[]) { return q }
  get length() { return 0 }
}`,
    'super comes too late': `
class Base { keys: number[][] = [] }
export class KVCache extends Base {
  constructor() { this.keys = []; super() }
  append(k: number[], v: number[]) {}
  attend(q: number[]) { return q }
  get length() { return 0 }
}`,
    'the method has another name': `
export class KVCache {
  add(k: number[], v: number[]) {}
  attend(q: number[]) { return q }
  get length() { return 0 }
}`,
  }),
]
