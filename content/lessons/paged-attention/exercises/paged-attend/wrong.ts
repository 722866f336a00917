import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('extra-block', [
      [
        'for (let t = 0; t < length; t++) {',
        'for (let b = 0; b <= Math.floor(length / size); b++) {\n    const used = kPages[blockTable[b]].slice(0, length - b * size).length;\n    for (let s = 0; s < used; s++) {\n      const t = b * size + s;',
      ],
      ['values.push(vPages[block][slot]);', 'values.push(vPages[block][slot]);\n    }'],
    ]),
  ],
  'right/divmod': [
    edit(
      'token-mean',
      `kPages[0].length, s: number[] = [];
  for (let t = 0; t < length; t++) { const k = kPages[blockTable[Math.floor(t / B)]][t % B]; let a = 0; for (let c = 0; c < q.length; c++) a += q[c] * k[c]; s.push(a / Math.sqrt(q.length)); }
  const m = Math.max(...s); let z = 0; for (let t = 0; t < length; t++) { s[t] = Math.exp(s[t] - m); z += s[t]; }
  const out: number[] = new Array(vPages[0][0].length).fill(0);
  for (let t = 0; t < length; t++) { const v = vPages[blockTable[(t / B) | 0]][t % B]; for (let c = 0; c < out.length; c++) out[c] += (s[t] / z) * v[c]; }`,
      `vPages[0].length;
  const out = vPages[0][0].map(() => 0);
  for (let t = 0; t < length; t++) vPages[blockTable[Math.floor(t / B)]][t % B].forEach((x, c) => { out[c] += x / length; });`,
    ),
  ],
  'right/loop-over-tokens': [
    edit(
      'divmod-swapped',
      '[Math.floor(t / pageSize)], slot = t',
      '[t % blockTable.length], slot =Math.floor(t / blockTable.length)',
    ),
    edit('one-too-few', '< length; t', '< Math.max(1, length - 1); t'),
    edit('reversed-slots', 't % pageSize', 'pageSize - 1 - (t % pageSize)'),
    edit(
      'two-all-table-pages-and-v-ignores-table',
      [
        ['< length; t', '< blockTable.length * pageSize; t'],
        ['vPages[page][slot]', 'vPages[Math.floor(t / pageSize)][slot]'],
      ],
      { shows: ['all-table-pages', 'v-ignores-table'] },
    ),
    edit(
      'two-divmod-swapped-and-one-too-few',
      [
        ['< length; t', '< Math.max(1, length - 1); t'],
        ['[Math.floor(t / pageSize)], slot = t', '[t % blockTable.length], slot = Math.floor(t / blockTable.length)'],
      ],
      { shows: ['divmod-swapped', 'one-too-few'] },
    ),
    edit(
      'two-drops-partial-and-softmax-per-page',
      [
        [
          'export function',
          `const att = (Q: number[][], K: number[][], V: number[][]): number[][] => Q.map(q => mix(softmax(K.map(k => dot(q, k) / Math.sqrt(q.length))), V));
export function`,
        ],
        ['< length; t', '< Math.max(1, Math.floor(length / pageSize) * pageSize); t'],
        [
          `s = K.map(k => dot(q, k) / Math.sqrt(q.length));
  return mix(softmax(s), V)`,
          `parts: number[][] = [];
  for (let b = 0; b < K.length; b += pageSize) parts.push(att([q], K.slice(b, b + pageSize), V.slice(b, b + pageSize))[0]);
  return parts[0].map((_, c) => parts.reduce((s, p) => s + p[c], 0) / parts.length)`,
        ],
      ],
      { shows: ['drops-partial', 'softmax-per-page'] },
    ),
    edit(
      'two-ignores-table-and-whole-pages',
      [
        ['< length; t', '< Math.ceil(length / pageSize) * pageSize; t'],
        ['blockTable[Math.floor(t / pageSize)]', 'Math.floor(t / pageSize)'],
      ],
      { shows: ['ignores-table', 'whole-pages'] },
    ),
    edit('v-ignores-table', 'vPages[page][slot]', 'vPages[Math.floor(t / pageSize)][slot]'),
    edit('whole-pages', '< length; t', '< Math.ceil(length / pageSize) * pageSize; t'),
    edit(
      'zero-pad',
      `V.push(vPages[page][slot]);
  }
  const s = K.map(k => dot(q, k) / Math.sqrt(q.length));`,
      `V.push(vPages[page][slot]);
  }
  while (K.length % pageSize) { K.push(q.map(() => 0)); V.push(V[0].map(() => 0)); }
  const s = K.map(k => dot(q, k) / Math.sqrt(q.length));`,
    ),
  ],
  'right/short-helpers': [
    edit('all-table-pages', '< length; t', '< blockTable.length * B; t'),
    edit('block-and-slot-exchanged', '[Math.floor(t / B)], slot = t % B', '[t % B], slot =Math.floor(t / B)', {
      shows: 'divmod-swapped',
    }),
    edit('block-rounded', 'floor(t / B)', 'round(t / B)'),
    edit(
      'blocks-as-many-as-the-table',
      [
        ['(t / B)', '(t / blockTable.length)'],
        ['= t % B;', '= t % blockTable.length;'],
      ],
      { shows: 'fixed-block-size' },
    ),
    edit('blocks-from-one', '[Math.floor(t / B)]', '[Math.floor(t / B) + 1]', { shows: 'block-rounded' }),
    edit('blocks-of-sixteen', '= t % B;', '= t % 16;', { shows: 'fixed-block-size' }),
    edit('drops-partial', '< length; t', '< Math.floor(length / B) * B; t'),
    edit('first-block-only', 'Math.floor(t / B)', '0'),
    edit('first-token-missing', 't = 0; t < length', 't = 1; t < length'),
    edit('floor-sqrt', 'sqrt(q.length)', 'floor(Math.sqrt(q.length))'),
    edit('ignores-table', 'blockTable[Math.floor(t / B)],', 'Math.floor(t / B),'),
    edit('index-of', '[Math.floor(t / B)]', '.indexOf(Math.floor(t / B))', { shows: 'table-inverted' }),
    edit('k-ignores-table', 'kPages[block][slot]', 'kPages[Math.floor(t / B)][slot]'),
    edit('keys-as-values', 'vPages[block]', 'kPages[block]'),
    edit('last-block-only', 't = 0; t < length', 't = Math.floor((length - 1) / B) * B; t < length'),
    edit('max-from-zero', 'max(...x);', 'max(0,...x);'),
    edit('no-max', 'Math.max(...x);', '0;'),
    edit('no-scale', '(1 / Math.sqrt(q.length))', '1'),
    edit('one-too-many', 'length; t', 'length + 1; t'),
    edit('scale-block-size', 'q.length', 'B', { shows: 'scale-length' }),
    edit('scale-d', 'Math.sqrt(q.length)', 'q.length'),
    edit('scale-length', 'q.length', 'length'),
    edit('slot-not-wrapped', '= t % B;', '= t;'),
    edit('slots-from-one', '= t % B;', '= (t % B) + 1;', { shows: 'slot-not-wrapped' }),
    edit('stops-before-the-last', 'length; t', 'length - 1; t', { shows: 'one-too-few' }),
    edit('table-from-the-end', '[Math.floor(t / B)]', '[blockTable.length - 1 -Math.floor(t / B)]', {
      shows: 'table-inverted',
    }),
    edit('table-sorted', 'blockTable[Math.floor(t / B)]', '[...blockTable].sort((a, b) => a - b)[Math.floor(t / B)]'),
    edit('whole-pool', [
      ['< length; t', '< kPages.length * B; t'],
      ['blockTable[Math.floor(t / B)]', 'Math.floor(t / B)'],
    ]),
  ],
})
