import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('diagonal-hidden', [
      ['Q.map((q) =>', 'Q.map((q, i) =>'],
      ['K.map((k) =>\n      k', 'K.map((k, j) => i === j ? -Infinity :\n      k'],
    ]),
    edit('diagonal-only', [
      ['Q.map((q) =>', 'Q.map((q, i) =>'],
      ['K.map((k) =>\n      k', 'K.map((k, j) => i !== j ? -Infinity :\n      k'],
    ]),
  ],
  'right/for-of-loops': [
    edit('k-from-x-in-loops', '(Y, Wk)', '(X, Wk)', { shows: 'k-from-x' }),
    edit('max-from-zero', 'max(...x)', 'max(0,...x)'),
    edit('scale-floor', 'sqrt(d)', 'floor(Math.sqrt(d))'),
  ],
  'right/loops': [
    edit('causal-bottom-right', '= true ? s', '= j <= i + K.length - Q.length ? s', { shows: 'causal' }),
    edit('causal-loops', '= true ? s', '= j <= i ? s', { shows: 'causal' }),
    edit('concat-xy', [
      ['(Y, Wk)', '(X.concat(Y), Wk)'],
      ['(Y, Wv)', '(X.concat(Y), Wv)'],
    ]),
    edit('drops-last-source', [
      ['(let j = 0; j < K.length; j++) sum', '(let j = 0; j < K.length - 1; j++) sum'],
      ['(let j = 0; j < K.length; j++) for', '(let j = 0; j < K.length - 1; j++) for'],
    ]),
    edit('k-from-x', '(Y, Wk)', '(X, Wk)'),
    edit('mean-context', '(e[j] / sum) * V[j][c]', 'V[j][c] / V.length'),
    edit('no-max', 'Math.max(max, s)', '0'),
    edit('q-from-y-cut', [
      ['(X, Wq)', '(Y, Wq)'],
      ['Q.length', 'X.length'],
    ]),
    edit(
      'roles-swapped-loops',
      [
        ['(X, Wq)', '(Y, Wq)'],
        ['(Y, Wk)', '(X, Wk)'],
        ['(Y, Wv)', '(X, Wv)'],
      ],
      { shows: 'roles-swapped' },
    ),
    edit('scale-d', 'Math.sqrt(d)', 'd'),
    edit('scale-dmodel-x', '(Math.sqrt(d))', '(Math.sqrt(X[0].length))'),
    edit('scale-len', '(Math.sqrt(d))', '(Math.sqrt(Y.length))'),
    edit('scale-len-x', '(Math.sqrt(d))', '(Math.sqrt(X.length))'),
    edit('scale-multiplied', '(Math.sqrt(d))', '(1 /Math.sqrt(d))'),
    edit('self-instead', [
      ['(Y, Wk)', '(X, Wk)'],
      ['(Y, Wv)', '(X, Wv)'],
    ]),
    edit('swap-wk-wv', [
      ['(Y, Wk)', '(Y, Wv)'],
      ['(Y, Wv)', '(Y, Wk)'],
    ]),
    edit('truncate', [
      ['(let j = 0; j < K.length; j++) sum', '(let j = 0; j < Math.min(X.length, Y.length); j++) sum'],
      ['(let j = 0; j < K.length; j++) for', '(let j = 0; j < Math.min(X.length, Y.length); j++) for'],
    ]),
    edit(
      'truncate-reads-past',
      [
        [
          `let max = -Infinity;
    for (let j = 0; j < K.length; j++) {
      let s = 0;
      for (`,
          `let max = -Infinity;
    for (let j = 0; j < X.length; j++) {
      let s = 0;
      for (`,
        ],
        ['(let j = 0; j < K.length; j++) sum', '(let j = 0; j < X.length; j++) sum'],
        ['(let j = 0; j < K.length; j++) for', '(let j = 0; j < X.length; j++) for'],
      ],
      { shows: 'truncate' },
    ),
    edit('truncate-target', 'Q.length', 'Math.min(Q.length, K.length)'),
    edit('typed-rows', 'Array<number>(dv).fill(0)', 'Float64Array(dv) as unknown as number[]', { shows: [] }),
    edit('v-from-x-loops', '(Y, Wv)', '(X, Wv)', { shows: 'v-from-x' }),
    edit('w-transposed-loops', 'W[k][c]', 'W[c][k]', { shows: 'w-transposed' }),
    edit('wk-for-queries', '(X, Wq)', '(X, Wk)'),
    edit('wv-for-keys', '(Y, Wk)', '(Y, Wv)'),
  ],
  'right/matrices': [
    edit('causal', 'softmax(r)', '((row) => softmax(row.map((x, j) => (j > i ? -Infinity : x))))(r)'),
    edit(
      'concat-yx',
      [
        ['(Y, Wk)', '([...Y, ...X], Wk)'],
        ['(Y, Wv);', '([...Y, ...X], Wv);'],
      ],
      { shows: 'concat-xy' },
    ),
    edit(
      'drops-first-source',
      `export const crossAttention = (X: M, Y: M, Wq: M, Wk: M, Wv: M): M => {
  const Q = mm(X,`,
      `export const crossAttention = (X: M, Y: M, Wq: M, Wk: M, Wv: M): M => {
  Y = Y.slice(1)
  const Q = mm(X,`,
      { shows: 'drops-last-source' },
    ),
    edit('hard-argmax', 'mm(P, V)', 'S.map((r) => V[r.indexOf(Math.max(...r))])'),
    edit('k-from-x-matrices', '(Y, Wk)', '(X, Wk)', { shows: 'k-from-x' }),
    edit('keys-not-projected', 'mm(Y, Wk)', 'Y'),
    edit('no-scale', 'Math.sqrt(K[0].length)', '1'),
    edit('no-softmax', 'mm(P, V)', 'mm(S, V)'),
    edit('not-projected', 'mm(X, Wq), K = mm(Y, Wk), V = mm(Y, Wv)', 'X, K = Y, V = Y'),
    edit('queries-not-projected', 'mm(X, Wq)', 'X'),
    edit('residual', '(P, V);', '(P, V).map((r, i) => r.map((x, c) => x + X[i][c]));'),
    edit('returns-scores', 'mm(P, V)', 'S', { shows: 'returns-weights' }),
    edit('returns-weights', 'mm(P, V)', 'P'),
    edit(
      'reuses-the-first-source',
      [
        [
          'type M =',
          `let kept: { K: number[][]; V: number[][] } | undefined; // “computed once”, and never again
type M =`,
        ],
        [
          'const Q = mm(X, Wq), K = mm(Y, Wk), V = mm(Y, Wv)',
          `kept ??= { K: mm(Y, Wk), V: mm(Y, Wv) };
  const Q = mm(X, Wq), K = kept.K, V = kept.V`,
        ],
      ],
      { shows: [] },
    ),
    edit('roles-swapped', [
      ['(X, Wq)', '(Y, Wq)'],
      ['(Y, Wk)', '(X, Wk)'],
      ['(Y, Wv)', '(X, Wv)'],
    ]),
    edit('scale-dmodel-y', '(K[0].length)', '(Y[0].length)'),
    edit('scale-value-width', '(K[0].length)', '(V[0].length)'),
    edit('self-on-y', '(X, Wq), K', '(Y, Wq), K'),
    edit(
      'softmax-over-all',
      'return mm(P, V)',
      `const all = softmax(S.flat()), P2 = S.map((r, i) => r.map((_, j) => all[i * r.length + j]));
  return mm(P2, V)`,
    ),
    edit('softmax-over-queries', 'mm(P, V)', 'mm(T(T(S).map(softmax)), V)'),
    edit('source-asks', 'Q, T(K)', 'K, T(Q)'),
    edit(
      'truncate-matrices',
      `export const crossAttention = (X: M, Y: M, Wq: M, Wk: M, Wv: M): M => {
  const Q = mm(X,`,
      `export const crossAttention = (X: M, Y: M, Wq: M, Wk: M, Wv: M): M => {
  Y = Y.slice(0, X.length)
  const Q = mm(X,`,
      { shows: 'truncate' },
    ),
    edit('v-from-x', '(Y, Wv)', '(X, Wv)'),
    edit('values-not-projected', 'mm(Y, Wv)', 'Y'),
    edit('w-transposed', [
      ['(X, Wq)', '(X, T(Wq))'],
      ['(Y, Wk)', '(Y, T(Wk))'],
      ['(Y, Wv)', '(Y, T(Wv))'],
    ]),
    edit(
      'w-transposed-by-rows',
      [
        [
          'type M =',
          `const dot = (a: number[], b: number[]) => a.reduce((s, x, i) => s + x * b[i], 0);
type M =`,
        ],
        [
          'mm(X, Wq), K = mm(Y, Wk), V = mm(Y, Wv)',
          'X.map((x) => Wq.map((w) => dot(x, w))), K = Y.map((x) => Wk.map((w) => dot(x, w))), V = Y.map((x) => Wv.map((w) => dot(x, w)))',
        ],
      ],
      { shows: 'w-transposed' },
    ),
    edit('wk-for-values', 'mm(Y, Wv)', 'K'),
    edit(
      'wq-and-wk-swapped',
      [
        ['(X, Wq)', '(X, Wk)'],
        ['(Y, Wk)', '(Y, Wq)'],
      ],
      { shows: 'wk-for-queries' },
    ),
    edit('wq-for-keys', '(Y, Wk)', '(Y, Wq)'),
  ],
  'right/short-helpers': [
    edit(
      'two-causal-and-swap-wk-wv',
      [
        ['(Y, Wk)', '(Y, Wv)'],
        ['(Y, Wv)', '(Y, Wk)'],
        ['k => dot(q, k) * scale', '(k, j) => (j > i ? -Infinity : dot(q, k) * scale)'],
      ],
      { shows: ['causal', 'swap-wk-wv'] },
    ),
    edit(
      'two-concat-xy-and-scale-dmodel-x',
      [
        ['(Y, Wk)', '([...X, ...Y], Wk)'],
        ['(Y, Wv)', '([...X, ...Y], Wv)'],
        ['(Q[0].length)', '(X[0].length)'],
      ],
      { shows: ['concat-xy', 'scale-dmodel-x'] },
    ),
    edit(
      'two-concat-xy-and-scale-len',
      [
        ['(Y, Wk)', '([...X, ...Y], Wk)'],
        ['(Y, Wv)', '([...X, ...Y], Wv)'],
        ['(Q[0].length)', '(Y.length)'],
      ],
      { shows: ['concat-xy', 'scale-len'] },
    ),
    edit(
      'two-scale-len-and-swap-wk-wv',
      [
        ['(Y, Wk)', '(Y, Wv)'],
        ['(Y, Wv)', '(Y, Wk)'],
        ['(Q[0].length)', '(Y.length)'],
      ],
      { shows: ['scale-len', 'swap-wk-wv'] },
    ),
    edit(
      'two-truncate-and-mean-context',
      [
        [
          `(Q[0].length);
  return`,
          `(Q[0].length);
  K.length = Math.min(K.length, X.length); V.length = K.length;
  return`,
        ],
        ['softmax(s)', 's.map(() => 1 / s.length)'],
      ],
      { shows: ['truncate', 'mean-context'] },
    ),
  ],
})
