import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('corr-inverted', [
      ['const newMax =', 'const top ='],
      [
        'sum * Math.exp(max - newMax) + Math.exp(x - newMax)',
        '(max === -Infinity ? 0 : sum * Math.exp(top - max)) + Math.exp(x - top)',
      ],
      ['max = newMax;', 'max = top;'],
    ]),
    edit('correct-after', [
      ['const newMax =', 'const top ='],
      ['sum * Math.exp(max - newMax) + Math.exp(x - newMax)', '(sum + Math.exp(x - top)) * Math.exp(max - top)'],
      ['max = newMax;', 'max = top;'],
    ]),
    edit(
      'last-as-max',
      `const newMax = Math.max(max, x);
    sum = sum * Math.exp(max - newMax) + Math.exp(x - newMax);
    max = newMax`,
      `sum = sum * Math.exp(max - x) + 1;
    max = x`,
    ),
    edit(
      'max-from-zero',
      `-Infinity;
  let`,
      '0,',
    ),
    edit(
      'new-maximum-not-counted',
      `const newMax = Math.max(max, x);
    sum = sum * Math.exp(max - newMax) + Math.exp(x - newMax);
    max = newMax`,
      `if (x > max) { sum *= Math.exp(max - x); max = x; }
    else sum += Math.exp(x - max)`,
    ),
    edit(
      'no-max',
      `const newMax = Math.max(max, x);
    sum = sum * Math.exp(max - newMax) + Math.exp(x - newMax);
    max = newMax`,
      `max = Math.max(max, x);
    sum += Math.exp(x)`,
    ),
    edit(
      'no-rescale',
      `const newMax = Math.max(max, x);
    sum = sum * Math.exp(max - newMax) + Math.exp(x - newMax);
    max = newMax`,
      `max = Math.max(max, x);
    sum += Math.exp(x - max)`,
    ),
    edit(
      'overwritten-first',
      `newMax = Math.max(max, x);
    sum = sum * Math.exp(max - newMax) + Math.exp(x - newMax);
    max = newMax`,
      `old = max = Math.max(max, x);
    sum = sum * Math.exp(old - max) + Math.exp(x - max)`,
      { shows: 'no-rescale' },
    ),
    edit(
      'reset-on-new-maximum',
      `const newMax = Math.max(max, x);
    sum = sum * Math.exp(max - newMax) + Math.exp(x - newMax);
    max = newMax`,
      `if (x > max) { max = x; sum = 1; }
    else sum += Math.exp(x - max)`,
    ),
    edit(
      'sum-of-items',
      `const newMax = Math.max(max, x);
    sum = sum * Math.exp(max - newMax) + Math.exp(x - newMax);
    max = newMax`,
      `max = Math.max(max, x);
    sum += x`,
    ),
  ],
  'right/log-sum-exp': [
    edit('log-sum', [
      ['lse = -Infinity', 'sum = 0'],
      ['max = Math', 'const top = Math'],
      [
        `const hi = Math.max(lse, x), lo = Math.min(lse, x);
    lse = hi + Math.log1p(Math.exp(lo - hi))`,
        'sum = sum *Math.exp(max - top) + Math.exp(x - top); max = top',
      ],
      ['Math.exp(lse - max)', 'max + Math.log(sum)'],
    ]),
  ],
  'right/single-precision': [
    edit(
      'first-item-lost',
      `let max = -Infinity, sum = 0;
  for (const v of xs) {
    const x = f(v), top = Math.max(max, x);
    sum = f(f(sum * f(Math.exp(f(max - top)))) + f(Math.exp(f(x - top))));
    max = top`,
      `const it = xs[Symbol.iterator]();
  let max = it.next().value as number, sum = 0;
  for (let r = it.next(); !r.done; r = it.next()) {
    if (r.value > max) { sum *= Math.exp(max - r.value); max = r.value; }
    sum += Math.exp(r.value - max)`,
    ),
    edit(
      'returns-a-pair',
      `v of xs) {
    const x = f(v), top = Math.max(max, x);
    sum = f(f(sum * f(Math.exp(f(max - top)))) + f(Math.exp(f(x - top))));
    max = top;
  }
  return { max, sum }`,
      `x of xs) { const top = Math.max(max, x); sum = sum * Math.exp(max - top) + Math.exp(x - top); max = top; }
  return [max, sum]`,
      { shows: [] },
    ),
    edit(
      'stores-the-stream-typed',
      [
        [
          `export function onlineSoftmax(xs: Iterable<number>) {
  let max = -Infinity, sum = 0;
  for`,
          `export function onlineSoftmax(xs: Iterable<number>) {
  const all = Float64Array.from(xs);
  let max = -Infinity, sum = 0;
  for`,
        ],
        [
          `v of xs) {
    const x = f(v), top = Math.max(max, x);
    sum = f(f(sum * f(Math.exp(f(max - top)))) + f(Math.exp(f(x - top))));
    max = top;
  }`,
          `x of all) max = Math.max(max, x);
  for (const x of all) sum += Math.exp(x - max);`,
        ],
      ],
      { shows: [] },
    ),
    edit(
      'walked-twice',
      `v of xs) {
    const x = f(v), top = Math.max(max, x);
    sum = f(f(sum * f(Math.exp(f(max - top)))) + f(Math.exp(f(x - top))));
    max = top;
  }`,
      `x of xs) if (x > max) max = x;
  for (const x of xs) sum += Math.exp(x - max);`,
    ),
  ],
})
