import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('stores-output', 'return output', 'this.#values[this.#values.length - 1] = output\n    return output'),
    edit(
      'hard-argmax',
      'const weights = softmax(scores)',
      'const best = scores.indexOf(Math.max(...scores))\n    const weights = scores.map((_, j) => (j === best ? 1 : 0))',
    ),
  ],
  'right/helpers': [
    edit(
      'clears-after-read',
      'return mix(softmax(this.K.map((k) => dot(q, k) / Math.sqrt(q.length))), this.V)',
      `const out = mix(softmax(this.K.map((k) => dot(q, k) / Math.sqrt(q.length))), this.V)
    this.K = []
    this.V = []
    return out`,
    ),
    edit(
      'clears-after-read-empty',
      'return mix(softmax(this.K.map((k) => dot(q, k) / Math.sqrt(q.length))), this.V)',
      `if (this.K.length === 0) return []
    const out = mix(softmax(this.K.splice(0).map((k) => dot(q, k) / Math.sqrt(q.length))), this.V)
    this.V = []
    return out`,
    ),
    edit(
      'excludes-current-zeros',
      'return mix(softmax(this.K.map((k) => dot(q, k) / Math.sqrt(q.length))), this.V)',
      `const out: number[] = new Array(this.V[0].length).fill(0)
    const scores = this.K.slice(0, -1).map((k) => dot(q, k) / Math.sqrt(q.length))
    softmax(scores).forEach((w, j) => this.V[j].forEach((x, c) => (out[c] += w * x)))
    return out`,
      { shows: 'excludes-current' },
    ),
    edit(
      'fixed-capacity',
      '(v.slice())',
      `(v.slice())
    this.K = this.K.slice(-4)
    this.V = this.V.slice(-4)`,
    ),
    edit('fixed-capacity-16-counted', [
      [
        `[]

  append(k: number[], v: number[])`,
        `[]
  private n = 0

  append(k: number[], v: number[])`,
      ],
      [
        `.push(k.slice())
    this.V.push(v.slice())`,
        `[this.n % 16] = k.slice()
    this.V[this.n % 16] = v.slice()
    this.n++`,
      ],
      ['K.length', 'n'],
    ]),
    edit(
      'fixed-capacity-64',
      '(v.slice())',
      `(v.slice())
    this.K = this.K.slice(-64)
    this.V = this.V.slice(-64)`,
    ),
    edit('floor-sqrt', 'sqrt(q.length)', 'floor(Math.sqrt(q.length))'),
    edit(
      'full-at-8',
      `V: number[][] = []

  append(k: number[], v: number[]): void {
    this.K.push(k.slice())`,
      `V: number[][] = []

  append(k: number[], v: number[]): void {
    if (this.K.length === 8) return
    this.K.push(k.slice())`,
    ),
    edit('k-as-v', '(v.slice())', '(k.slice())'),
    edit('key-reference', '(k.slice())', '(k)'),
    edit(
      'keys-and-values-swapped',
      '(this.K.map((k) => dot(q, k) / Math.sqrt(q.length))), this.V',
      '(this.V.map((v) => dot(q, v) / Math.sqrt(q.length))), this.K',
    ),
    edit(
      'keys-only',
      [
        ['V.push(v.slice())', 'v = v.slice()'],
        [
          'return mix(softmax(this.K.map((k) => dot(q, k) / Math.sqrt(q.length))), this.V)',
          `const weights = softmax(this.K.map((k) => dot(q, k) / Math.sqrt(q.length)))
    return this.v.map((x) => weights.reduce((s, w) => s + w * x, 0))`,
        ],
      ],
      { shows: 'newest-only-counted' },
    ),
    edit('length-counts-both', 'K.length', 'K.length + this.V.length'),
    edit(
      'mask-local-index',
      'return mix(softmax(this.K.map((k) => dot(q, k) / Math.sqrt(q.length))), this.V)',
      `const scores = [q].map((query, i) =>this.K.map((k, j) => (j <= i ? dot(query, k) / Math.sqrt(q.length): -Infinity)),
    )[0]
    return mix(softmax(scores), this.V)`,
    ),
    edit('max-from-zero', 'max = Math.max(...x)', 'max = Math.max(0,...x)'),
    edit('newest-only', [
      ['.push(k.slice())', ' = [k.slice()]'],
      ['.push(v.slice())', ' = [v.slice()]'],
    ]),
    edit('no-max', '(v - max)', '(v)'),
    edit('opposite-order', 'push(v.slice())', 'unshift(v.slice())'),
    edit(
      'pushes-query-after',
      'return mix(softmax(this.K.map((k) => dot(q, k) / Math.sqrt(q.length))), this.V)',
      `const out = mix(softmax(this.K.map((k) => dot(q, k) / Math.sqrt(q.length))), this.V)
    this.append(q, q)
    return out`,
    ),
    edit('scale-d', 'Math.sqrt(q.length)', 'q.length'),
    edit('scale-value-width', '(q.length)', '(this.V[0].length)'),
    edit('shared-state', [
      ['private K:', 'private static K:'],
      ['private V:', 'private static V:'],
      ['this.K.push', 'KVCache.K.push'],
      ['this.V.', 'KVCache.V.'],
      [
        '(this.K.map((k) => dot(q, k) / Math.sqrt(q.length))), this',
        '(KVCache.K.map((k) => dot(q, k) / Math.sqrt(q.length))), KVCache',
      ],
      ['return this.K', 'return KVCache.K'],
    ]),
    edit('stores-reference', [
      ['(k.slice())', '(k)'],
      ['(v.slice())', '(v)'],
    ]),
    edit(
      'sums-again-for-each-key',
      'return mix(softmax(this.K.map((k) => dot(q, k) / Math.sqrt(q.length))), this.V)',
      `const scores = this.K.map((k) => dot(q, k) / Math.sqrt(q.length))
    const max = Math.max(...scores)
    const weights = scores.map((s) => Math.exp(s - max) / scores.reduce((sum, x) => sum + Math.exp(x - max), 0))
    return mix(weights, this.V)`,
      { shows: [] },
    ),
    edit('value-reference', '(v.slice())', '(v)'),
  ],
  'right/short-helpers': [
    edit('excludes-current', 'this.K.map', '(this.K.length > 1 ? this.K.slice(0, -1) : this.K).map'),
    edit('no-scale', ' / Math.sqrt(q.length)', ''),
    edit(
      'pushes-query',
      `attend(q: number[]): number[] {
    const s = this.K.map(k => dot(q, k) / Math.sqrt(q.length`,
      `attend(q: number[]): number[] {
    this.K.push(q); this.V.push(q)
    const s = this.K.map(k => dot(q, k) / Math.sqrt(q.length`,
    ),
    edit('scale-len', '(q.length)', '(this.K.length)'),
    edit(
      'skips-appends',
      `append(k: number[], v: number[]): void {
    this.K.push(k.slice());
    this.V.push(v.slice`,
      `append(k: number[], v: number[]): void {
    if (this.K.length && this.K.length % 3 === 2) return;
    this.K.push(k.slice());
    this.V.push(v.slice`,
    ),
    edit(
      'two-fixed-capacity-and-no-scale',
      [
        [
          '(k.slice());',
          `(k.slice());
    if (this.K.length > 4) { this.K.shift(); this.V.shift(); };`,
        ],
        [' / Math.sqrt(q.length)', ''],
      ],
      { shows: [] },
    ),
    edit(
      'two-fixed-capacity-and-pushes-query',
      [
        [
          '(k.slice());',
          `(k.slice());
    if (this.K.length > 4) { this.K.shift(); this.V.shift(); };`,
        ],
        [
          `attend(q: number[]): number[] {
    const s = this.K.map(k => dot(q, k) / Math.sqrt(q.length`,
          `attend(q: number[]): number[] {
    this.K.push(q); this.V.push(q)
    const s = this.K.map(k => dot(q, k) / Math.sqrt(q.length`,
        ],
      ],
      { shows: [] },
    ),
    edit(
      'two-k-as-v-and-excludes-current',
      [
        ['(v.slice())', '(k.slice())'],
        ['this.K.map', '(this.K.length > 1 ? this.K.slice(0, -1) : this.K).map'],
      ],
      { shows: [] },
    ),
    edit(
      'two-k-as-v-and-no-scale',
      [
        ['(v.slice())', '(k.slice())'],
        [' / Math.sqrt(q.length)', ''],
      ],
      { shows: [] },
    ),
    edit('zero-padded-prealloc', [
      [
        's = this.K',
        `pad = (M: number[][]) => [...M, ...Array.from({ length: Math.max(0, 16 - M.length) }, () => M[0].map(() => 0))];
    const s = pad(this.K)`,
      ],
      ['(w, this.V)', '(w, pad(this.V))'],
    ]),
  ],
})
