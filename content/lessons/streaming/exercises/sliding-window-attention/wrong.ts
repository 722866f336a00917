import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  'right/hidden-scores': [
    edit(
      'excludes-current-finite',
      [
        ['j <= i &&', 'j < i &&'],
        ['(d) : -Infinity', '(d) : -1e9'],
      ],
      { shows: 'excludes-current' },
    ),
    edit(
      'window-one-less-finite',
      [
        ['window || j', 'window - 1 || j'],
        ['(d) : -Infinity', '(d) : -1e9'],
      ],
      { shows: 'window-one-less' },
    ),
  ],
  'right/short-helpers': [
    edit('scale-multiplied', '(1 / Math.sqrt(d))', 'Math.sqrt(d)'),
    edit('after-softmax', [
      ['j <= i && (i - j < window || j < sinks)', 'true'],
      ['softmax(s);', 'softmax(s).map((p, j) => (j <= i && (i - j < window || j < sinks) ? p : 0));'],
    ]),
    edit('both-needed', '(i - j < window || j < sinks)', 'i - j < window && j < sinks'),
    edit('budget-shared', 'window || j', 'window - sinks || j'),
    edit('chunks', 'i - j < window', 'Math.floor(i / window) === Math.floor(j / window)'),
    edit('dilated', 'i - j < window', '(i - j) % window === 0'),
    edit('double-count', [
      [
        'export function',
        `const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0));
export function`,
      ],
      [
        `* (1 / Math.sqrt(d)) : -Infinity));
    const w = softmax(s);
    return V[0].map((_, c) => w.reduce((t, p, j) => t + p * V[j][c], 0)`,
        `/ Math.sqrt(d) : -Infinity));
    const s2 = K.map((k, j) => (j <= i && i - j < window && j < sinks ? dot(q, k) / Math.sqrt(d) : -Infinity));
    const w = softmax([...s, ...s2]);
    return mix(w, [...V, ...V]`,
      ],
    ]),
    edit('excludes-current', 'j <= i &&', 'j < i &&'),
    edit('floor-sqrt', 'sqrt(d)', 'floor(Math.sqrt(d))'),
    edit('head-window', '(i - j < window || j < sinks)', '(j < window || j < sinks)'),
    edit('keys-as-values', 'V[j][c]', 'K[j][c]'),
    edit('last-sinks', '|| j < sinks', '|| j > i - sinks'),
    edit(
      'masked-zero',
      '(visible(i, j) ? dot(q, k) * (1 / Math.sqrt(d)) : -Infinity)',
      '(visible(i, j) ? dot(q, k) * (1 / Math.sqrt(d)) : 0)',
    ),
    edit('max-from-zero', 'max(...x);', 'max(0,...x);'),
    edit(
      'minus-1e4',
      '(visible(i, j) ? dot(q, k) * (1 / Math.sqrt(d)) : -Infinity)',
      '(visible(i, j) ? dot(q, k) * (1 / Math.sqrt(d)) : -1e4)',
      { shows: 'small-finite' },
    ),
    edit('no-max', 'Math.max(...x);', '0;'),
    edit('no-scale', '(1 / Math.sqrt(d))', '1'),
    edit('no-sinks', '(i - j < window || j < sinks)', 'i - j < window'),
    edit('no-window', ' && (i - j < window || j < sinks)', ''),
    edit('not-causal', 'j <= i && (i - j < window || j < sinks)', 'Math.abs(i - j) < window || j < sinks'),
    edit('one-sink-less', '(i - j < window || j < sinks)', '(i - j < window || j < sinks - 1)'),
    edit('one-sink-only', '(i - j < window || j < sinks)', '(i - j < window || j === 0)'),
    edit(
      'renormalised',
      [
        ['j <= i && (i - j < window || j < sinks)', 'true'],
        [
          'softmax(s)',
          '(() => { const p = softmax(s).map((p, j) => (j <= i && (i - j < window || j < sinks) ? p : 0)); const z = p.reduce((a, b) => a + b, 0); return p.map((x) => x / z); })()',
        ],
      ],
      { shows: 'max-of-hidden' },
    ),
    edit('scale-d', 'Math.sqrt(d)', 'd'),
    edit('scale-window', '(1 / Math.sqrt(d))', '(1 / Math.sqrt(window))'),
    edit('sink-logit-zero', [
      [
        'export function',
        `const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0));
export function`,
      ],
      ['j < sinks', 'false'],
      [
        `* (1 / Math.sqrt(d)) : -Infinity));
    const w = softmax(s);
    return V[0].map((_, c) => w.reduce((t, p, j) => t + p * V[j][c], 0)`,
        `/ Math.sqrt(d) : -Infinity));
    const w = softmax([...s, ...new Array(sinks).fill(0)]).slice(0, s.length);
    return mix(w, V`,
      ],
    ]),
    edit('sinks-inclusive', 'j < sinks', 'j <= sinks'),
    edit('sinks-too-early', 'j <= i && (i - j < window || j < sinks)', '(j <= i && i - j < window) || j < sinks'),
    edit(
      'small-finite',
      '(visible(i, j) ? dot(q, k) * (1 / Math.sqrt(d)) : -Infinity)',
      '(visible(i, j) ? dot(q, k) * (1 / Math.sqrt(d)) : -100)',
    ),
    edit('tail-window', 'i - j <', 'j >= n -'),
    edit(
      'two-budget-shared-and-masked-zero',
      [
        ['< window || j', '< Math.max(1, window - sinks) || j'],
        ['* (1 / Math.sqrt(d)) : -Infinity', '/ Math.sqrt(d) : 0'],
      ],
      { shows: ['budget-shared', 'masked-zero'] },
    ),
    edit(
      'two-dilated-and-no-scale',
      [
        ['i - j < window', '(i - j) % window === 0'],
        ['* (1 / Math.sqrt(d)) ', ''],
      ],
      { shows: ['dilated', 'no-scale'] },
    ),
    edit(
      'two-dilated-and-sink-logit-zero',
      [
        [
          'export function',
          `const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0));
export function`,
        ],
        ['i - j < window || j < sinks', '(i - j) % window === 0 || false'],
        [
          `* (1 / Math.sqrt(d)) : -Infinity));
    const w = softmax(s);
    return V[0].map((_, c) => w.reduce((t, p, j) => t + p * V[j][c], 0)`,
          `/ Math.sqrt(d) : -Infinity));
    const w = softmax([...s, ...new Array(sinks).fill(0)]).slice(0, s.length);
    return mix(w, V`,
        ],
      ],
      { shows: ['dilated', 'sink-logit-zero'] },
    ),
    edit(
      'uniform',
      `const d = Q[0].length, n = Q.length;
  const visible = (i: number, j: number): boolean => j <= i && (i - j < window || j < sinks);
  return Q.map((q, i) => {
    const s = K.map((k, j) => (visible(i, j) ? dot(q, k) * (1 / Math.sqrt(d)) : -Infinity));
    const w = softmax(s);
    return V[0].map((_, c) => w.reduce((t, p, j) => t + p * V[j][c], 0)`,
      `return Q.map((_, i) => {
    const seen = V.filter((_, j) => j <= i && (i - j < window || j < sinks));
    return V[0].map((_, c) => seen.reduce((t, v) => t + v[c], 0) / seen.length`,
      { shows: 'window-mean' },
    ),
    edit('window-one-less', 'window || j', 'window - 1 || j'),
    edit('window-one-more', 'j < window', 'j <= window'),
    edit('window-plus-sinks', '(i - j < window || j < sinks)', 'i - j < window + sinks', { shows: 'last-sinks' }),
    edit('xor', '(i - j < window || j < sinks)', '(i - j < window) !== (j < sinks)'),
  ],
})
