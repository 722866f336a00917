import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('average-of-keys', [
      ['return V[0].map', 'return K[0].map'],
      ['w * V[j][c]', 'w * K[j][c]'],
    ]),
    edit('divide-by-count', 'sum + w * V[j][c], 0)', 'sum + w * V[j][c], 0) / (i + 1)'),
    edit(
      'zero-score-below-visible-max',
      [
        ['softmax(masked)', 'softmax(masked, i)'],
        ['j <= i ? s : -Infinity', 'j <= i ? s : 0'],
        ['softmax(x: number[])', 'softmax(x: number[], i: number)'],
        ['Math.max(...x)', 'Math.max(...x.slice(0, i + 1))'],
      ],
      { shows: 'zero-score' },
    ),
    edit(
      'minus-1e4-below-visible-max',
      [
        ['softmax(masked)', 'softmax(masked, i)'],
        ['j <= i ? s : -Infinity', 'j <= i ? s : -1e4'],
        ['softmax(x: number[])', 'softmax(x: number[], i: number)'],
        ['Math.max(...x)', 'Math.max(...x.slice(0, i + 1))'],
      ],
      { shows: 'minus-1e4' },
    ),
    edit('scaled-by-visible-keys', 'dot(q, k) * scale', 'dot(q, k) / Math.sqrt(i + 1)', { shows: 'another-scale' }),
  ],
  'right/masked-in-a-loop': [
    edit('divided-by-d', 'Math.sqrt(d)', 'd', { shows: 'another-scale' }),
    edit('max-from-zero', 'max(...x)', 'max(0,...x)'),
    edit('no-max', 'Math.max(...x)', '0'),
  ],
  'right/short-helpers': [
    edit(
      'after-renorm-global-max',
      `((k, j) => j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity);
    const w = softmax(s)`,
      `((k, j) => dot(q, k) / Math.sqrt(d));
    const w0 = softmax(s).map((p, j) => (j > i ? 0 : p));
    const z = w0.reduce((a, b) => a + b, 0);
    const w = w0.map(p => p / z)`,
    ),
    edit('after-softmax', [
      ['d = Q[0].length', 'scale = 1 / Math.sqrt(Q[0].length)'],
      [
        `s = K.map((k, j) => j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity);
    const w = softmax(s);
    return mix(w, V`,
        `w = softmax(K.map((k) => dot(q, k) * scale)).map((p, j) => (j <= i ? p : 0));
    return V[0].map((_, c) => w.reduce((o, p, j) => o + p * V[j][c], 0)`,
      ],
    ]),
    edit('inverted', 'j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity', '(j < i ? -Infinity : dot(q, k) / Math.sqrt(d))'),
    edit('last-only', [
      ['d = Q[0].length', 'scale = 1 / Math.sqrt(Q[0].length)'],
      [
        'j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity',
        '(i < K.length - 1 && j === K.length - 1 ? -Infinity : dot(q, k) * scale)',
      ],
    ]),
    edit('mask-rows-not-scaled', 'j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity', '(j <= i ? dot(q, k) : -Infinity)'),
    edit(
      'min-value',
      [
        ['d = Q[0].length', 'scale = 1 / Math.sqrt(Q[0].length)'],
        ['j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity', '(j <= i ? dot(q, k) * scale : Number.MIN_VALUE)'],
      ],
      { shows: 'zero-score' },
    ),
    edit('minus-100-added', [
      ['d = Q[0].length', 'scale = 1 / Math.sqrt(Q[0].length)'],
      ['j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity', 'dot(q, k) * scale + (j <= i ? 0 : -100)'],
    ]),
    edit('minus-1e4', [
      ['d = Q[0].length', 'scale = 1 / Math.sqrt(Q[0].length)'],
      ['j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity', '(j <= i ? dot(q, k) * scale : -1e4)'],
    ]),
    edit('minus-1e4-added', [
      ['d = Q[0].length', 'scale = 1 / Math.sqrt(Q[0].length)'],
      ['j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity', 'dot(q, k) * scale + (j <= i ? 0 : -1e4)'],
    ]),
    edit('no-mask', 'j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity', 'dot(q, k) / Math.sqrt(d)'),
    edit('one-future', [
      ['d = Q[0].length', 'scale = 1 / Math.sqrt(Q[0].length)'],
      ['j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity', '(j <= i + 1 ? dot(q, k) * scale : -Infinity)'],
    ]),
    edit('only-future', [
      ['d = Q[0].length', 'scale = 1 / Math.sqrt(Q[0].length)'],
      ['j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity', '(j > i ? dot(q, k) * scale : -Infinity)'],
    ]),
    edit(
      'prefix-mean',
      `((k, j) => j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity);
    const w = softmax(s)`,
      `((k, j) => (j > i ? -Infinity : dot(q, k) / Math.sqrt(d)));
    const w = s.map((_, j) => (j <= i ? 1 / (i + 1) : 0))`,
    ),
    edit('small-finite', [
      ['d = Q[0].length', 'scale = 1 / Math.sqrt(Q[0].length)'],
      ['j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity', '(j <= i ? dot(q, k) * scale : -100)'],
    ]),
    edit('strictly-past', [
      ['d = Q[0].length', 'scale = 1 / Math.sqrt(Q[0].length)'],
      ['j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity', '(j < i ? dot(q, k) * scale : -Infinity)'],
    ]),
    edit(
      'two-inverted-and-small-finite',
      'j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity',
      '(j < i ? -100 : dot(q, k) / Math.sqrt(d))',
      { shows: ['inverted', 'small-finite'] },
    ),
    edit(
      'two-mask-rows-not-scaled-and-last-only',
      'j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity',
      '(i < Q.length - 1 && j === Q.length - 1 ? -Infinity : dot(q, k))',
      { shows: ['mask-rows-not-scaled', 'last-only'] },
    ),
    edit(
      'zero-keys',
      [
        ['d = Q[0].length', 'scale = 1 / Math.sqrt(Q[0].length)'],
        ['j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity', 'dot(q, j <= i ? k : k.map(() => 0)) * scale'],
      ],
      { shows: 'zero-score' },
    ),
    edit('zero-score', [
      ['d = Q[0].length', 'scale = 1 / Math.sqrt(Q[0].length)'],
      ['j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity', '(j <= i ? dot(q, k) * scale : 0)'],
    ]),
    edit('zero-times-inf', [
      [' j <= i ?', ''],
      ['(d) : -Infinity', '(d) + (j > i ? 1 : 0) * -Infinity'],
    ]),
    edit(
      'zero-values',
      [
        ['d = Q[0].length', 'scale = 1 / Math.sqrt(Q[0].length)'],
        [
          `s = K.map((k, j) => j <= i ? dot(q, k) / Math.sqrt(d) : -Infinity);
    const w = softmax(s);
    return mix(w, V`,
          `w = softmax(K.map((k) => dot(q, k) * scale));
    const past = V.map((v, j) => (j <= i ? v : v.map(() => 0)));
    return V[0].map((_, c) => w.reduce((o, p, j) => o + p * past[j][c], 0)`,
        ],
      ],
      { shows: 'after-softmax' },
    ),
  ],
})
