import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('offset-by-one', 'const j = i + offset', 'const j = i + offset + 1'),
    edit('last-row-skipped', 'i < weights.length', 'i < weights.length - 1', { shows: 'first-row-skipped' }),
    edit('first-row-skipped', 'let i = 0', 'let i = 1'),
    edit('zeros-left-out', 'j >= weights[i].length', '!weights[i][j]'),
    edit('always-back', 'const j = i + offset', 'const j = i - Math.abs(offset)'),
    edit('rows-as-columns', 'j >= weights[i].length', 'j >= weights.length', { shows: 'square-assumed' }),
    edit('offset-sign-flipped', 'const j = i + offset', 'const j = i - offset'),
    edit('missing-rows-as-zero', 'rows === 0 ? 0 : sum / rows', 'sum / weights.length'),
    edit('divided-by-keys', 'rows === 0 ? 0 : sum / rows', 'sum / weights[0].length'),
    edit('square-assumed', 'rows === 0 ? 0 : sum / rows', 'sum / (weights.length - Math.abs(offset))'),
    edit('no-row-nan', 'rows === 0 ? 0 : sum / rows', 'sum / rows'),
    edit('argmax-counted', 'sum += weights[i][j]', 'if (weights[i].indexOf(Math.max(...weights[i])) === j) sum++'),
    edit('sum-not-mean', 'rows === 0 ? 0 : sum / rows', 'sum'),
    edit('position-clamped', [
      ['const j = i + offset', 'const j = Math.min(Math.max(i + offset, 0), weights[i].length - 1)'],
      ['if (j < 0 || j >= weights[i].length) continue', ''],
    ]),
    edit('absolute-position', 'const j = i + offset', 'const j = offset'),
    edit('absolute-distance', 'const j = i + offset', 'const j = Math.abs(offset)', { shows: 'absolute-position' }),
  ],
  'right/functional': [
    edit('position-wraps', 'row[i + offset] ?? []', 'row.at(i + offset) ?? []'),
    edit(
      'no-row-nan-functional',
      'found.length ? found.reduce((a, b) => a + b) / found.length : 0',
      'found.reduce((a, b) => a + b, 0) / found.length',
      { shows: 'no-row-nan' },
    ),
    edit('rows-before-columns', 'row[i + offset] ?? []', 'weights[i + offset]?.[i] ?? []', {
      shows: 'offset-sign-flipped',
    }),
  ],
  'right/all-pairs': [
    edit('query-minus-key', 'key - query', 'query - key', { shows: 'offset-sign-flipped' }),
    edit('all-rows-counted', 'Math.max(1, diagonal.length)', 'weights.length', { shows: 'missing-rows-as-zero' }),
  ],
  'right/diagonal': [edit('sum-of-diagonal', 'total / (last - first)', 'total', { shows: 'sum-not-mean' })],
})
