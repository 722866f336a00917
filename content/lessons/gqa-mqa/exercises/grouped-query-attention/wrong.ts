import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  'right/attend-by-head': [
    edit(
      'drops-heads',
      `group = Q.length / K.length;
  return Q.map((q, h) => {
    const kv = Math.floor(h / group);`,
      `group = Q.length / K.length;
  return Q.slice(0, K.length).map((q, h) => {
    h = h * group;
    const kv = Math.floor(h / group);`,
    ),
    edit(
      'two-divide-by-hkv-and-k-shared-v-per-head',
      [
        ['floor(h / group)', 'min(K.length - 1, Math.floor(h / K.length))'],
        ['(q, K[kv], V[kv])', '(q, K[kv], V[Math.min(h, V.length - 1)])'],
      ],
      { shows: ['divide-by-hkv', 'k-shared-v-per-head'] },
    ),
    edit(
      'two-first-only-and-drops-heads',
      `return Q.map((q, h) => {
    const kv = Math.floor(h / group);
    return att(q, K[kv], V[`,
      `return Q.slice(0, K.length).map((q, h) => {
    h = h * group;
    const kv = 0;
    return att(q, K[kv], V[`,
      { shows: ['first-only', 'drops-heads'] },
    ),
    edit(
      'two-first-only-and-reversed',
      [
        ['Math.floor(h / group)', '0'],
        ['[kv], V[kv]', '[K.length - 1 - kv], V[V.length - 1 - kv]'],
      ],
      { shows: ['first-only', 'reversed'] },
    ),
    edit(
      'two-mean-pool-and-drops-heads',
      [
        [
          `group = Q.length / K.length;
  return Q.map((q, h) => {
    const kv = Math.floor(h / group);`,
          `group = Q.length / K.length;
  return Q.slice(0, K.length).map((q, h) => {
    h = h * group;
    const kv = Math.floor(h / group);`,
        ],
        [
          'return att(q, K[kv], V[kv])',
          `const avg = (M: number[][][]) => M[0].map((r, i) => r.map((_, c) => M.reduce((s, m) => s + m[i][c], 0) / M.length));
    return att(q, avg(K), avg(V))`,
        ],
      ],
      { shows: ['mean-pool', 'drops-heads'] },
    ),
    edit(
      'two-min-clamp-and-scale-group',
      [
        ['floor(h / group)', 'min(h, K.length - 1)'],
        ['(q, K[kv], V[kv])', '(q.map(r => r.map(v => v / Math.sqrt(group))), K[kv], V[kv])'],
      ],
      { shows: ['min-clamp', 'scale-group'] },
    ),
    edit(
      'two-round-and-reversed',
      [
        ['floor(h / group)', 'min(K.length - 1, Math.round(h / group))'],
        ['[kv], V[kv]', '[K.length - 1 - kv], V[V.length - 1 - kv]'],
      ],
      { shows: ['round', 'reversed'] },
    ),
  ],
  'right/loops': [
    edit('all-keys', [
      ['[Math.floor(i / (h / g))],', '.flat(),'],
      ['[Math.floor(i / (h / g))];', '.flat();'],
    ]),
    edit(
      'ceil',
      '[Math.floor(i / (h / g))], values = V[Math.floor(i / (h / g))]',
      '[Math.min(g - 1, Math.ceil(i / (h / g)))], values = V[Math.min(g - 1, Math.ceil(i / (h / g)))]',
    ),
    edit('divide-by-hkv', [
      ['[Math.floor(i / (h / g))],', '[Math.floor(i / g)],'],
      ['[Math.floor(i / (h / g))];', '[Math.floor(i / g)];'],
    ]),
    edit(
      'drops-heads-first',
      [
        ['< h; i++', '< g; i++'],
        ['[Math.floor(i / (h / g))],', '[i],'],
        ['[Math.floor(i / (h / g))];', '[i];'],
      ],
      { shows: 'drops-heads' },
    ),
    edit(
      'drops-heads-last',
      [
        ['< h; i++', '< g; i++'],
        ['[Math.floor(i / (h / g))],', '[i],'],
        ['[Math.floor(i / (h / g))];', '[i];'],
        ['(const q of Q[i])', '(const q of Q[(i + 1) * (h / g) - 1])'],
      ],
      { shows: 'drops-heads' },
    ),
    edit('first-only', [
      ['[Math.floor(i / (h / g))],', '[0],'],
      ['[Math.floor(i / (h / g))];', '[0];'],
    ]),
    edit('k-shared-v-first', '[Math.floor(i / (h / g))];', '[0];', { shows: 'k-shared-v-per-head' }),
    edit('k-shared-v-modulo', '[Math.floor(i / (h / g))];', '[i % g];', { shows: 'k-shared-v-per-head' }),
    edit(
      'mean-pool',
      '[Math.floor(i / (h / g))], values = V[Math.floor(i / (h / g))]',
      '[0].map((row, t) => row.map((_, c) => K.reduce((s, m) => s + m[t][c], 0) / g)), values = V[0].map((row, t) => row.map((_, c) => V.reduce((s, m) => s + m[t][c], 0) / g))',
    ),
    edit('min-clamp', [
      ['[Math.floor(i / (h / g))],', '[i < g ? i : g - 1],'],
      ['[Math.floor(i / (h / g))];', '[i < g ? i : g - 1];'],
    ]),
    edit('modulo', [
      ['[Math.floor(i / (h / g))],', '[i % g],'],
      ['[Math.floor(i / (h / g))];', '[i % g];'],
    ]),
    edit('reversed', [
      ['K[Math.floor(i / (h / g))]', 'K[g - 1 -Math.floor(i / (h / g))]'],
      ['V[Math.floor(i / (h / g))]', 'V[g - 1 -Math.floor(i / (h / g))]'],
    ]),
    edit('round-past-the-end', '[Math.floor(i / (h / g))],', '[Math.round(i / (h / g))],', { shows: 'no-grouping' }),
    edit('scale-d', 'Math.sqrt(d)', 'd'),
    edit('scale-dmodel', 'sqrt(d)', 'sqrt(h *d)'),
    edit('scale-group-only', 'sqrt(d);', 'sqrt(h / g);', { shows: 'scale-group' }),
    edit('scale-group-size', 'Math.sqrt(d)', '(Math.sqrt(d) * (h / g))', { shows: 'scale-group' }),
    edit('v-shared-k-per-head', '[Math.floor(i / (h / g))],', '[i % g],'),
  ],
  'right/queries-taken-off-a-list': [
    edit(
      'floor-sqrt',
      [
        [
          `number[][][], K: number[][][], V: number[][][]): number[][][] {
  const out: number[][][] = []`,
          `number[][][], K: number[][][], V: number[][][]): number[][][] {
  const r = Q.length / K.length
  const out: number[][][] = []`,
        ],
        [
          `let qs = Q.slice()
  const r = Q.length / K.length
  K.forEach((k, g) => {
    for (const q of qs.splice(0, r)) out.push(q.map((row) => one(row, k, V[g])))
  })`,
          `for (let h = 0; h < Q.length; h++) {
    const g = Math.floor(h / r)
    out.push(Q[h].map((q) => one(q, K[g], V[g], 1 / Math.floor(Math.sqrt(q.length)))))
  }`,
        ],
      ],
      { shows: 'another-scale' },
    ),
    edit(
      'previous-head',
      [
        [
          `number[][][], K: number[][][], V: number[][][]): number[][][] {
  const out: number[][][] = []`,
          `number[][][], K: number[][][], V: number[][][]): number[][][] {
  const r = Q.length / K.length
  const out: number[][][] = []`,
        ],
        [
          `let qs = Q.slice()
  const r = Q.length / K.length
  K.forEach((k, g) => {
    for (const q of qs.splice(0, r)) out.push(q.map((row) => one(row, k, V[g])))
  })`,
          `for (let h = 0; h < Q.length; h++) {
    const g = (Math.floor(h / r) + K.length - 1) % K.length
    out.push(Q[h].map((q) => one(q, K[g], V[g])))
  }`,
        ],
      ],
      { shows: 'off-by-one' },
    ),
  ],
  'right/short-helpers': [
    edit(
      'causal',
      `(row) => {
      const w = softmax(keys.map((k) => dot(row, k) / (Math.sqrt(q[0].length)))`,
      `(row, t) => {
      const w = softmax(keys.map((k, j) => (j > t ? -Infinity : dot(row, k) / Math.sqrt(row.length)))`,
    ),
    edit(
      'divide-by-hkv-clamped',
      '[Math.floor(i / (h / g))], V[Math.floor(i / (h / g))]',
      '[Math.min(g - 1, Math.trunc(i / g))], V[Math.min(g - 1, Math.trunc(i / g))]',
      { shows: 'divide-by-hkv' },
    ),
    edit(
      'flat-output',
      `return Q.map((q, i) => {
    const [keys, values] = [K[Math.floor(i / (h / g))], V[Math.floor`,
      `return Q.flatMap((q, i) => {
    const [keys, values] = [K[Math.floor(i / (h / g))], V[Math.floor`,
      { shows: [] },
    ),
    edit(
      'index-in-group',
      '[Math.floor(i / (h / g))], V[Math.floor(i / (h / g))]',
      '[(i % (h / g)) % g], V[(i % (h / g)) % g]',
    ),
    edit(
      'k-shared-v-per-head',
      '[K[Math.floor(i / (h / g))], V[Math.floor(i / (h / g))]]',
      '[K[Math.floor(i / (h / g))], V[Math.min(i, g - 1)]]',
    ),
    edit('keys-as-values', 'V[Math.floor(i / (h / g))]', 'K[Math.floor(i / (h / g))]'),
    edit('last-only', '[Math.floor(i / (h / g))], V[Math.floor(i / (h / g))]', '[g - 1], V[g - 1]'),
    edit('no-grouping', '[Math.floor(i / (h / g))], V[Math.floor(i / (h / g))]', '[i], V[i]'),
    edit('no-max', [
      [
        '[Q.length, K.length];',
        `[Q.length, K.length];
  const unsafe = (x: number[]): number[] => {
    const z = x.reduce((s, v) => s + Math.exp(v), 0);
    return x.map((v) => Math.exp(v) / z);
  };`,
      ],
      [
        'softmax(keys.map((k) => dot(row, k) / (Math.sqrt(q[0].length))))',
        'unsafe(keys.map((k) => dot(row, k) / (Math.sqrt(q[0].length))))',
      ],
    ]),
    edit('no-scale', 'Math.sqrt(q[0].length)', '1'),
    edit(
      'off-by-one',
      '[Math.floor(i / (h / g))], V[Math.floor(i / (h / g))]',
      '[Math.min(Math.floor(i / (h / g)) + 1, g - 1)], V[Math.min(Math.floor(i / (h / g)) + 1, g - 1)]',
    ),
    edit(
      'returns-typed-arrays',
      'values[0].map((_, c) => w.reduce((s, p, j) => s + p * values[j][c], 0))',
      'Float64Array.from(values[0], (_, c) => w.reduce((s, p, j) => s + p * values[j][c], 0)) as unknown as number[]',
      { shows: [] },
    ),
    edit(
      'round',
      '[Math.floor(i / (h / g))], V[Math.floor(i / (h / g))]',
      '[Math.min(g - 1, Math.round(i * g / h))], V[Math.min(g - 1, Math.round(i * g / h))]',
    ),
    edit('scale-group', '(q[0].length)', '(q[0].length * h / g)'),
    edit('softmax-over-queries', [
      ['[h, g] = [Q.length, K.length]', 'group = Q.length / K.length'],
      [
        `keys, values] = [K[Math.floor(i / (h / g))], V[Math.floor(i / (h / g))]];
    return q.map((row) => {
      const w = softmax(keys.map((k) => dot(row, k) / (Math.sqrt(q[0].length))));
      return values[0].map((_, c) => w.reduce((s, p, j) => s + p * values[j][c], 0));
    }`,
        `k, v] = [K[Math.floor(i / group)], V[Math.floor(i / group)]];
    const columns = k.map((key) => softmax(q.map((row) => dot(row, key) / Math.sqrt(key.length))));
    return q.map((_, t) => v[0].map((_, c) => columns.reduce((s, col, j) => s + col[t] * v[j][c], 0))`,
      ],
    ]),
    edit(
      'writes-into-q',
      '[Q.length, K.length];',
      `[Q.length, K.length];
  for (const head of Q) for (const row of head) for (let c = 0; c < row.length; c++) row[c] *= 1;
  Q[0][0][0] += 1e-3;`,
      { shows: [] },
    ),
  ],
})
