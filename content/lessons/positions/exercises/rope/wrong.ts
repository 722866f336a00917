import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  'right/loops': [
    edit(
      'added-by-halves',
      [
        ['[i] = a * c - b * s;', '[i] = a + s;'],
        ['[i + half] = a * s + b * c;', '[i + half] = b + c;'],
        ['[2 * i] = a * c - b * s;', '[2 * i] = a + s;'],
        ['[2 * i + 1] = a * s + b * c;', '[2 * i + 1] = b + c;'],
      ],
      { shows: 'added' },
    ),
    edit(
      'base-ignored-in-one',
      `for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i`,
      `for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(10000, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i`,
      { shows: 'base-ignored' },
    ),
    edit('entries-swapped', [
      ['[i] = a * c - b * s;', '[i] = a * s + b * c;'],
      ['[i + half] = a * s + b * c;', '[i + half] = a * c - b * s;'],
      ['[2 * i] = a * c - b * s;', '[2 * i] = a * s + b * c;'],
      ['[2 * i + 1] = a * s + b * c;', '[2 * i + 1] = a * c - b * s;'],
    ]),
    edit('first-overwritten', [
      [
        `const a = x[i], b = x[i + half];
    y[i] = a * c - b * s;
    y[i + half] = a * s + b`,
        `y[i] = y[i] * c - y[i + half] * s;
    y[i + half] = y[i] * s + y[i + half]`,
      ],
      [
        `const a = x[2 * i], b = x[2 * i + 1];
    y[2 * i] = a * c - b * s;
    y[2 * i + 1] = a * s + b`,
        `y[2 * i] = y[2 * i] * c - y[2 * i + 1] * s;
    y[2 * i + 1] = y[2 * i] * s + y[2 * i + 1]`,
      ],
    ]),
    edit('freq-inclusive', [
      [
        `for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i`,
        `for (let i = 0; i < half; i++) {
    const theta = pos / base ** (i / (half - 1));
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i`,
      ],
      [
        `for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[2`,
        `for (let i = 0; i < half; i++) {
    const theta = pos / base ** (i / (half - 1));
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[2`,
      ],
    ]),
    edit('freq-linear', [
      [
        `for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i`,
        `for (let i = 0; i < half; i++) {
    const theta = pos / (i + 1);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i`,
      ],
      [
        `for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[2`,
        `for (let i = 0; i < half; i++) {
    const theta = pos / (i + 1);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[2`,
      ],
    ]),
    edit('freq-outside', [
      [
        `const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i`,
        `const theta = Math.pow(base, (-2 * i) / d);
    const c = Math.cos(pos) * theta, s = Math.sin(pos) * theta;
    const a = x[i`,
      ],
      [
        `const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[2`,
        `const theta = Math.pow(base, (-2 * i) / d);
    const c = Math.cos(pos) * theta, s = Math.sin(pos) * theta;
    const a = x[2`,
      ],
    ]),
    edit('freq-per-entry', [
      [
        'y[i + half] = a * s + b * c',
        `const phi = pos * Math.pow(base, (-2 * (i + half)) / d);
    y[i + half] = a * Math.sin(phi) + b * Math.cos(phi)`,
      ],
      [
        `for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[2`,
        `for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-4 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[2`,
      ],
      [
        'y[2 * i + 1] = a * s + b * c',
        `const phi = pos * base ** (-2 * (2 * i + 1) / d);
    y[2 * i + 1] = a * Math.sin(phi) + b * Math.cos(phi)`,
      ],
    ]),
    edit('freq-positive', [
      [
        `for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i`,
        `for (let i = 0; i < half; i++) {
    const theta = pos * base ** ((2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i`,
      ],
      [
        `for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[2`,
        `for (let i = 0; i < half; i++) {
    const theta = pos * base ** ((2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[2`,
      ],
    ]),
    edit('half-of-each-pair', [
      ['[i + half] = a * s + b * c;', '[i + half] = b;'],
      ['[2 * i + 1] = a * s + b * c;', '[2 * i + 1] = b;'],
    ]),
    edit(
      'half-split-in-both',
      [
        ['[2 * i], b = x[2 * i + 1]', '[i], b = x[i + half]'],
        ['y[2 * i]', 'y[i]'],
        ['[2 * i + 1] ', '[i + half] '],
      ],
      { shows: 'layouts-exchanged' },
    ),
    edit('half-the-pairs', [
      [
        `const d = x.length, half = d / 2;
  const y = x.slice();
  for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i`,
        `const d = x.length, half = d / 2;
  const y = x.slice();
  for (let i = 0; i < half / 2; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i`,
      ],
      [
        `const d = x.length, half = d / 2;
  const y = x.slice();
  for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[2`,
        `const d = x.length, half = d / 2;
  const y = x.slice();
  for (let i = 0; i < half / 2; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[2`,
      ],
    ]),
    edit('minus-minus', [
      ['[i + half] = a * s + b * c;', '[i + half] = a * s - b * c;'],
      ['[2 * i + 1] = a * s + b * c;', '[2 * i + 1] = a * s - b * c;'],
    ]),
    edit('mirrored-pairs', [
      ['[i + half];', '[d - 1 - i];'],
      ['[i + half] ', '[d - 1 - i] '],
      ['[2 * i], b = x[2 * i + 1]', '[i], b = x[d - 1 - i]'],
      ['y[2 * i]', 'y[i]'],
      ['[2 * i + 1] ', '[d - 1 - i] '],
    ]),
    edit('no-default-base', [
      ['rope(x: number[], pos: number, base = 10000):', 'rope(x: number[], pos: number, base?: number):'],
      [
        'ropeInterleaved(x: number[], pos: number, base = 10000):',
        'ropeInterleaved(x: number[], pos: number, base?: number):',
      ],
    ]),
    edit('other-default-base', [
      ['rope(x: number[], pos: number, base = 10000):', 'rope(x: number[], pos: number, base = 1000):'],
      [
        'ropeInterleaved(x: number[], pos: number, base = 10000):',
        'ropeInterleaved(x: number[], pos: number, base = 1000):',
      ],
    ]),
    edit(
      'pairs-as-rows',
      [
        [
          `}
  return y;
}
export function ropeInterleaved(x: number[], pos: number, base = 10000): number`,
          `}
  return y.map((v) => [v]) as unknown as number[];
}
export function ropeInterleaved(x: number[], pos: number, base = 10000): number`,
        ],
        [
          `i + 1];
    y[2 * i] = a * c - b * s;
    y[2 * i + 1] = a * s + b * c;
  }
  return y;
}`,
          `i + 1];
    y[2 * i] = a * c - b * s;
    y[2 * i + 1] = a * s + b * c;
  }
  return y.map((v) => [v]) as unknown as number[];
}`,
        ],
      ],
      { shows: [] },
    ),
    edit('pos-in-the-power', [
      [
        `for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i`,
        `for (let i = 0; i < half; i++) {
    const theta = Math.pow(base, ((-2 * i) / d) * pos);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i`,
      ],
      [
        `for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[2`,
        `for (let i = 0; i < half; i++) {
    const theta = Math.pow(base, ((-2 * i) / d) * pos);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[2`,
      ],
    ]),
    edit('reflected', [
      ['[i] = a * c - b * s;', '[i] = a * c + b * s;'],
      ['[i + half] = a * s + b * c;', '[i + half] = a * s - b * c;'],
      ['[2 * i] = a * c - b * s;', '[2 * i] = a * c + b * s;'],
      ['[2 * i + 1] = a * s + b * c;', '[2 * i + 1] = a * s - b * c;'],
    ]),
    edit('rotated-twice', [
      [
        'export function rope(x: number[], pos: number, base = 10000)',
        'function ropeOnce(x: number[], pos: number, base = 10000)',
      ],
      ['export function ropeInterleaved', 'function interleavedOnce'],
      [
        `i + 1];
    y[2 * i] = a * c - b * s;
    y[2 * i + 1] = a * s + b * c;
  }
  return y;
}`,
        `i + 1];
    y[2 * i] = a * c - b * s;
    y[2 * i + 1] = a * s + b * c;
  }
  return y;
}
export const rope = (x: number[], pos: number, base = 10000): number[] => ropeOnce(ropeOnce(x, pos, base), pos, base);
export const ropeInterleaved = (x: number[], pos: number, base = 10000): number[] =>
  interleavedOnce(interleavedOnce(x, pos, base), pos, base);`,
      ],
    ]),
    edit(
      'turns-x-itself',
      [
        [
          `rope(x: number[], pos: number, base = 10000): number[] {
  const d = x.length, half = d / 2;
  const y = x.slice();
  for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);`,
          `rope(x: number[], pos: number, base = 10000): number[] {
  const d = x.length, half = d / 2;
  const y = x;
  for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);`,
        ],
        [
          `ropeInterleaved(x: number[], pos: number, base = 10000): number[] {
  const d = x.length, half = d / 2;
  const y = x.slice();
  for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);`,
          `ropeInterleaved(x: number[], pos: number, base = 10000): number[] {
  const d = x.length, half = d / 2;
  const y = x;
  for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);`,
        ],
      ],
      { shows: [] },
    ),
    edit(
      'two-degrees-and-no-cross-term',
      [
        [
          `const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i]`,
          `const c = Math.cos((theta * Math.PI) / 180), s = Math.sin((theta * Math.PI) / 180);
    const a = x[i]`,
        ],
        ['[i] = a * c - b * s;', '[i] = a * c;'],
        ['[i + half] = a * s + b *', '[i + half] = b *'],
        [
          `const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[2 * i]`,
          `const c = Math.cos((theta * Math.PI) / 180), s = Math.sin((theta * Math.PI) / 180);
    const a = x[2 * i]`,
        ],
        ['[2 * i] = a * c - b * s;', '[2 * i] = a * c;'],
        ['[2 * i + 1] = a * s + b *', '[2 * i + 1] = b *'],
      ],
      { shows: ['degrees', 'no-cross-term'] },
    ),
    edit(
      'two-degrees-and-same-frequency',
      [
        [
          `const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i`,
          `const theta = pos;
    const c = Math.cos((theta * Math.PI) / 180), s = Math.sin((theta * Math.PI) / 180);
    const a = x[i`,
        ],
        [
          `const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[2`,
          `const theta = pos;
    const c = Math.cos((theta * Math.PI) / 180), s = Math.sin((theta * Math.PI) / 180);
    const a = x[2`,
        ],
      ],
      { shows: ['degrees', 'same-frequency'] },
    ),
    edit(
      'two-freq-i-over-d-and-degrees',
      [
        [
          `const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[i`,
          `const theta = pos * Math.pow(base, -i / d);
    const c = Math.cos((theta * Math.PI) / 180), s = Math.sin((theta * Math.PI) / 180);
    const a = x[i`,
        ],
        [
          `const theta = pos * Math.pow(base, (-2 * i) / d);
    const c = Math.cos(theta), s = Math.sin(theta);
    const a = x[2`,
          `const theta = pos * Math.pow(base, -i / d);
    const c = Math.cos((theta * Math.PI) / 180), s = Math.sin((theta * Math.PI) / 180);
    const a = x[2`,
        ],
      ],
      { shows: ['freq-i-over-d', 'degrees'] },
    ),
    edit(
      'typed-array',
      [
        [
          `rope(x: number[], pos: number, base = 10000): number[] {
  const d = x.length, half = d / 2;
  const y = x.slice();
  for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);`,
          `rope(x: number[], pos: number, base = 10000): number[] {
  const d = x.length, half = d / 2;
  const y = Float64Array.from(x) as unknown as number[];
  for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);`,
        ],
        [
          `ropeInterleaved(x: number[], pos: number, base = 10000): number[] {
  const d = x.length, half = d / 2;
  const y = x.slice();
  for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);`,
          `ropeInterleaved(x: number[], pos: number, base = 10000): number[] {
  const d = x.length, half = d / 2;
  const y = Float64Array.from(x) as unknown as number[];
  for (let i = 0; i < half; i++) {
    const theta = pos * Math.pow(base, (-2 * i) / d);`,
        ],
      ],
      { shows: [] },
    ),
    edit(
      'unit-length',
      [
        [
          `y[i + half] = a * s + b * c;
  }
  return y;
}
export function ropeInterleaved(x: number[]`,
          `y[i + half] = a * s + b * c;
  }
  const r = Math.hypot(...y) || 1;
  return y.map((v) => v / r);
}
export function ropeInterleaved(x: number[]`,
        ],
        [
          `i + 1];
    y[2 * i] = a * c - b * s;
    y[2 * i + 1] = a * s + b * c;
  }
  return y;
}`,
          `i + 1];
    y[2 * i] = a * c - b * s;
    y[2 * i + 1] = a * s + b * c;
  }
  const r = Math.hypot(...y) || 1;
  return y.map((v) => v / r);
}`,
        ],
      ],
      { shows: [] },
    ),
  ],
  'right/rotate-half': [
    edit('base-ignored', '=> base ** (-(2 * i) / d)', '=> 10000 ** (-(2 * i) / d)'),
    edit('degrees', 'pos * f', '(pos * f * Math.PI) / 180'),
    edit('degrees-the-other-way', '((f) => pos * f)', '((f) => pos * f * (180 / Math.PI))', { shows: 'degrees' }),
    edit('freq-i-over-d', '(2 * i)', 'i'),
    edit('freq-inclusive-over-d', '-(2 * i) / d', '(-2 * i) / (d - 1)', { shows: 'freq-inclusive' }),
    edit('freq-reversed', '(2 * i)', '2 * (d / 2 - 1 - i)'),
    edit('freq-two-i-over-half', '-(2 * i) / d', '(-2 * i) / (d / 2)'),
    edit('half-angle', '(f) => pos', '(f) => 0.5 * pos'),
    edit('index-one-based', 'base ** (-(2 * i) / d)', '1 / Math.pow(base, (2 * (i + 1)) / d)'),
    edit(
      'minus-half-minus',
      [
        [
          '[...x.slice(h).map((v) => -v), ...x.slice(0, h)]',
          '[...x.slice(h).map((v) => -v), ...x.slice(0, h).map((v) => -v)]',
        ],
        ['x[j - 1]', '-x[j - 1]'],
      ],
      { shows: 'minus-minus' },
    ),
    edit('negative', [
      ['.map((v) => -v), ...x.slice(0, h)', ', ...x.slice(0, h).map((v) => -v)'],
      ['-x[j + 1] : ', 'x[j + 1] : -'],
    ]),
    edit('no-cross-term', [
      [
        `...x.slice(0, h)];
  return x.map((v, j) => v * Math.cos(t[j]) + r[j] * Math.sin(t[j]));
};`,
        `...x.slice(0, h)];
  return x.map((v, j) => v * Math.cos(t[j]));
};`,
      ],
      [
        `1] : x[j - 1]));
  return x.map((v, j) => v * Math.cos(t[j]) + r[j] * Math.sin(t[j]));
};`,
        `1] : x[j - 1]));
  return x.map((v, j) => v * Math.cos(t[j]));
};`,
      ],
    ]),
    edit('one-based', '=> pos * f', '=> (pos + 1) * f'),
    edit('plus-plus', [
      ['.map((v) => -v)', ''],
      ['-x[j + 1]', 'x[j + 1]'],
    ]),
    edit('plus-plus-in-one', '[...x.slice(h).map((v) => -v), ...x.slice(0, h)]', 'x.slice(h).concat(x.slice(0, h))', {
      shows: 'plus-plus',
    }),
    edit('pos-divided', 'pos * f', '(pos * f) / d'),
    edit('pos-ignored', 'pos * f', 'f'),
    edit('same-frequency', 'base ** (-(2 * i) / d)', '1'),
    edit('sin-cos-swapped', [
      [
        `...x.slice(0, h)];
  return x.map((v, j) => v * Math.cos(t[j]) + r[j] * Math.sin(t[j]));
};`,
        `...x.slice(0, h)];
  return x.map((v, j) => v * Math.sin(t[j]) + r[j] * Math.cos(t[j]));
};`,
      ],
      [
        `1] : x[j - 1]));
  return x.map((v, j) => v * Math.cos(t[j]) + r[j] * Math.sin(t[j]));
};`,
        `1] : x[j - 1]));
  return x.map((v, j) => v * Math.sin(t[j]) + r[j] * Math.cos(t[j]));
};`,
      ],
    ]),
    edit('table-of-the-other-layout', [
      ['[...angles, ...angles]', 'angles.flatMap((a) => [a, a])'],
      ['angles.flatMap((a) => [a, a])', '[...angles, ...angles]'],
    ]),
    edit('table-of-the-other-layout-once', 'flatMap((a) => [a, a])', 'concat(angles)', {
      shows: 'table-of-the-other-layout',
    }),
  ],
  'right/steps-of-two': [
    edit('freq-two-i-over-half-in-steps', '(-j / d)', '((-2 * j) / d)', { shows: 'freq-two-i-over-half' }),
    edit(
      'layouts-exchanged-rope-only',
      `function rope(x: number[], pos: number, base = 10000): number[] {
  const h = x.length / 2;
  const mixed = Array.from(x, (_, j) => x[j % 2 === 0 ? j / 2 : h + (j - 1) / 2]);
  const y = ropeInterleaved(mixed, pos, base);
  return [...y.filter((_, j) => j % 2 === 0), ...y.filter((_, j) => j % 2 === 1)];
}`,
      'const rope = ropeInterleaved',
      { shows: 'layouts-exchanged' },
    ),
    edit('layouts-mixed', '[...y.filter((_, j) => j % 2 === 0), ...y.filter((_, j) => j % 2 === 1)]', 'y'),
  ],
})
