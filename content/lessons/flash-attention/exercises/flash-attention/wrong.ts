import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('extra-block', [
      ['start < K.length', 'start <= K.length'],
      ['blockSize, K.length);', 'blockSize, K.length);\n    const width = K.slice(start, end)[0].length;'],
    ]),
  ],
  'right/block-helpers': [
    edit('acc-reset', 'a * corr + ', ''),
    edit(
      'block-diagonal',
      '(b + blockSize, K.length);',
      `(b + blockSize, K.length);
      if (Math.floor(Math.min(i, K.length - 1) / blockSize) * blockSize !== b) continue;`,
    ),
    edit('block-max', '(m, ...s)', '(...s)'),
    edit('block-max-in-correction', '(m - mNew)', '(m - Math.max(...s))', { shows: 'block-max' }),
    edit('block-max-in-exponent', '(v - mNew)', '(v - Math.max(...s))', { shows: 'block-max' }),
    edit('block-max-kept', 'm = mNew;', 'm = Math.max(...s);', { shows: 'block-max' }),
    edit('causal', [
      ['; b < K.', '; b <= i && b < K.'],
      [', K.length', ', i + 1, K.length'],
    ]),
    edit('corr-inverted', 'Math.exp(m - mNew)', '(m === -Infinity ? 0 : Math.exp(mNew - m))'),
    edit('corr-inverted-unguarded', 'm - mNew', 'mNew - m', { shows: 'corr-inverted' }),
    edit('correct-after', [
      ['l * corr + p.reduce((a, c) => a + c, 0)', '(l + p.reduce((a, c) => a + c, 0)) * corr'],
      ['a * corr + pv[c]', '(a + pv[c]) * corr'],
    ]),
    edit('correct-after-output', 'a * corr + pv[c]', '(a + pv[c]) * (b === 0 ? 1 : corr)', { shows: 'correct-after' }),
    edit('counts-keys', '+ p.reduce((a, c) => a + c, 0)', '+ s.length'),
    edit('divide-each-block', [
      ['a * corr + pv[c]', '(a * corr + pv[c]) / l'],
      ['.map(a => a / l)', ''],
    ]),
    edit('divide-each-block-and-again', 'a * corr + pv[c]', '(a * corr + pv[c]) / l', { shows: 'divide-each-block' }),
    edit('divided-by-keys', '(a => a / l)', '(a => a / K.length)', { shows: 'no-division' }),
    edit(
      'divides-the-new-block',
      [
        ['((a, c) => a * corr + pv[c])', '((a, c) => a * corr + pv[c] / l)'],
        ['.map(a => a / l)', ''],
      ],
      { shows: 'divide-each-block' },
    ),
    edit('drops-tail', 'b < K.length', 'b + blockSize <= K.length'),
    edit('epsilon', '(a => a / l)', '(a => a / (l + 1e-5))'),
    edit('first-block-only', '< K.length;', '< 1;'),
    edit('first-max', 'Math.max(m, ...s)', 'm === -Infinity ? Math.max(...s) : m'),
    edit('first-score', 'Math.max(m, ...s)', 'm === -Infinity ? s[0] : m', { shows: 'first-max' }),
    edit('floor-sqrt', 'sqrt(Q[0].length)', 'floor(Math.sqrt(Q[0].length))'),
    edit('gap', '(let b = 0; b < K.length; b += blockSize)', '(let b = 0; b < K.length; b += blockSize + 1)'),
    edit(
      'keys-as-values',
      'acc.map((a, c) => a * corr + pv[c])',
      'mix(p, K.slice(b, end)).map((x, c) => (acc[c] ?? 0) * corr + x)',
    ),
    edit(
      'last-block-moved-back',
      '(b + blockSize, K.length);',
      '(b + blockSize, K.length); if (end - b < blockSize) b = Math.max(0, end - blockSize);',
      { shows: 'overlap' },
    ),
    edit('last-key-missing', '(b + blockSize, K.length)', '(b + blockSize, K.length - 1)'),
    edit(
      'm-updated-too-early',
      '(m, ...s);',
      `(m, ...s);
      m = mNew;`,
      { shows: 'no-rescale' },
    ),
    edit(
      'max-from-zero',
      `= -Infinity, l = 0;
    let acc`,
      `= 0, l = 0;
    let acc`,
    ),
    edit('no-division', '.map(a => a / l)', ''),
    edit('no-max', 'Math.max(m, ...s)', '0'),
    edit('no-rescale', 'Math.exp(m - mNew)', '1'),
    edit('no-scale', ' / Math.sqrt(Q[0].length)', ''),
    edit('old-max', '(v - mNew)', '(v - (m === -Infinity ? mNew : m))'),
    edit('overlap', 'blockSize, K', 'blockSize + 1, K'),
    edit(
      'overlap-by-step',
      '(let b = 0; b < K.length; b += blockSize)',
      '(let b = 0; b < K.length; b += Math.max(1, blockSize - 1))',
      { shows: 'overlap' },
    ),
    edit('ratio-of-maxima', 'Math.exp(m - mNew)', 'm === -Infinity ? 0 : m / mNew', { shows: 'corr-not-exponential' }),
    edit('rescale-output-only', '= l * corr +', '+='),
    edit('rescale-sum-only', 'a * corr', 'a'),
    edit('rescale-twice', 'm - mNew', '2 * (m - mNew)'),
    edit('reset-on-new-maximum', 'Math.exp(m - mNew)', 'mNew > m ? 0 : 1'),
    edit('returns-sums-too', 'acc.map(a => a / l)', '[...acc.map(a => a / l), m + Math.log(l)]', { shows: [] }),
    edit('returns-typed-arrays', 'acc.map(a => a / l)', 'Float64Array.from(acc,a => a / l) as any', { shows: [] }),
    edit('scale-block', '(Q[0].length)', '(blockSize)'),
    edit('scale-d', 'Math.sqrt(Q[0].length)', 'Q[0].length'),
    edit('scale-length', '(Q[0].length)', '(K.length)'),
    edit('scale-value-width', '(Q[0].length)', '(V[0].length)'),
    edit('skips-first-block', 'b = 0; b', 'b = blockSize; b'),
    edit('stale-m', 'm = mNew', ''),
    edit('starts-at-minus-10000', '-Infinity, l', '-10000, l', { shows: 'finite-start' }),
    edit('sum-from-one', '-Infinity, l = 0', '0, l = 1'),
    edit('sum-reset', 'l * corr + ', ''),
    edit('sums-not-aligned', [
      ['(m, ...s)', '(...s)'],
      ['Math.exp(m - mNew)', '1'],
    ]),
    edit('sums-scores', 'p.reduce', 's.reduce', { shows: 'counts-keys' }),
    edit(
      'two-block-average-and-drops-tail',
      [
        [
          'const mix',
          `const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map(v => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map(v => v / z); };
const mix`,
        ],
        ['b < K.length', 'b + blockSize <= K.length'],
        ['Math.exp(m - mNew)', '1'],
        [
          `* corr + p.reduce((a, c) => a + c, 0);
      const pv = mix(p, V.slice(b, end))`,
          `+ 1;
      const pv = mix(softmax(s), V.slice(b, end))`,
        ],
      ],
      { shows: ['block-average', 'drops-tail'] },
    ),
    edit(
      'two-block-diagonal-and-overlap',
      '(b + blockSize, K.length)',
      `(b + blockSize + 1, K.length);
      if (Math.floor(Math.min(i, K.length - 1) / blockSize) * blockSize !== b) continue`,
      { shows: ['block-diagonal', 'overlap'] },
    ),
    edit(
      'values-of-first-block',
      '((a, c) => a * corr + pv[c])',
      '((a, c) => a * corr + p.reduce((t, w, j) => t + w * V[j][c], 0))',
    ),
  ],
  'right/hand-written-loops': [
    edit(
      'max-leaks',
      [
        [
          'O: number[][] = [];',
          `O: number[][] = [];
  let m = -Infinity;`,
        ],
        [' m = -Infinity,', ''],
      ],
      { shows: 'shared-max' },
    ),
    edit('past-the-end', 'Math.min(b + blockSize, nk)', 'b + blockSize'),
    edit('state-leaks', [
      [
        `[];
  for (let i = 0; i < n; i++)`,
        `[];
  let m = -Infinity, l = 0;
  const o: number[] = new Array(dv).fill(0);
  for (let i = 0; i < n; i++)`,
      ],
      [
        `let m = -Infinity, l = 0;
    const o: number[] = new Array(dv).fill(0);
    `,
        '',
      ],
    ]),
    edit(
      'state-set-up-in-the-block',
      [
        ['const o', 'let o'],
        [
          `if (t * scale > top) top = t * scale;
      }
      const a = Math.exp(m - top);
      m =`,
          `if (t * scale > top) top = t * scale;
      }
      o = new Array(dv).fill(0); l = 0
      const a = Math.exp(m - top);
      m =`,
        ],
      ],
      { shows: 'stale-m' },
    ),
    edit(
      'sum-leaks',
      [
        [
          'O: number[][] = [];',
          `O: number[][] = [];
  let m = -Infinity, l = 0;`,
        ],
        [
          `
    let m = -Infinity, l = 0`,
          '',
        ],
      ],
      { shows: 'state-leaks' },
    ),
    edit(
      'zero-pad',
      `if (t * scale > top) top = t * scale;
      }
      const a = Math.exp(m - top);
      m =`,
      `if (t * scale > top) top = t * scale;
      }
      while (s.length < blockSize) { s.push(0); if (top < 0) top = 0; }
      const a = Math.exp(m - top);
      m =`,
    ),
  ],
  'right/parts-merged': [
    edit('block-average', 'p.l * Math.exp(p.m - m)', '1'),
    edit('block-sum', [
      ['p.l * Math.exp(p.m - m)', '1'],
      ['w.reduce((a, b) => a + b, 0)', '1'],
    ]),
    edit('length-weighted', 'l * Math.exp(p.m - m)', 'n'),
    edit('maxima-only', '=> p.l *', '=>'),
    edit('sums-alone', ' * Math.exp(p.m - m)', '', { shows: 'sums-not-aligned' }),
  ],
})
