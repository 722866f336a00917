import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  'right/loops': [
    edit('causal', '= true ? s', '= j <= i ? s'),
    edit('mean-of-values', '(e[j] / sum) * V[j][c]', 'V[j][c] / V.length'),
    edit('no-max', 'Math.max(max, s)', '0'),
    edit('q-and-k-swapped', [
      ['(X, Wq)', '(X, Wk)'],
      ['(X, Wk)', '(X, Wq)'],
    ]),
    edit('scale-model-width', '(Math.sqrt(d))', '(Math.sqrt(X[0].length))'),
    edit('scale-value-width', '(Math.sqrt(d))', '(Math.sqrt(dv))'),
    edit('self-hidden', '= true ? s', '= j !== i ? s'),
    edit('shared-q-k', '(X, Wk)', '(X, Wq)'),
    edit('w-transposed-loops', 'W[k][c]', 'W[c][k]', { shows: 'w-transposed' }),
    edit('wv-for-keys', '(X, Wk)', '(X, Wv)'),
  ],
  'right/matrices': [
    edit('no-scale', 'Math.sqrt(K[0].length)', '1'),
    edit('no-softmax', 'mm(P, V)', 'mm(S, V)'),
    edit('not-projected', 'mm(X, Wq), K = mm(X, Wk), V = mm(X, Wv)', 'X, K = X, V = X'),
    edit('residual', '(P, V);', '(P, V).map((r, i) => r.map((x, c) => x + X[i][c]));'),
    edit('returns-weights', 'mm(P, V)', 'P'),
    edit('rounded', '(P, V);', '(P, V).map((r) => r.map((x) => Math.round(x * 1000) / 1000));', { shows: [] }),
    edit('scale-d', 'Math.sqrt(K[0].length)', 'K[0].length'),
    edit('scale-len', '(K[0].length)', '(X.length)'),
    edit('softmax-over-queries', 'mm(P, V)', 'mm(T(T(S).map(softmax)), V)'),
    edit('swap-wk-wv', [
      ['(X, Wk)', '(X, Wv)'],
      ['(X, Wv)', '(X, Wk)'],
    ]),
    edit('values-not-projected', 'mm(X, Wv)', 'X', { shows: 'not-projected' }),
    edit('w-transposed', [
      ['(X, Wq)', '(X, T(Wq))'],
      ['(X, Wk)', '(X, T(Wk))'],
      ['(X, Wv)', '(X, T(Wv))'],
    ]),
    edit('wk-for-values', 'mm(X, Wv)', 'K'),
  ],
})
