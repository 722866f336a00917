import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  'right/functional': [
    edit('first-slice-of-keys-and-values', '(K, h), part(V, h)', '(K, 0), part(V, 0)', { shows: 'first-slice' }),
    edit(
      'heads-as-they-are',
      [
        ['X.map((_, i) => heads.flatMap((head) => head[i]))', 'heads'],
        ['mm(merged, Wo)', 'merged as unknown as number[][]'],
      ],
      { shows: 'stacked-heads' },
    ),
    edit('heads-as-width', [
      [' Q[0].length /', ''],
      ['length: numHeads', 'length: Q[0].length / numHeads'],
    ]),
    edit('heads-rotated', '(K, h), part(V, h)', '(K, (h + 1) % numHeads), part(V, (h + 1) % numHeads)'),
    edit('last-head-only', '(head) => head[i]', '(head, h) => (h === numHeads - 1 ? head[i] : head[i].map(() => 0))'),
    edit('mean-heads', [
      ['.flatMap((head) => head[i])', '[0][i].map((_, c) => heads.reduce((s, head) => s + head[i][c], 0) / numHeads)'],
      ['mm(merged, Wo)', 'merged'],
    ]),
    edit('merge-no-transpose', 'flatMap((head) => head[i])', 'flat(2).slice(i * w * numHeads, (i + 1) * w * numHeads)'),
    edit(
      'no-softmax',
      'softmax(row.map((s) => s / (Math.sqrt(q[0].length))))',
      '(row.map((s) => s / (Math.sqrt(q[0].length))))',
    ),
    edit('not-projected', 'mm(X, Wq), K = mm(X, Wk), V = mm(X, Wv)', 'X, K = X, V = X'),
    edit(
      'one-wide-head',
      'Array.from({ length: numHeads }, (_, h) => attend(part(Q, h), part(K, h), part(V, h)))',
      '[attend(Q, K, V)]',
    ),
    edit(
      'one-wide-head-other-scale',
      [
        ['q[0].length', 'w'],
        ['Array.from({ length: numHeads }, (_, h) => attend(part(Q, h), part(K, h), part(V, h)))', '[attend(Q, K, V)]'],
      ],
      { shows: 'one-wide-head' },
    ),
    edit('queries-with-wk', '(X, Wq)', '(X, Wk)', { shows: 'shared-q-k' }),
    edit('residual', '(merged, Wo);', '(merged, Wo).map((row, i) => row.map((v, c) => v + X[i][c]));'),
    edit('reversed-merge', 'heads.flatMap', '[...heads].reverse().flatMap'),
    edit('scale-dmodel', '(q[0].length)', '(X[0].length)'),
    edit('scale-len', '(q[0].length)', '(X.length)'),
    edit(
      'scales-x-in-place',
      `[][], numHeads: number): number[][] {
  const Q = mm(X, Wq), K = mm(X, Wk), V = mm(X, Wv);`,
      `[][], numHeads: number): number[][] {
  for (const row of X) row.forEach((v, c) => { row[c] = v * 1.0001; });
  const Q = mm(X, Wq), K = mm(X, Wk), V = mm(X, Wv);`,
      { shows: [] },
    ),
    edit(
      'scores-averaged',
      'Array.from({ length: numHeads }, (_, h) => attend(part(Q, h), part(K, h), part(V, h)))',
      '(() => { const S = Array.from({ length: numHeads }, (_, h) => mm(part(Q, h), T(part(K, h)))); const P = X.map((_, i) => softmax(X.map((_, j) => S.reduce((t, s) => t + s[i][j], 0) / numHeads / Math.sqrt(w)))); return S.map((_, h) => mm(P, part(V, h))); })()',
      { shows: 'one-wide-head' },
    ),
    edit(
      'softmax-over-all-heads',
      'Array.from({ length: numHeads }, (_, h) => attend(part(Q, h), part(K, h), part(V, h)))',
      '(() => { const S = Array.from({ length: numHeads }, (_, h) => mm(part(Q, h), T(part(K, h))).map((r) => r.map((s) => s / Math.sqrt(w)))); const P = X.map((_, i) => softmax(S.flatMap((s) => s[i]))); return S.map((_, h) => mm(P.map((p) => p.slice(h * X.length, (h + 1) * X.length)), part(V, h))); })()',
    ),
    edit(
      'softmax-over-matrix',
      '  mm(mm(q, T(k)).map((row) => softmax(row.map((s) => s / (Math.sqrt(q[0].length))))), v)',
      `{
    const all = softmax(mm(q, T(k)).flat().map((s) => s / Math.sqrt(w)));
    return mm(q.map((_, i) => all.slice(i * k.length, (i + 1) * k.length)), v);
  }`,
    ),
    edit(
      'softmax-over-queries',
      'mm(q, T(k)).map((row) => softmax(row.map((s) => s / (Math.sqrt(q[0].length)))))',
      'T(mm(k, T(q)).map((col) => softmax(col.map((s) => s / Math.sqrt(w)))))',
    ),
    edit('split-rows', [
      ['Q[0].length', 'X.length'],
      ['map((row) => row.slice(h * w, h * w + w))', 'slice(h * w, (h + 1) * w)'],
      ['X.map((_, i) => heads.flatMap((head) => head[i]))', 'heads.flat()'],
    ]),
    edit('stacked-heads', [
      ['X.map((_, i) => heads.flatMap((head) => head[i]))', 'heads.flat()'],
      ['mm(merged, Wo)', 'merged'],
    ]),
    edit('strided-both', [
      ['slice(h * w, h * w + w)', 'filter((_, c) => c % numHeads === h)'],
      [
        'heads.flatMap((head) => head[i])',
        'Array.from({ length: w * numHeads }, (_, c) => heads[c % numHeads][i][Math.floor(c / numHeads)])',
      ],
    ]),
    edit('strided-split', 'row.slice(h * w, h * w + w)', 'Array.from({ length: w }, (_, c) => row[c * numHeads + h])'),
    edit(
      'sum-heads',
      '.flatMap((head) => head[i])',
      '[0][i].map((_, c) => heads.reduce((s, head) => s + head[i][c], 0))',
      { shows: 'mean-heads' },
    ),
    edit('swapped-projections', [
      ['(X, Wk)', '(X, Wv)'],
      ['(X, Wv)', '(X, Wk)'],
    ]),
    edit('values-not-projected', 'mm(X, Wv)', 'X', { shows: 'not-projected' }),
    edit('view-both-ways', [
      [
        '(row) => row.slice(h * w, h * w + w)',
        '(_, i) => M.flat().slice((h * M.length + i) * w, (h * M.length + i + 1) * w)',
      ],
      ['flatMap((head) => head[i])', 'flat(2).slice(i * w * numHeads, (i + 1) * w * numHeads)'],
    ]),
    edit(
      'view-no-transpose',
      '(row) => row.slice(h * w, h * w + w)',
      '(_, i) => M.flat().slice((h * M.length + i) * w, (h * M.length + i + 1) * w)',
    ),
    edit('wo-transposed', '(merged, Wo)', '(merged, T(Wo))', { shows: 'w-transposed' }),
    edit('wo-twice', '(merged, Wo)', '(mm(merged, Wo), Wo)'),
  ],
  'right/offsets': [
    edit('causal', '= true ? s', '= j <= i ? s'),
    edit('first-slice', 'h * w, kb = h * w, vb = h * w', '0, kb = 0, vb = 0'),
    edit('first-slice-of-values', '= h * w;', '= 0;', { shows: 'first-slice' }),
    edit('ignores-the-last-token', 'X.length', 'Math.max(1, X.length - 1)', { shows: [] }),
    edit('k-as-v', '(X, Wv)', '(X, Wk)'),
    edit('last-head-missing', '< numHeads; h', '< (numHeads === 1 ? 1 : numHeads - 1); h', { shows: 'last-head-only' }),
    edit(
      'mean-heads-through-wo',
      [
        ['h * w +', ''],
        ['(e[j] / sum)', '(e[j] / sum / numHeads)'],
      ],
      { shows: 'mean-heads' },
    ),
    edit('mean-of-values', 'e[j] / sum', '1 / n'),
    edit('no-max', '(e[j] - max)', '(e[j])'),
    edit('no-scale-loops', 'Math.sqrt(w)', '1', { shows: 'no-scale' }),
    edit('no-wo-loops', 'project(merged, Wo)', 'merged', { shows: 'no-wo' }),
    edit('reversed-merge-loops', '[h * w + c]', '[(numHeads - 1 - h) * w + c]', { shows: 'reversed-merge' }),
    edit('scale-floor', 'sqrt(w)', 'floor(Math.sqrt(w))'),
    edit('scale-heads', '(Math.sqrt(w))', '(Math.sqrt(numHeads))'),
    edit('scale-width', 'Math.sqrt(w)', 'w'),
    edit('shared-q-k-loops', '(X, Wk)', '(X, Wq)', { shows: 'shared-q-k' }),
    edit('strided-merge-loops', 'h * w + c', 'c * numHeads + h', { shows: 'strided-merge' }),
    edit('w-transposed-throughout', 'W[k][c]', 'W[c][k]', { shows: 'w-transposed' }),
    edit(
      'wq-and-wk-swapped',
      [
        ['(X, Wq)', '(X, Wk)'],
        ['(X, Wk)', '(X, Wq)'],
      ],
      { shows: 'swapped-projections' },
    ),
  ],
  'right/short-helpers': [
    edit('no-scale', '(b => dot(a, b) * scale)', '(b => dot(a, b))'),
    edit('no-wo', 'matmul(merged, Wo)', 'merged'),
    edit('shared-q-k', '(X, Wk)', '(X, Wq)'),
    edit(
      'softmax-over-heads',
      'const merged',
      `const sc = heads.map((_, h) => split(Q, h).map(a => split(K, h).map(b => dot(a, b) * scale)));
  heads.forEach((o, h) => o.forEach((_, i) => { o[i] = mix(sc[h][i].map((_, j) => softmax(sc.map(m => m[i][j]))[h]), split(V, h)); }));
  const merged`,
    ),
    edit(
      'strided-merge',
      'heads.flatMap(o => o[i])',
      'Array.from({ length: dh * numHeads }, (_, c) => heads[c % numHeads][i][Math.floor(c / numHeads)])',
    ),
    edit(
      'two-mean-heads-and-shared-q-k',
      [
        ['(X, Wk)', '(X, Wq)'],
        ['o => o[i]', '() => Array.from({ length: dh }, (_, c) => heads.reduce((s, o) => s + o[i][c], 0) / numHeads)'],
      ],
      { shows: ['mean-heads', 'shared-q-k'] },
    ),
    edit(
      'two-scale-dmodel-and-strided-split',
      [
        ['sqrt(dh);', 'sqrt(Q[0].length);'],
        ['slice(h * dh, (h + 1) * dh)', 'filter((_, c) => c % numHeads === h)'],
      ],
      { shows: ['scale-dmodel', 'strided-split'] },
    ),
    edit(
      'two-scale-dmodel-and-view-no-transpose',
      [
        ['sqrt(dh);', 'sqrt(Q[0].length);'],
        [
          'r => r.slice(h * dh, (h + 1) * dh)',
          '(_, i) => M.flat().slice((h * M.length + i) * dh, (h * M.length + i + 1) * dh)',
        ],
      ],
      { shows: ['scale-dmodel', 'view-no-transpose'] },
    ),
    edit('w-transposed', [
      ['(X, Wq)', '(X, Wq[0].map((_, c) => Wq.map(r => r[c])))'],
      ['(X, Wk)', '(X, Wk[0].map((_, c) => Wk.map(r => r[c])))'],
      ['(X, Wv)', '(X, Wv[0].map((_, c) => Wv.map(r => r[c])))'],
    ]),
  ],
})
