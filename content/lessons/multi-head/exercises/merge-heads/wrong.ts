import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('head-left-out', 'heads.flatMap((head)', 'heads.slice(1).flatMap((head)'),
    edit(
      'writes-past-holes',
      'heads.flatMap((head) => head[i])',
      `{
    const row: number[] = new Array(heads.length * heads[0][0].length + 1)
    heads.forEach((head, h) => head[i].forEach((x, c) => (row[h * head[i].length + c] = x)))
    return row
  }`,
      { shows: [] },
    ),
    edit('first-token-only', '(_, i) => heads.flatMap((head) => head[i])', '() => heads.flatMap((head) => head[0])'),
    edit(
      'mean-heads',
      '(_, i) => heads.flatMap((head) => head[i])',
      '(row, i) => row.map((_, c) => heads.reduce((s, head) => s + head[i][c], 0) / heads.length)',
    ),
    edit(
      'merge-no-transpose',
      'return heads[0].map((_, i) => heads.flatMap((head) => head[i]))',
      `const all = heads.flat(2), n = heads[0].length, d = all.length / n;
  return Array.from({ length: n }, (_, i) => all.slice(i * d, (i + 1) * d))`,
    ),
    edit(
      'one-head-only',
      'return heads[0].map((_, i) => heads.flatMap((head) => head[i]))',
      `let out: number[][] = [];
  for (const head of heads) out = head.map((row) => row.slice());
  return out`,
    ),
    edit('one-long-row', 'heads[0].map((_, i) => heads.flatMap((head) => head[i]))', '[heads.flat(2)]'),
    edit(
      'pushes-into-head-0',
      'return heads[0].map((_, i) => heads.flatMap((head) => head[i]))',
      `heads[0].forEach((row, i) => heads.slice(1).forEach((head) => row.push(...head[i])));
  return heads[0]`,
      { shows: [] },
    ),
    edit(
      'reversed-merge',
      'flatMap((head) => head[i])',
      'reduceRight((row, head) => row.concat(head[i]), [] as number[])',
    ),
    edit(
      'stacked-heads',
      '[0].map((_, i) => heads.flatMap((head) => head[i]))',
      '.reduce((all, head) => all.concat(head), [] as number[][])',
    ),
    edit(
      'sum-heads',
      '(_, i) => heads.flatMap((head) => head[i])',
      '(row, i) => row.map((_, c) => heads.reduce((s, head) => s + head[i][c], 0))',
    ),
    edit(
      'tokens-apart',
      '((_, i) => heads.flatMap((head) => head[i]))',
      '((_, i) => heads.map((head) => head[i])) as unknown as number[][]',
    ),
  ],
  'right/by-column': [
    edit('strided-merge', [
      ['const w', 'const h = heads.length, w'],
      ['[Math.floor(c / w)][i][c % w]', '[c % h][i][Math.floor(c / h)]'],
    ]),
  ],
})
