import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  'right/short-helpers': [
    edit(
      'dequantises-in-place',
      [
        ['const x = q;', 'const x = (K8.forEach((k) => k.q.forEach((v, c) => { k.q[c] = v * k.scale; })), q);'],
        ['k.scale', '1'],
      ],
      { shows: [] },
    ),
    edit('divided-by-d', 'Math.sqrt(q.length)', 'q.length', { shows: 'root-wrong' }),
    edit('divided-by-scale', '* k.scale', '* 1 / k.scale'),
    edit(
      'first-scale',
      [
        ['k.scale', 'K8[0].scale'],
        ['v.scale', 'V8[0].scale'],
      ],
      { shows: 'one-scale' },
    ),
    edit('floor-root', 'sqrt(q.length)', 'floor(Math.sqrt(q.length))', { shows: 'root-wrong' }),
    edit(
      'k-scale-after-softmax',
      '(K8.map((k, j) => dot(x, k.q) * k.scale / Math.sqrt(q.length)))',
      '(K8.map((k, j) => dot(x, k.q) * 1 / Math.sqrt(q.length))).map((p, j) => p * K8[j].scale)',
    ),
    edit('k-scale-left-out', 'k.scale', '1'),
    edit('key-scale-for-values', 'v.scale', 'K8[j].scale', { shows: 'scales-exchanged' }),
    edit('keys-as-values', [
      ['return V8[0].', 'return K8[0].'],
      ['V8.reduce', 'K8.reduce'],
    ]),
    edit('max-from-zero', 'max(...x)', 'max(0,...x)'),
    edit('no-max', 'Math.max(...x)', '0'),
    edit('no-root', 'Math.sqrt(q.length)', '1'),
    edit('no-scales', [
      ['k.scale', '1'],
      [' * v.scale', ''],
    ]),
    edit(
      'q-quantised',
      'const x = q;',
      'const x = (() => { const s = Math.max(...q.map(Math.abs)) / 127 || 1; return q.map((v) => Math.round(v / s) * s); })();',
    ),
    edit(
      'rounded',
      'V8.reduce((s, v, j) => s + w[j] * v.q[c] * v.scale, 0)',
      'Math.round(V8.reduce((s, v, j) => s + w[j] * v.q[c] * v.scale, 0))',
    ),
    edit('scale-squared', 'k.scale /', 'k.scale * k.scale /'),
    edit('token-mean', 'k.scale', '0'),
    edit('v-scale-left-out', ' * v.scale', ''),
  ],
})
