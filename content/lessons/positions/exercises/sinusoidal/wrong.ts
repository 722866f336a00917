import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('code-other-base', 'pos / 10000', 'pos / 1000'),
    edit('base-e', 'pos / 10000 ** (pair / d)', 'pos / Math.exp(pair / d)', { shows: 'code-other-base' }),
    edit('index-doubled', 'pair / d', '(2 * c) / d', { shows: 'code-exponent-doubled' }),
    edit('odd-width-filled', 'length: d }', 'length: d + (d % 2) }'),
    edit('halves-with-alternating-angles', 'c % 2 === 0 ?', 'c < d / 2 ?', { shows: 'halves' }),
    edit('angle-per-entry', 'pair / d', 'c / d'),
    edit('code-exponent-without-two', 'pair / d', 'pair / 2 / d'),
    edit('code-exponent-doubled', 'pair / d', '(2 * pair) / d'),
    edit('code-exponent-positive', 'pos / 10000 **', 'pos * 10000 **'),
    edit('code-one-frequency', 'pos / 10000 ** (pair / d)', 'pos'),
    edit('cosine-first', 'c % 2 === 0 ?', 'c % 2 === 1 ?'),
    edit('only-sines', 'c % 2 === 0 ? Math.sin(angle) : Math.cos(angle)', 'Math.sin(angle)'),
    edit('positions-from-one', 'pos / 10000', '(pos + 1) / 10000'),
    edit('transposed-codes', [
      ['length: n }, (_, pos)', 'length: d }, (_, c)'],
      ['length: d }, (_, c) => {', 'length: n }, (_, pos) => {'],
    ]),
  ],
  'right/loops': [
    edit('halves', [
      ['row[2 * i] =', 'row[i] ='],
      ['if (2 * i + 1 < d) row[2 * i + 1] =', 'if (2 * i + 1 < d) row[Math.ceil(d / 2) + i] ='],
    ]),
    edit('odd-width-cut', [
      ['new Array<number>(d).fill(0)', 'new Array<number>(d - (d % 2)).fill(0)'],
      ['2 * i < d; i++', '2 * i + 1 < d; i++'],
      ['if (2 * i + 1 < d) row', 'row'],
    ]),
    edit('without-two-in-loops', '(2 * i) / d', 'i / d', { shows: 'code-exponent-without-two' }),
  ],
  'right/logarithm': [edit('positive-in-logarithm', '-Math.log', 'Math.log', { shows: 'code-exponent-positive' })],
})
