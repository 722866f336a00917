import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('constant-8', '((k) => dot(q, k) * scale)', '((k) => dot(q, k) / 8)'),
    edit('cosine', '((k) => dot(q, k) * scale)', '((k) => dot(q, k) / (Math.hypot(...q) * Math.hypot(...k)))'),
    edit('elementwise', 'K.map((k) => dot(q, k) * scale)', 'q.map((x, i) => x * K[0][i])', { shows: [] }),
    edit('floor-sqrt', [
      ['scale = 1 / Math.sqrt(Q[0].length)', 'd =Q[0].length'],
      ['((k) => dot(q, k) * scale)', '((k) => dot(q, k) / Math.floor(Math.sqrt(d)))'],
    ]),
    edit('multiply-by-sqrt', [
      ['scale = 1 / Math.sqrt(Q[0].length)', 'd =Q[0].length'],
      ['((k) => dot(q, k) * scale)', '((k) => dot(q, k) * Math.sqrt(d))'],
    ]),
    edit('queries-against-queries', [
      ['scale = 1 / Math.sqrt(Q[0].length)', 'd =Q[0].length'],
      ['=> K.map', '=> Q.map'],
      ['((k) => dot(q, k) * scale)', '((k) => dot(q, k) / Math.sqrt(d))'],
    ]),
    edit(
      'rounded-root',
      [
        ['scale = 1 / Math.sqrt(Q[0].length)', 'd =Q[0].length'],
        ['((k) => dot(q, k) * scale)', '((k) => dot(q, k) / Math.round(Math.sqrt(d)))'],
      ],
      { shows: [] },
    ),
    edit(
      'scaled-twice',
      [
        ['scale = 1 / Math.sqrt(Q[0].length)', 'd =Q[0].length'],
        ['((k) => dot(q, k) * scale)', '((k) => dot(q, k) / Math.sqrt(d) / Math.sqrt(d))'],
      ],
      { shows: 'divide-by-d' },
    ),
    edit('sqrt-of-keys', [
      ['scale = 1 / Math.sqrt(Q[0].length)', 'd = K.length'],
      ['((k) => dot(q, k) * scale)', '((k) => dot(q, k) / Math.sqrt(d))'],
    ]),
    edit('sqrt-of-queries', [
      ['scale = 1 / Math.sqrt(Q[0].length)', 'd = Q.length'],
      ['((k) => dot(q, k) * scale)', '((k) => dot(q, k) / Math.sqrt(d))'],
    ]),
  ],
  'right/scaled-queries': [
    edit('divide-by-d', [
      ['const scaledScores =', 'function scaledScores'],
      [
        `=> {
  const small = Q.map((q) => q.map((x) => x / Math.sqrt(q.length)))
  return small.map`,
        `{
  const d = Q[0].length
  return Q.map`,
      ],
      ['((k) => dot(q, k))', '((k) => dot(q, k) / d)'],
    ]),
    edit('no-scale', [
      ['const scaledScores =', 'function scaledScores'],
      [
        `=> {
  const small = Q.map((q) => q.map((x) => x / Math.sqrt(q.length)))
  return small.map`,
        `{
  const d = Q[0].length
  return Q.map`,
      ],
    ]),
    edit('transposed', [
      ['const scaledScores =', 'function scaledScores'],
      [
        `=> {
  const small = Q.map((q) => q.map((x) => x / Math.sqrt(q.length)))
  return small.map((q) => K.map((k) => dot(q, k)`,
        `{
  const d = Q[0].length
  return K.map((k) => Q.map((q) => dot(q, k) / Math.sqrt(d)`,
      ],
    ]),
    edit(
      'writes-into-q',
      [
        ['const scaledScores =', 'function scaledScores'],
        [
          `=> {
  const small = Q.map((q) => q.map((x) => x / Math.sqrt(q.length)))
  return small.map`,
          `{
  const d = Q[0].length
  for (const q of Q) for (let i = 0; i < d; i++) q[i] /= Math.sqrt(d)
  return Q.map`,
        ],
      ],
      { shows: [] },
    ),
  ],
})
