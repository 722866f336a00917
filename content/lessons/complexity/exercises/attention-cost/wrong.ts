import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('one-product', '2 * scoreEntries * d', 'scoreEntries * d'),
    edit('flops', '2 * scoreEntries * d', '2 * 2 * scoreEntries * d'),
    edit('no-width', '2 * scoreEntries * d', '2 * scoreEntries'),
    edit('width-squared', '2 * scoreEntries * d', '2 * n * d * d'),
    edit('linear-in-n', '2 * scoreEntries * d', '2 * n * d'),
    edit('projections-added', '2 * scoreEntries * d', '2 * scoreEntries * d + 4 * n * d * d'),
    edit('three-projections-added', '2 * scoreEntries * d', '2 * scoreEntries * d + 3 * n * d * d', {
      shows: 'projections-added',
    }),
    edit('softmax-added', '2 * scoreEntries * d', '2 * scoreEntries * d + scoreEntries'),
    edit('scores-by-width', [
      ['n * n', 'n * d'],
      ['2 * scoreEntries * d', '2 * n * n * d'],
    ]),
    edit('one-row-of-scores', [
      ['n * n', 'n'],
      ['2 * scoreEntries * d', '2 * n * n * d'],
    ]),
    edit('scores-twice', [
      ['n * n', '2 * n * n'],
      ['2 * scoreEntries * d', 'scoreEntries * d'],
    ]),
    edit('halved-for-causality', 'n * n', '(n * (n + 1)) / 2'),
    edit('half-of-the-square', 'n * n', '(n * n) / 2', { shows: 'halved-for-causality' }),
    edit('int32-overflow', [
      ['n * n', '(n * n) | 0'],
      ['2 * scoreEntries * d', '(2 * n * n * d) | 0'],
    ]),
    edit(
      'two-flops-scores-by-width',
      [
        ['n * n', 'n * d'],
        ['2 * scoreEntries * d', '4 * n * n * d'],
      ],
      { shows: ['flops', 'scores-by-width'] },
    ),
    edit(
      'counts-swapped',
      'return { multiplyAdds, scoreEntries }',
      'return { multiplyAdds: scoreEntries, scoreEntries: multiplyAdds }',
    ),
    edit('both-squared', '2 * scoreEntries * d', '2 * scoreEntries * d * d'),
    edit('one-term-less', '2 * scoreEntries * d', '2 * scoreEntries * (d - 1)'),
    edit('int32-scores', 'n * n', '(n * n) | 0', { shows: 'int32-overflow' }),
  ],
})
