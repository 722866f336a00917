import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('one-column-more', '(h + 1) * width', '(h + 1) * width + 1'),
    edit('first-slice', [
      ['const width =', 'const w ='],
      ['h * width, (h + 1) * width', '0, w'],
    ]),
    edit('head-transposed', [
      ['const width =', 'const w ='],
      [
        `
    X.map((row) => row.slice(h * width, (h + 1) * width))`,
        ` Array.from({ length: w }, (_, c) =>
    X.map((row) => row[h * w + c]))`,
      ],
    ]),
    edit(
      'heads-as-width',
      `width = X[0].length / numHeads;

  // Every head keeps all tokens and takes its own columns.
  return Array.from({ length: numHeads }, (_, h) =>
    X.map((row) => row.slice(h * width, (h + 1) * width)))`,
      `heads: number[][][] = [];
  for (let c = 0; c < X[0].length; c += numHeads) heads.push(X.map((row) => row.slice(c, c + numHeads)));
  return heads`,
    ),
    edit('last-column-missing', '(h * width, (h + 1) * width)', '(h * width, (h + 1) * width - 1)'),
    edit('overlapping', [
      ['const width =', 'const w ='],
      ['* width, (h + 1) * width', ', h + w'],
    ]),
    edit('reversed', 'h * width, (h + 1)', '(numHeads - 1 - h) * width, (numHeads - h)'),
    edit(
      'splice-empties-x',
      [
        ['const width =', 'const w ='],
        ['slice(h * width, (h + 1) * width)', 'splice(0, w)'],
      ],
      { shows: [] },
    ),
    edit(
      'split-rows-floor',
      `width = X[0].length / numHeads;

  // Every head keeps all tokens and takes its own columns.
  return Array.from({ length: numHeads }, (_, h) =>
    X.map((row) => row.slice(h * width, (h + 1) * width)))`,
      `size = Math.floor(X.length / numHeads);
  const heads: number[][][] = [];
  for (let h = 0; h < numHeads; h++) heads.push(X.slice(h * size, h * size + size));
  return heads`,
      { shows: 'split-rows' },
    ),
    edit('strided-split', 'slice(h * width, (h + 1) * width)', 'filter((_, c) => c % numHeads === h)'),
    edit(
      'tokens-first',
      `Array.from({ length: numHeads }, (_, h) =>
    X.map((row) => row.slice(h * width, (h + 1) *`,
      'X.map((row) => Array.from({ length: numHeads }, (_, h) => row.slice(h * width, h * width +',
    ),
    edit(
      'typed-rows',
      '((row) => row.slice(h * width, (h + 1) * width))',
      '((row) => Float64Array.from( row.slice(h * width, (h + 1) * width)) as unknown as number[])',
      { shows: [] },
    ),
    edit('whole-copies', 'h * width, (h + 1) * width', ''),
  ],
  'right/filtered': [
    edit('split-rows', [
      ['w = X[0]', 'size = X'],
      [
        '[...Array(numHeads).keys()].map((h) => X.map((row) => row.filter((_, c) => Math.floor(c / w) === h)',
        'Array.from({ length: numHeads }, (_, h) => X.slice(h * size, (h + 1) * size',
      ],
    ]),
  ],
})
