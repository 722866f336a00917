import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('mask-shifted', 'keyMask[j] ?', 'keyMask[j + 1] ?'),
    edit('mask-shifted-back', 'keyMask[j] ?', 'keyMask[j - 1] ?', { shows: 'mask-shifted' }),
    edit('last-key-missing', 'keyMask[j] ?', 'keyMask[j] && j < K.length - 1 ?'),
    edit('scaled-by-real-tokens', '1 / Math.sqrt(Q[0].length)', '1 / Math.sqrt(keyMask.filter(Boolean).length)', {
      shows: 'another-scale',
    }),
    edit(
      'values-not-compacted',
      `scores.map((s, j) =>
      keyMask[j] ? s : -Infinity)`,
      'scores.filter((_, j) => keyMask[j])',
    ),
  ],
  'right/guard-in-the-row': [
    edit('all-masked-empty', 'return V[0].map(() => 0)', 'return []'),
    edit('all-masked-nan', 'if (!keyMask.includes(true)) return V[0].map(() => 0)', ''),
    edit('divide-by-count', '(w, V);', '(w, V).map(v => v / keyMask.filter(b => b).length);'),
    edit(
      'inverted',
      '(keyMask[j] ? dot(q, k) / Math.sqrt(d) : -Infinity)',
      '(!keyMask[j] ? dot(q, k) / Math.sqrt(d) : -Infinity)',
    ),
    edit(
      'min-value',
      '(keyMask[j] ? dot(q, k) / Math.sqrt(d) : -Infinity)',
      '(keyMask[j] ? dot(q, k) / Math.sqrt(d) : Number.MIN_VALUE)',
      { shows: 'zero-score' },
    ),
    edit(
      'minus-one',
      '(keyMask[j] ? dot(q, k) / Math.sqrt(d) : -Infinity)',
      'dot(q, k) / Math.sqrt(d) - (keyMask[j] ? 0 : 1)',
    ),
    edit(
      'two-inverted-and-min-value',
      'keyMask[j] ? dot(q, k) / Math.sqrt(d) : -Infinity',
      '!keyMask[j] ? dot(q, k) / Math.sqrt(d) : Number.MIN_VALUE',
      { shows: ['inverted', 'zero-score'] },
    ),
    edit(
      'zero-score',
      '(keyMask[j] ? dot(q, k) / Math.sqrt(d) : -Infinity)',
      '(keyMask[j] ? dot(q, k) / Math.sqrt(d) : 0)',
    ),
  ],
  'right/short-helpers': [
    edit(
      'after-renorm-global-max',
      'w = softmax(K.map((k, j) => (keyMask[j] ? dot(q, k) * scale : -Infinity)))',
      `all = softmax(K.map((k) => dot(q, k) * scale)).map((p, j) => (keyMask[j] ? p : 0));
    const left = all.reduce((a, b) => a + b, 0);
    const w = all.map((p) => p / left)`,
    ),
    edit(
      'after-renorm-unguarded',
      [
        [
          `if (!keyMask.includes(true)) return Q.map(() => V[0].map(() => 0));
  `,
          '',
        ],
        [
          'w = softmax(K.map((k, j) => (keyMask[j] ? dot(q, k) * scale : -Infinity)))',
          `all = softmax(K.map((k) => dot(q, k) * scale)).map((p, j) => (keyMask[j] ? p : 0));
    const left = all.reduce((a, b) => a + b, 0);
    const w = all.map((p) => p / left)`,
        ],
      ],
      { shows: ['after-renorm-global-max', 'all-masked-nan'] },
    ),
    edit(
      'after-softmax',
      '(K.map((k, j) => (keyMask[j] ? dot(q, k) * scale : -Infinity)))',
      '(K.map((k) => dot(q, k) * scale)).map((p, j) => (keyMask[j] ? p : 0))',
    ),
    edit('all-masked-all-seen', [
      [
        `
  if (!keyMask.includes(true)) return Q.map(() => V[0].map(() => 0))`,
        '',
      ],
      ['(keyMask[j] ? dot(q, k) * scale : -Infinity)', 'dot(q, k) * scale + (keyMask[j] ? 0 : -1e9)'],
    ]),
    edit('all-masked-mean', [
      [
        `
  if (!keyMask.includes(true)) return Q.map(() => V[0].map(() => 0))`,
        '',
      ],
      ['(keyMask[j] ? dot(q, k) * scale : -Infinity)', '(keyMask[j] ? dot(q, k) * scale : -Number.MAX_VALUE)'],
    ]),
    edit('causal-too', '[j] ? dot', '[j] && j <= i ? dot'),
    edit('inverted-unguarded', [
      [
        `if (!keyMask.includes(true)) return Q.map(() => V[0].map(() => 0));
  `,
        '',
      ],
      ['dot(q, k) * scale : -Infinity', '-Infinity : dot(q, k) * scale'],
    ]),
    edit('inverted-zeros', [
      [
        `if (!keyMask.includes(true)) return Q.map(() => V[0].map(() => 0));
  `,
        '',
      ],
      [
        'const w = softmax(K.map((k, j) => (keyMask[j] ? dot(q, k) * scale : -Infinity)))',
        `if (!keyMask.includes(false)) return V[0].map(() => 0);
    const w = softmax(K.map((k, j) => (keyMask[j] ? -Infinity : dot(q, k) * scale)))`,
      ],
    ]),
    edit('mask-rows-not-scaled', '(q, k) * scale', '(q, k)'),
    edit(
      'minus-100-added',
      '(keyMask[j] ? dot(q, k) * scale : -Infinity)',
      'dot(q, k) * scale - (keyMask[j] ? 0 : 100)',
    ),
    edit('minus-1e4', '(keyMask[j] ? dot(q, k) * scale : -Infinity)', '(keyMask[j] ? dot(q, k) * scale : -1e4)'),
    edit(
      'minus-1e4-added',
      '(keyMask[j] ? dot(q, k) * scale : -Infinity)',
      'dot(q, k) * scale - (keyMask[j] ? 0 : 1e4)',
    ),
    edit(
      'minus-1e4-added-unguarded',
      [
        [
          `
  if (!keyMask.includes(true)) return Q.map(() => V[0].map(() => 0))`,
          '',
        ],
        ['(keyMask[j] ? dot(q, k) * scale : -Infinity)', 'dot(q, k) * scale - (keyMask[j] ? 0 : 1e4)'],
      ],
      { shows: ['minus-1e4-added', 'all-masked-all-seen'] },
    ),
    edit(
      'minus-1e4-unguarded',
      [
        [
          `
  if (!keyMask.includes(true)) return Q.map(() => V[0].map(() => 0))`,
          '',
        ],
        ['(keyMask[j] ? dot(q, k) * scale : -Infinity)', '(keyMask[j] ? dot(q, k) * scale : -1e4)'],
      ],
      { shows: ['minus-1e4', 'all-masked-mean'] },
    ),
    edit('no-mask', [
      [
        `
  if (!keyMask.includes(true)) return Q.map(() => V[0].map(() => 0))`,
        '',
      ],
      ['(keyMask[j] ? dot(q, k) * scale : -Infinity)', 'dot(q, k) * scale'],
    ]),
    edit('plain-mean', 'dot(q, k) * scale', '0'),
    edit(
      'queries-masked',
      '(k, j) => (keyMask[j] ? dot(q, k) * scale : -Infinity)',
      '(k) => (keyMask[i] ? dot(q, k) * scale : -Infinity)',
    ),
    edit(
      'queries-too',
      `=> {
    const w = softmax(K.map((k, j) => (keyMask[j] ? dot(q, k) * scale : -Infinity)));`,
      `=> {
    if (!keyMask[i]) return V[0].map(() => 0);
    const w = softmax(K.map((k, j) => (keyMask[j] ? dot(q, k) * scale : -Infinity)));`,
    ),
    edit(
      'queries-zeroed',
      'const w = softmax(K.map((k, j) => (keyMask[j] ? dot(q, k) * scale : -Infinity)))',
      `if (!keyMask[i]) return V[0].map(() => 0)
    const w = softmax(K.map((k) => dot(q, k) * scale))`,
    ),
    edit('right-padding', [
      [
        'const w',
        `const real = keyMask.filter((b) => b).length;
    const w`,
      ],
      ['keyMask[j]', 'j < real'],
    ]),
    edit('small-finite', '(keyMask[j] ? dot(q, k) * scale : -Infinity)', '(keyMask[j] ? dot(q, k) * scale : -100)'),
    edit(
      'zero-keys',
      '(keyMask[j] ? dot(q, k) * scale : -Infinity)',
      'dot(q, keyMask[j] ? k : k.map(() => 0)) * scale',
      { shows: 'zero-score' },
    ),
    edit(
      'zero-times-inf',
      '(keyMask[j] ? dot(q, k) * scale : -Infinity)',
      'dot(q, k) * scale + Number(!keyMask[j]) * -Infinity',
    ),
  ],
})
