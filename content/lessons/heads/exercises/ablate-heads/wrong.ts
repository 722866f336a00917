import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('keep-by-column', 'keep[h] ? head[i] : head[i].map(() => 0)', 'head[i].map((x, c) => (keep[c] ? x : 0))'),
    edit('heads-dropped', 'head[i].map(() => 0)', '[]'),
    edit('keep-inverted', 'keep[h] ?', '!keep[h] ?'),
    edit('one-zero-per-head', 'head[i].map(() => 0)', '[0]'),
    edit('keep-ignored', 'keep[h] ? head[i] : head[i].map(() => 0)', 'head[i]'),
    edit('keep-by-token', 'keep[h] ?', 'keep[i] ?'),
    edit(
      'mean-ablation',
      'head[i].map(() => 0)',
      'head[i].map((_, c) => head.reduce((s, row) => s + row[c], 0) / head.length)',
    ),
    edit(
      'rest-rescaled',
      'keep[h] ? head[i]',
      'keep[h] ? head[i].map((x) => (x * heads.length) / keep.filter(Boolean).length)',
    ),
  ],
  'right/loops': [
    edit('inverted-in-loops', 'if (!keep[h])', 'if (keep[h])', { shows: 'keep-inverted' }),
    edit('kept-heads-summed', [
      ['heads.length * w', 'w'],
      ['out[i][h * w + c] =', 'out[i][c] +='],
    ]),
    edit('kept-heads-averaged', [
      ['heads.length * w', 'w'],
      ['out[i][h * w + c] = heads[h][i][c]', 'out[i][c] += heads[h][i][c] / heads.length'],
    ]),
    edit(
      'mean-of-kept',
      [
        ['heads.length * w', 'w'],
        ['out[i][h * w + c] = heads[h][i][c]', 'out[i][c] += heads[h][i][c] / keep.filter(Boolean).length'],
      ],
      { shows: 'kept-heads-averaged' },
    ),
    edit('heads-moved-up', [
      ['for (let h = 0;', 'let place = 0;\n  for (let h = 0;'],
      ['out[i][h * w + c] =', 'out[i][place * w + c] ='],
      ['heads[h][i][c];\n    }', 'heads[h][i][c];\n    }\n    place++;'],
    ]),
    edit('interleaved-in-loops', 'h * w + c', 'c * heads.length + h', { shows: 'ablated-interleaved' }),
  ],
  'right/gates': [
    edit('ablated-stacked', 'left.map((row, i) => row.concat(right[i]))', 'left.concat(right)'),
    edit('no-gate', ' * Number(keep[h])', '', { shows: 'keep-ignored' }),
  ],
  'right/by-column': [
    edit('ablated-interleaved', [
      ['const h = Math.floor(c / w)', 'const h = c % heads.length'],
      ['[c % w]', '[Math.floor(c / heads.length)]'],
    ]),
  ],
  'right/pushed': [edit('tokens-pushed', 'keep[h] ?', 'keep[i] ?', { shows: 'keep-by-token' })],
})
