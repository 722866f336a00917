import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('entropy-of-one-row', [
      ['const row of weights', 'const row of weights.slice(-1)'],
      ['sum / weights.length', 'sum'],
    ]),
    edit('perplexity', 'return sum / weights.length', 'return Math.exp(sum / weights.length)'),
    edit('epsilon-in-logarithm', 'if (p > 0) sum -= p * Math.log(p);', 'sum -= p * Math.log(p + 1e-6);'),
    edit('entropy-in-bits', 'Math.log(p);', 'Math.log2(p);'),
    edit('entropy-base-ten', 'Math.log(p);', 'Math.log10(p);', { shows: 'entropy-in-bits' }),
    edit('zero-log-zero', 'if (p > 0) sum', 'sum'),
    edit('entropy-negative', 'sum -= p', 'sum += p'),
    edit('entropy-summed', 'sum / weights.length', 'sum'),
    edit('entropy-per-key', 'sum / weights.length', 'sum / weights[0].length'),
    edit('entropy-mean-of-all', 'sum / weights.length', 'sum / weights.length / weights[0].length', {
      shows: 'entropy-per-key',
    }),
    edit('entropy-share', 'sum / weights.length', 'sum / weights.length / Math.log(weights[0].length)'),
    edit('zero-rows-skipped', 'sum / weights.length', 'sum / weights.filter((row) => row.some((p) => p > 0)).length'),
    edit('weight-forgotten', 'sum -= p * ', 'sum -= '),
  ],
  'right/row-by-row': [
    edit('entropy-of-mean-row', [
      [
        'const perRow = weights.map((row) =>',
        'const meanRow = weights[0].map((_, j) => weights.reduce((s, row) => s + row[j], 0) / weights.length);\n  const perRow = [meanRow].map((row) =>',
      ],
    ]),
    edit('entropy-of-columns', 'weights.map((row)', 'weights[0].map((_, j) => weights.map((r) => r[j])).map((row)'),
    edit('sum-of-rows', ' / perRow.length', '', { shows: 'entropy-summed' }),
    edit('no-filter', '.filter((p) => p !== 0)', '', { shows: 'zero-log-zero' }),
  ],
  'right/bits-converted': [edit('not-converted', '(bits * Math.LN2)', 'bits', { shows: 'entropy-in-bits' })],
  'right/epsilon': [edit('sign-lost', 'entropy = -row', 'entropy = row', { shows: 'entropy-negative' })],
})
