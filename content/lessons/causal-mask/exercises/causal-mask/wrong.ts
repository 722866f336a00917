import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('first-key-hidden', 'j <= i', 'j > 0 && j <= i'),
    edit('additive', '({ length: n }, (_, j) => j <= i)', '({ length: n }, (_, j) => (j <= i ? 0 : -Infinity))'),
    edit('diagonal-only', '({ length: n }, (_, j) => j <= i)', '({ length: n }, (_, j) => i === j)'),
    edit('inverted', '({ length: n }, (_, j) => j <= i)', '({ length: n }, (_, j) => j >= i)'),
    edit('last-only', '({ length: n }, (_, j) => j <= i)', '({ length: n }, (_, j) => i === n - 1 || j !== n - 1)'),
    edit('no-mask', '({ length: n }, (_, j) => j <= i)', '({ length: n }, (_, j) => true)'),
    edit('one-future', '({ length: n }, (_, j) => j <= i)', '({ length: n }, (_, j) => j <= i + 1)'),
    edit(
      'one-row-for-all',
      `return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => j <= i),
  )`,
      `const mask: boolean[][] = new Array(n).fill(new Array(n).fill(false));
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) mask[i][j] = true;
  return mask`,
      { shows: 'no-mask' },
    ),
    edit(
      'one-row-short',
      `return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => j <= i),
  )`,
      `const mask: boolean[][] = [];
  for (let i = 1; i < n; i++) mask.push(Array.from({ length: n }, (_, j) => j <= i));
  return mask`,
      { shows: [] },
    ),
    edit('strictly-past', '({ length: n }, (_, j) => j <= i)', '({ length: n }, (_, j) => j < i)'),
    edit('true-hides', '({ length: n }, (_, j) => j <= i)', '({ length: n }, (_, j) => j > i)'),
  ],
  'right/loops': [
    edit('ragged', [
      ['const row: boolean[] = []', 'mask.push([])'],
      [
        `(let j = 0; j < n; j++) row.push(!(j > i));
    mask.push(row)`,
        '(let j = 0; j <= i; j++) mask[i].push(true)',
      ],
    ]),
  ],
  'right/typed': [
    edit('ones-and-zeros', 'bits.subarray(i * n, (i + 1) * n), Boolean', '{ length: n }, (_, j) => Number(j <= i)'),
  ],
})
