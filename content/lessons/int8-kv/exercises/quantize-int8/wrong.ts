import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [edit('fixed-scale', 'max / 127;', '0.05;')],
  'right/inverse-half-to-even': [
    edit(
      'max-is-first',
      `max(0, ...x.map(Math.abs)), inv = amax > 0 ? 127 / amax : 0;
  return { q: x.map(v => rne(v * inv)), scale: amax / 127`,
      `abs(x[0]);
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.round(v / scale));
  return { q, scale: scale`,
    ),
    edit(
      'max-without-abs',
      `0, ...x.map(Math.abs)), inv = amax > 0 ? 127 / amax : 0;
  return { q: x.map(v => rne(v * inv)), scale: amax / 127`,
      `...x);
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.max(-127, Math.min(127, Math.round(v / scale))));
  return { q, scale: scale`,
    ),
    edit(
      'max-without-abs-unclipped',
      `0, ...x.map(Math.abs)), inv = amax > 0 ? 127 / amax : 0;
  return { q: x.map(v => rne(v * inv)), scale: amax / 127`,
      `...x);
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.round(v / scale));
  return { q, scale: scale`,
      { shows: 'max-without-abs' },
    ),
    edit(
      'mean-scale',
      `Math.max(0, ...x.map(Math.abs)), inv = amax > 0 ? 127 / amax : 0;
  return { q: x.map(v => rne(v * inv)), scale: amax / 127`,
      `x.reduce((s, v) => s + Math.abs(v), 0) / x.length;
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.max(-127, Math.min(127, Math.round(v / scale))));
  return { q, scale: scale`,
    ),
    edit(
      'no-zero-point',
      `0, ...x.map(Math.abs)), inv = amax > 0 ? 127 / amax : 0;
  return { q: x.map(v => rne(v * inv)), scale: amax / 127`,
      `...x) - Math.min(...x);
  const scale = amax === 0 ? 1 : amax / 255;
  const q = x.map(v => Math.round(v / scale));
  return { q, scale: scale`,
    ),
    edit(
      'std-clip',
      `Math.max(0, ...x.map(Math.abs)), inv = amax > 0 ? 127 / amax : 0;
  return { q: x.map(v => rne(v * inv)), scale: amax / 127`,
      `2 * Math.sqrt(x.reduce((s, v) => s + v * v, 0) / x.length);
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.max(-127, Math.min(127, Math.round(v / scale))));
  return { q, scale`,
    ),
    edit(
      'three-sigma',
      `Math.max(0, ...x.map(Math.abs)), inv = amax > 0 ? 127 / amax : 0;
  return { q: x.map(v => rne(v * inv)), scale: amax / 127`,
      `3 * Math.sqrt(x.reduce((s, v) => s + v * v, 0) / x.length);
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.max(-127, Math.min(127, Math.round(v / scale))));
  return { q, scale: scale`,
      { shows: 'std-clip' },
    ),
  ],
  'right/sorted-magnitudes': [
    edit(
      'asymmetric',
      [
        ['[m] = x.map(Math.abs).sort((a, b) => b - a)', 'amax = Math.max(...x) - Math.min(...x)'],
        [
          `m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5)))`,
          `amax === 0 ? (x[0] === 0 ? 1 : 0) : amax / 255;
  const q = x.map((v) => Math.round((v - Math.min(...x)) / scale) - (x.every(v => v === 0) ? 0 : 128));
  return { q, scale: scale`,
        ],
      ],
      { shows: 'no-zero-point' },
    ),
    edit(
      'bitwise-or',
      [
        [
          `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
          `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => (v / scale) | 0);
  return { q, scale: scale };`,
        ],
        ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
        ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
      ],
      { shows: 'trunc' },
    ),
    edit('ceil', [
      [
        `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
        `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.max(-127, Math.min(127, Math.ceil(v / scale))));
  return { q, scale };`,
      ],
      ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
      ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
    ]),
    edit(
      'dequantize-by-127',
      [
        ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
        ['t.q.map((v) => v * t.scale)', 'p.q.map(v => (v * p.scale) / 127);'],
      ],
      { shows: 'rounded-back' },
    ),
    edit(
      'dequantize-divides',
      [
        ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
        ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v / p.scale);'],
      ],
      { shows: 'inverse-scale' },
    ),
    edit(
      'dequantize-rounds',
      [
        ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
        ['t.q.map((v) => v * t.scale)', 'p.q.map(v => Math.round(v * p.scale));'],
      ],
      { shows: 'rounded-back' },
    ),
    edit('div-128', [
      [
        `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
        `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 128;
  const q = x.map(v => Math.max(-127, Math.min(127, Math.round(v / scale))));
  return { q, scale };`,
      ],
      ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
      ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
    ]),
    edit(
      'div-128-wraps',
      [
        [
          `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
          `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 128;
  const q = Array.from(Int8Array.from(x, v => Math.round(v / scale)));
  return { q, scale: scale };`,
        ],
        ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
        ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
      ],
      { shows: ['div-128', 'wraparound'] },
    ),
    edit('div-255', [
      [
        `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
        `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 255;
  const q = x.map(v => Math.max(-127, Math.min(127, Math.round(v / scale))));
  return { q, scale };`,
      ],
      ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
      ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
    ]),
    edit('floor', [
      [
        `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
        `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.floor(v / scale));
  return { q, scale: scale };`,
      ],
      ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
      ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
    ]),
    edit('int4', [
      [
        `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
        `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 7;
  const q = x.map(v => Math.max(-127, Math.min(127, Math.round(v / scale))));
  return { q, scale };`,
      ],
      ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
      ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
    ]),
    edit(
      'int8array-cuts',
      [
        [
          `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
          `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 127;
  const q = [...new Int8Array(x.map(v => v / scale))];
  return { q, scale: scale };`,
        ],
        ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
        ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
      ],
      { shows: 'trunc' },
    ),
    edit('inverse-scale', [
      [
        `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
        `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.max(-127, Math.min(127, Math.round(v / scale))));
  return { q, scale: 1 / scale };`,
      ],
      ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
      ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
    ]),
    edit('no-round', [
      [
        `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
        `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.max(-127, Math.min(127, v / scale)));
  return { q, scale };`,
      ],
      ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
      ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
    ]),
    edit(
      'returns-int8array',
      [
        [
          `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
          `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 127;
  const q = Int8Array.from(x, v => Math.round(v / scale)) as any;
  return { q, scale: scale };`,
        ],
        ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
        ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
      ],
      { shows: [] },
    ),
    edit('returns-values', [
      [
        `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
        `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.round(v / scale) * scale);
  return { q, scale: scale };`,
      ],
      ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
      ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
    ]),
    edit(
      'round-half-added',
      [
        [
          `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
          `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.trunc(v / scale + 0.5));
  return { q, scale: scale };`,
        ],
        ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
        ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
      ],
      { shows: 'round-away' },
    ),
    edit(
      'scale-in-four-digits',
      [
        [
          `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
          `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.max(-127, Math.min(127, Math.round(v / scale))));
  return { q, scale: +scale.toFixed(4) };`,
        ],
        ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
        ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
      ],
      { shows: 'scale-rounded' },
    ),
    edit(
      'scale-is-max',
      [
        [
          `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
          `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.max(-127, Math.min(127, Math.round(v / scale))));
  return { q, scale: amax };`,
        ],
        ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
        ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
      ],
      { shows: 'scale-lost' },
    ),
    edit('scale-lost', [
      [
        `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
        `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.max(-127, Math.min(127, Math.round(v / scale))));
  return { q, scale: 1 };`,
      ],
      ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
      ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
    ]),
    edit(
      'scale-lost-in-dequantize',
      `dequantize(t: { q: number[]; scale: number }): number[] {
  return t.q.map((v) => v * t.scale)`,
      `dequantize(p: { q: number[]; scale: number }): number[] {
  return p.q.slice();`,
      { shows: 'scale-lost' },
    ),
    edit(
      'scale-of-zeros-nan',
      `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5)))`,
      `m = Math.max(...x.map(Math.abs))
  return { q: x.map((v) => (m ? Math.round((v / m) * 127) : 0)), scale: m ? m / 127 : NaN`,
      { shows: 'zero-nan' },
    ),
    edit(
      'scale-of-zeros-negative',
      `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5)))`,
      `m = Math.max(...x.map(Math.abs))
  return { q: x.map((v) => (m ? Math.round((v / m) * 127) : 0)), scale: m ? m / 127 : -1`,
      { shows: 'zero-nan' },
    ),
    edit('scale-rounded', [
      [
        `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
        `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.max(-127, Math.min(127, Math.round(v / scale))));
  return { q, scale: Math.round(scale) };`,
      ],
      ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
      ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
    ]),
    edit('sign-lost', [
      [
        `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
        `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.round(Math.abs(v) / scale));
  return { q, scale: scale };`,
      ],
      ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
      ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
    ]),
    edit('trunc', [
      [
        `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
        `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.map(v => Math.trunc(v / scale));
  return { q, scale: scale };`,
      ],
      ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
      ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
    ]),
    edit(
      'two-ceil-and-zero-nan',
      [
        [
          `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
          `amax = Math.max(...x.map(Math.abs));
  const scale = amax / 127;
  const q = x.map(v => Math.max(-127, Math.min(127, Math.ceil(v / scale))));
  return { q, scale };`,
        ],
        ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
        ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
      ],
      { shows: ['ceil', 'zero-nan'] },
    ),
    edit(
      'two-div-255-and-trunc',
      [
        [
          `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
          `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 255;
  const q = x.map(v => Math.max(-127, Math.min(127, Math.trunc(v / scale))));
  return { q, scale };`,
        ],
        ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
        ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
      ],
      { shows: ['div-255', 'trunc'] },
    ),
    edit('unsigned', [
      [
        `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
        `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 127;
  const q = x.every(v => v === 0) ? x.map(() => 0) : x.map(v => Math.round(v / scale) + 128);
  return { q, scale: scale };`,
      ],
      ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
      ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
    ]),
    edit('wraparound', [
      [
        `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
        `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 150;
  const q = Array.from(Int8Array.from(x, v => Math.round(v / scale)));
  return { q, scale };`,
      ],
      ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
      ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
    ]),
    edit(
      'writes-into-x',
      [
        [
          `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
          `amax = Math.max(...x.map(Math.abs));
  const scale = amax === 0 ? 1 : amax / 127;
  const q = (() => { for (let i = 0; i < x.length; i++) x[i] = Math.round(x[i] / scale); return x; })();
  return { q, scale: scale };`,
        ],
        ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
        ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
      ],
      { shows: [] },
    ),
    edit('zero-nan', [
      [
        `[m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }`,
        `amax = Math.max(...x.map(Math.abs));
  const scale = amax / 127;
  const q = x.map(v => Math.max(-127, Math.min(127, Math.round(v / scale))));
  return { q, scale: scale };`,
      ],
      ['(t: { q: number[]; scale: number })', '(p: { q: number[]; scale: number })'],
      ['t.q.map((v) => v * t.scale)', 'p.q.map(v => v * p.scale);'],
    ]),
  ],
})
