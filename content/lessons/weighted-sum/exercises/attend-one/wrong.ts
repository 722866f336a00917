import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  'right/short-helpers': [
    edit('opposite-order', 'w * V[j][c]', 'w * V[V.length - 1 - j][c]'),
    edit('sum-of-values', 'sum + w * V[j][c]', 'sum + V[j][c]'),
    edit('scaled-by-d', '((k) => dot(q, k))', '((k) => dot(q, k) / q.length)', { shows: 'scaled' }),
    edit('divided-twice', 'sum + w * V[j][c], 0))', 'sum + w * V[j][c], 0) / K.length)'),
    edit('key-skipped', '((_, c) => weights.reduce', '((_, c) => weights.slice(0, -1).reduce'),
    edit('as-wide-as-query', 'return V[0].map', 'return q.map'),
    edit(
      'summed-along-rows',
      'V[0].map((_, c) => weights.reduce((sum, w, j) => sum + w * V[j][c], 0))',
      'weights.map((w, j) => V[j].reduce((sum, v) => sum + w * v, 0))',
    ),
    edit('average-of-keys', [
      ['return V[0].', 'return K[0].'],
      ['V[j][c]', 'K[j][c]'],
    ]),
    edit('no-exponential', 'softmax(scores)', 'scores.map((s) => s / scores.reduce((a, b) => a + b, 0))'),
    edit('exponentials-as-weights', 'softmax(scores)', 'scores.map((s) => Math.exp(s))'),
    edit(
      'hard-argmax',
      '[0].map((_, c) => weights.reduce((sum, w, j) => sum + w * V[j][c], 0))',
      '[weights.indexOf(Math.max(...weights))].slice()',
    ),
    edit('mean-of-values', 'softmax(scores)', 'scores.map(() => 1 / K.length)'),
    edit('no-max', '(v - max)', '(v)'),
    edit('no-softmax', 'softmax(scores)', 'scores'),
    edit(
      'not-normalised',
      'weights = softmax(scores)',
      `top = Math.max(...scores)
  const weights = scores.map((s) => Math.exp(s - top))`,
    ),
    edit('returns-weights', 'V[0].map((_, c) => weights.reduce((sum, w, j) => sum + w * V[j][c], 0))', 'weights'),
    edit('scaled', '((k) => dot(q, k))', '((k) => dot(q, k) / Math.sqrt(q.length))'),
    edit('scores-against-values', 'K.map((k) => dot(q, k))', 'V.map((v) => dot(q, v))'),
    edit(
      'writes-into-v',
      [
        [
          'softmax(scores)',
          `softmax(scores)
  V.forEach((row, j) => row.forEach((_, c) => (row[c] *= weights[j])))`,
        ],
        ['weights.reduce', 'V.reduce'],
        ['(sum, w, j)', '(sum, row)'],
        ['w * V[j]', 'row'],
      ],
      { shows: [] },
    ),
    edit('zeros', '(_, c) => weights.reduce((sum, w, j) => sum + w * V[j][c], 0)', '() => 0', { shows: [] }),
  ],
})
