import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('powers-of-ten', 'Math.exp', '10 **', { shows: 'powers-of-two' }),
    edit('exp-twice', 'v - max', 'Math.exp(v) - Math.exp(max)'),
    edit(
      'argmax-first',
      'return e.map((v) => v / sum)',
      `const best = e.indexOf(Math.max(...e))
  return e.map((_, i) => (i === best ? 1 : 0))`,
    ),
    edit(
      'clamp',
      `max = Math.max(...x)
  const e = x`,
      `clamped = x.map((v) => Math.min(Math.max(v, -300), 300))
  const max = Math.max(...clamped)
  const e = clamped`,
    ),
    edit('clamp-above', 'v - max', 'Math.min(v, 700)'),
    edit('clamp-unshifted', 'v - max', 'Math.max(-100, Math.min(100, v))', { shows: 'clamp' }),
    edit('constant-shift', '(v - max)', '(v - 1000)', { shows: [] }),
    edit('divide-before-exp', 'v - max', 'v / max'),
    edit('divide-by-max', [
      ['const max =', 'const m ='],
      ['(v - max)', '(v - m)'],
      ['e.reduce((a, b) => a + b, 0)', 'Math.max(...e)'],
    ]),
    edit('divide-by-n', 'e.reduce((a, b) => a + b, 0)', 'x.length'),
    edit('divide-by-sum-of-scores', 'e.reduce', 'x.reduce'),
    edit('l2', [
      ['const max =', 'const m ='],
      ['(v - max)', '(v - m)'],
      ['e.reduce((a, b) => a + b, 0)', 'Math.sqrt( e.reduce((a, b) => a + b* b, 0))'],
    ]),
    edit('log-probabilities', 'e.map((v) => v / sum)', 'x.map((v) => v - max - Math.log(sum))'),
    edit('max-added', [
      ['const max =', 'const m ='],
      ['(v - max)', '(v + m)'],
    ]),
    edit(
      'max-from-minus-1000',
      [
        [
          'const max',
          `let m = -1000
  for (const v of x) m`,
        ],
        ['max(...x)', 'max(m, v)'],
        ['(v - max)', '(v - m)'],
      ],
      { shows: 'max-from-zero' },
    ),
    edit(
      'max-from-zero',
      'const max = Math.max(...x)',
      `let max = 0
  for (const v of x) if (v > max) max = v`,
    ),
    edit('max-is-first', 'Math.max(...x)', 'x[0]'),
    edit('max-of-magnitudes', 'Math.max(...x)', 'Math.max(...x.map(Math.abs))'),
    edit('no-exponential', 'Math.exp(v - max)', 'v'),
    edit('no-max', '(v - max)', '(v)'),
    edit(
      'no-max-logarithm',
      `max(...x)
  const e =`,
      `log(x.reduce((s, v) => s + Math.exp(v), 0))
  return`,
      { shows: 'no-max' },
    ),
    edit(
      'not-divided',
      `const sum = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / sum)`,
      'return e',
      { shows: 'divide-by-max' },
    ),
    edit('powers-of-two', 'Math.exp', '2 **'),
    edit('rounding', [
      ['const max =', 'const m ='],
      [
        `((v) => Math.exp(v - max))
  const sum`,
        `((v) => Math.exp(v - m));
  const z`,
      ],
      ['v / sum', 'Math.round((v / z) * 1e4) / 1e4'],
    ]),
    edit(
      'sigmoids-normalised',
      `max = Math.max(...x)
  const e = x.map((v) => Math.exp(v - max))`,
      'e = x.map((v) => 1 / (1 + Math.exp(-v)))',
      { shows: 'sigmoid' },
    ),
    edit('sign-flipped', [
      ['const max =', 'const m ='],
      ['v - max', 'm - v'],
    ]),
    edit(
      'sorted',
      `max = Math.max(...x)
  const e = x`,
      `sorted = [...x].sort((a, b) => b - a)
  const max = sorted[0]
  const e = sorted`,
    ),
    edit('subtract-mean', 'Math.max(...x)', 'x.reduce((a, b) => a + b, 0) / x.length'),
    edit('subtract-min', 'max(...x)', 'min(...x)'),
    edit(
      'sum-misses-last',
      [
        ['const max =', 'const m ='],
        [
          `((v) => Math.exp(v - max))
  const sum = e.reduce((a, b) => a + b, 0)`,
          `((v) => Math.exp(v - m))
  let sum = 0
  for (let i = 0; i < e.length - 1; i++) sum += e[i]`,
        ],
      ],
      { shows: 'sum-misses-one' },
    ),
    edit(
      'two-clamp-divide-before-exp',
      [
        [
          'const max',
          `x = x.map(v => Math.max(-50, Math.min(50, v)));
  const m`,
        ],
        ['(v - max)', '(v / m)'],
      ],
      { shows: ['clamp', 'divide-before-exp'] },
    ),
    edit(
      'two-epsilon-clamp',
      [
        [
          'const max',
          `x = x.map(v => Math.max(-50, Math.min(50, v)));
  const m`,
        ],
        [
          `((v) => Math.exp(v - max))
  const sum`,
          `((v) => Math.exp(v - m));
  const z`,
        ],
        ['((v) => v / sum)', '((v) => v / (z + 1e-5))'],
      ],
      { shows: ['epsilon', 'clamp'] },
    ),
    edit(
      'two-epsilon-sorted',
      [
        [
          'const max = Math.max(...x)',
          `x = x.slice().sort((a, b) => b - a);
  const max = x[0]`,
        ],
        ['const sum =', 'const z ='],
        ['((v) => v / sum)', '((v) => v / (z + 1e-5))'],
      ],
      { shows: ['epsilon', 'sorted'] },
    ),
    edit('typed-array', 'e.map((v) => v / sum)', 'new Float64Array(e.map((v) => v / sum)) as unknown as number[]', {
      shows: [],
    }),
    edit('unshifted-numerator', 'e.map((v) => v / sum)', 'x.map((v) => Math.exp(v) / sum)'),
    edit('unshifted-sum', 'e.reduce((a, b) => a + b, 0)', 'x.reduce((a, b) => a + Math.exp(b), 0)'),
    edit(
      'writes-into-x',
      'const e = x.map((v) => Math.exp(v - max))',
      `for (let i = 0; i < x.length; i++) x[i] = Math.exp(x[i] - max)
  const e = x`,
      { shows: [] },
    ),
  ],
  'right/clamp-after-shift': [
    edit('argmax', [
      ['return e.map', 'return x.map'],
      ['((v) => v / z)', '((v) => (v === m ? 1 : 0))'],
    ]),
    edit('epsilon', [
      ['Math.max(v - m, -700)', 'v - m'],
      ['((v) => v / z)', '((v) => v / (z + 1e-5))'],
    ]),
    edit('sigmoid', [
      ['return e.map', 'return x.map'],
      ['((v) => v / z)', '((v) => 1 / (1 + Math.exp(-v)))'],
    ]),
  ],
  'right/pairwise-differences': [
    edit('uniform', '(a) => 1 / x.reduce((s, b) => s + Math.exp(b - a), 0)', '() => 1 / x.length'),
  ],
})
