import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [edit('exp-twice', 'softmax(scores)', 'softmax(scores.map((s) => Math.exp(s)))')],
  'right/functional': [
    edit(
      'gen-undefined',
      `const T = (A: number[][]) => A[0].map((_, c) => A.map(r => r[c]));
const mm = (A: number[][], B: number[][]) => { const Bt = T(B); return A.map(r => Bt.map(c => r.reduce((s, v, i) => s + v * c[i], 0))); };
const sm = (x: number[]) => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
export const attention = (Q: number[][], K: number[][], V: number[][]): number[][] =>
  mm(mm(Q, T(K)).map(r => sm(r.map(v => v / Math.sqrt(K[0].length)))), V);`,
      `export function attention(...args: unknown[]): any {
  return undefined;
}`,
      { shows: [] },
    ),
    edit(
      'gen-values',
      `const T = (A: number[][]) => A[0].map((_, c) => A.map(r => r[c]));
const mm = (A: number[][], B: number[][]) => { const Bt = T(B); return A.map(r => Bt.map(c => r.reduce((s, v, i) => s + v * c[i], 0))); };
const sm = (x: number[]) => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
export const attention = (Q: number[][], K: number[][], V: number[][]): number[][] =>
  mm(mm(Q, T(K)).map(r => sm(r.map(v => v / Math.sqrt(K[0].length)))), V)`,
      `export function attention(Q: any, K: any, V: any): any {
  return JSON.parse(JSON.stringify(V));
}`,
      { shows: [] },
    ),
  ],
  'right/recursive': [
    edit(
      'causal-from-the-end',
      `const attention = (Q: number[][], K: number[][], V: number[][]): number[][] => {
  const [q, ...rest] = Q
  const w = sm(K.map((k) => dot(q, k) / Math.sqrt(k.length)))
  const row = V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0))
  return rest.length ? [row, ...attention(rest, K, V)] : [row]`,
      `function attention(Q: number[][], K: number[][], V: number[][]): number[][] {
  const A = mm(Q, T(K))
  const dk = K[0].length
  const S = A.map((r) => r.map((v) => v / Math.sqrt(dk)))
  const W = S.map((r, i) => sm(r.map((v, j) => (j > i + K.length - Q.length ? -Infinity : v))))
  return mm(W, V)`,
      { shows: 'causal-mask-added' },
    ),
    edit(
      'residual-guarded',
      `const attention = (Q: number[][], K: number[][], V: number[][]): number[][] => {
  const [q, ...rest] = Q
  const w = sm(K.map((k) => dot(q, k) / Math.sqrt(k.length)))
  const row = V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0))
  return rest.length ? [row, ...attention(rest, K, V)] : [row]`,
      `function attention(Q: number[][], K: number[][], V: number[][]): number[][] {
  const A = mm(Q, T(K))
  const dk = K[0].length
  const S = A.map((r) => r.map((v) => v / Math.sqrt(dk)))
  const W = S.map(sm)
  return mm(W, V).map((r, i) => r.map((v, c) => v + (Q[i][c] ?? 0)))`,
      { shows: 'residual' },
    ),
  ],
  'right/row-by-row': [
    edit('constant-8', 'Math.sqrt(d)', '8'),
    edit('cosine', 'Math.sqrt(d)', '(Math.sqrt(dot(q, q)) * Math.sqrt(dot(k, k)))'),
    edit('divide-by-sum', 'softmax(s)', 's.map(v => v / s.reduce((a, b) => a + b, 0))'),
    edit('floor-sqrt', 'sqrt(d)', 'floor(Math.sqrt(d))'),
    edit('no-softmax', 'softmax(s)', 's'),
    edit('residual', '(w, V);', '(w, V).map((v, c) => v + q[c]);'),
    edit(
      'two-floor-sqrt-no-softmax',
      [
        ['sqrt(d)', 'floor(Math.sqrt(d))'],
        ['softmax(s)', 's'],
      ],
      { shows: ['floor-sqrt', 'no-softmax'] },
    ),
  ],
  'right/short-helpers': [
    edit('divided-twice', 'sum + w * V[j][c], 0))', 'sum + w * V[j][c], 0) / K.length)'),
    edit('key-skipped', '((_, c) => weights.reduce', '((_, c) => weights.slice(0, -1).reduce'),
    edit('first-query-only', 'scores = K.map((k) => dot(q, k) / Math', 'scores = K.map((k) => dot(Q[0], k) / Math'),
    edit(
      'one-maximum',
      'weights = softmax(scores)',
      `all = Q.flatMap((p) => K.map((k) => dot(p, k) / Math.sqrt(d)))
    const e = scores.map((s) => Math.exp(s - Math.max(...all)))
    const weights = e.map((x) => x / e.reduce((a, b) => a + b, 0))`,
    ),
    edit('average-of-keys', [
      ['return V[0].', 'return K[0].'],
      ['V[j][c]', 'K[j][c]'],
    ]),
    edit(
      'causal-mask-added',
      `return Q.map((q) => {
    const scores = K.map((k) => dot(q, k) / Math.sqrt(d))
    const`,
      `return Q.map((q, i) => {
    const scores = K.slice(0, i + 1).map((k) => dot(q, k) / Math.sqrt(d))
    const`,
    ),
    edit('divide-by-d', 'Math.sqrt(d)', 'd'),
    edit(
      'favours-the-first',
      '((a, b) => a + b, 0)',
      `((a, b) => a + b, 0)
  e[0] += 0.01`,
      { shows: [] },
    ),
    edit(
      'hard-argmax',
      'V[0].map((_, c) => weights.reduce((sum, w, j) => sum + w * V[j][c], 0))',
      '[...V[weights.indexOf(Math.max(...weights))]]',
    ),
    edit('mean-of-values', 'softmax(scores)', 'K.map(() => 1 / K.length)'),
    edit('multiply-by-sqrt', '(q, k) / Math', '(q, k) * Math'),
    edit('no-max', '(v - max)', '(v)'),
    edit('no-scale', ' / Math.sqrt(d)', ''),
    edit('not-normalised', 'softmax(scores)', 'scores.map((s) => Math.exp(s))'),
    edit('returns-weights', 'V[0].map((_, c) => weights.reduce((sum, w, j) => sum + w * V[j][c], 0))', 'weights'),
    edit('scale-after-softmax', [
      [' / Math.sqrt(d)', ''],
      ['softmax(scores)', 'softmax(scores).map((w) => w / Math.sqrt(d))'],
    ]),
    edit('scaled-twice', '((k) => dot(q, k) / Math.sqrt(d))', '((k) => dot(q, k) / Math.sqrt(d) / Math.sqrt(d))', {
      shows: 'divide-by-d',
    }),
    edit(
      'scaled-values',
      [
        [' / Math.sqrt(d)', ''],
        ['V[j][c]', '(V[j][c] / Math.sqrt(d))'],
      ],
      { shows: 'scale-after-softmax' },
    ),
    edit('scores-against-values', 'K.map((k) => dot(q, k) / Math.sqrt(d))', 'V.map((v) => dot(q, v) / Math.sqrt(d))'),
    edit(
      'softmax-over-all',
      `d = Q[0].length
  return Q.map((q) => {
    const scores = K.map((k) => dot(q, k) / Math.sqrt(d))
    const weights = softmax(scores`,
      `scores = Q.flatMap((q) => K.map((k) => dot(q, k) / Math.sqrt(q.length)))
  const all = softmax(scores)
  return Q.map((_, i) => {
    const weights = all.slice(i * K.length, (i + 1) * K.length`,
    ),
    edit(
      'softmax-over-queries',
      `return Q.map((q) => {
    const scores = K.map((k) => dot(q, k) / Math.sqrt(d))
    const weights = softmax(scores`,
      `const columns = K.map((k) => softmax(Q.map((q) => dot(q, k) / Math.sqrt(d))))
  return Q.map((_, i) => {
    const weights = columns.map((column) => column[i]`,
    ),
    edit('sqrt-of-keys', 'Q[0].length', 'K.length'),
    edit('sqrt-of-queries', 'Q[0].length', 'Q.length'),
    edit('sqrt-of-value-width', '= Q[0].', '= V[0].'),
    edit(
      'writes-into-v',
      'softmax(scores)',
      `softmax(scores)
    V[0][0] *= 1.5`,
      { shows: [] },
    ),
  ],
})
