import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('last-query', 'project(x, Wq)', 'project(tokens[tokens.length - 1], Wq)'),
    edit('last-row-only', 'return output', 'return output.slice(-1)'),
    edit(
      'stores-output',
      'output.push(attend(project(x, Wq), keys, values))',
      `const y = attend(project(x, Wq), keys, values)
    output.push(y)
    values[values.length - 1] = y`,
    ),
  ],
  'right/short-helpers': [
    edit('excludes-current', [
      [
        '(project(x, Wv))',
        `(project(x, Wv))
    const past = keys.length > 1 ? keys.slice(0, -1) : keys`,
      ],
      ['(project(x, Wq), keys)', '(project(x, Wq), past)'],
    ]),
    edit('excludes-current-zeros', [
      [
        `return tokens.map((x) => {
    keys.push(project(x, Wk))
    values.push(project(x, Wv))`,
        `return tokens.map((x) => {
    const weights = softmax(scaled(project(x, Wq), keys))
    const out: number[] = new Array(Wv[0].length).fill(0)
    weights.forEach((w, j) => values[j].forEach((v, c) => (out[c] += w * v)))
    keys.push(project(x, Wk))
    values.push(project(x, Wv))`,
      ],
      ['mix(softmax(scaled(project(x, Wq), keys)), values)', 'out'],
    ]),
    edit(
      'extends-the-tokens',
      [
        [
          `const values: number[][] = []
  return tokens.map((x) => {
    keys.push(project(x, Wk))`,
          `const values: number[][] = []
  const output: number[][] = []
  while (tokens.length > 0) {
    const x = tokens.shift()!
    keys.push(project(x, Wk))`,
        ],
        [
          `.push(project(x, Wv))
    return mix(softmax(scaled(project(x, Wq), keys)), values)
  })
}`,
          `.push(project(x, Wv))
    output.push(mix(softmax(scaled(project(x, Wq), keys)), values))
  }
  return output
}`,
        ],
      ],
      { shows: [] },
    ),
    edit('first-query', [
      [
        `[]
  return tokens`,
        `[]
  const q = project(tokens[0], Wq)
  return tokens`,
      ],
      ['project(x, Wq)', 'q'],
    ]),
    edit(
      'fixed-capacity',
      '(project(x, Wv))',
      `(project(x, Wv))
    if (keys.length > 4) {
      keys.shift()
      values.shift()
    }`,
    ),
    edit(
      'floor-sqrt',
      'return mix(softmax(scaled(project(x, Wq), keys)), values)',
      `const q = project(x, Wq)
    return mix(softmax(keys.map((k) => dot(q, k) / Math.floor(Math.sqrt(q.length)))), values)`,
    ),
    edit('k-as-v', '(x, Wv)', '(x, Wk)'),
    edit('keys-and-values-swapped', [
      ['(x, Wk)', '(x, Wv)'],
      ['(x, Wv)', '(x, Wk)'],
    ]),
    edit(
      'mask-local-index',
      'return mix(softmax(scaled(project(x, Wq), keys)), values)',
      `const scores = [project(x, Wq)].map((q, i) => scaled(q, keys).map((s, j) => (j <= i ? s : -Infinity)))[0]
    return mix(softmax(scores), values)`,
    ),
    edit('max-from-zero', 'max(...x)', 'max(0,...x)'),
    edit(
      'module-level-cache',
      [
        [
          'export function',
          `const keys: number[][] = []
const values: number[][] = []
export function`,
        ],
        [
          `const keys: number[][] = []
  const values: number[][] = []
  `,
          '',
        ],
      ],
      { shows: [] },
    ),
    edit(
      'newest-only',
      `keys.push(project(x, Wk))
    values.push(project(x, Wv))`,
      `const keys = [project(x, Wk)]
    const values = [project(x, Wv)]`,
    ),
    edit('no-max', '(v - max)', '(v)'),
    edit(
      'no-scale',
      'return mix(softmax(scaled(project(x, Wq), keys)), values)',
      `const q = project(x, Wq)
    return mix(softmax(keys.map((k) => dot(q, k))), values)`,
    ),
    edit('not-causal', [
      [
        `: number[][] = []
  const values: number[][] = []`,
        `= tokens.map((x) => project(x, Wk))
  const values = tokens.map((x) => project(x, Wv))`,
      ],
      [
        `
    keys.push(project(x, Wk))
    values.push(project(x, Wv))`,
        '',
      ],
    ]),
    edit('opposite-order', 'push(project(x, Wv))', 'unshift(project(x, Wv))'),
    edit(
      'projects-the-prefix-again',
      `const keys: number[][] = []
  const values: number[][] = []
  return tokens.map((x) => {
    keys.push(project(x, Wk))
    values.push(project(x`,
      `return tokens.map((x, t) => {
    const prefix = tokens.slice(0, t + 1)
    const keys = prefix.map((y) => project(y, Wk))
    const values = prefix.map((y) => project(y`,
      { shows: [] },
    ),
    edit(
      'pushes-query',
      '(project(x, Wv))',
      `(project(x, Wv))
    const q = project(x, Wq)
    keys.push(q)
    values.push(q)`,
    ),
    edit(
      'scale-d',
      'return mix(softmax(scaled(project(x, Wq), keys)), values)',
      `const q = project(x, Wq)
    return mix(softmax(keys.map((k) => dot(q, k) / q.length)), values)`,
    ),
    edit(
      'scale-len',
      'return mix(softmax(scaled(project(x, Wq), keys)), values)',
      `const q = project(x, Wq)
    return mix(softmax(keys.map((k) => dot(q, k) / Math.sqrt(keys.length))), values)`,
    ),
    edit(
      'scale-model-width',
      'return mix(softmax(scaled(project(x, Wq), keys)), values)',
      `const q = project(x, Wq)
    return mix(softmax(keys.map((k) => dot(q, k) / Math.sqrt(x.length))), values)`,
    ),
    edit(
      'scale-value-width',
      'return mix(softmax(scaled(project(x, Wq), keys)), values)',
      `const q = project(x, Wq)
    return mix(softmax(keys.map((k) => dot(q, k) / Math.sqrt(Wv[0].length))), values)`,
    ),
    edit('wq-for-keys', '(x, Wk)', '(x, Wq)'),
    edit(
      'zero-padded-prealloc-64',
      `: number[][] = []
  const values: number[][] = []
  return tokens.map((x) => {
    keys.push(project(x, Wk))
    values.push(project(x, Wv)`,
      ` = Array.from({ length: 64 }, () => Wk[0].map(() => 0))
  const values = Array.from({ length: 64 }, () => Wv[0].map(() => 0))
  return tokens.map((x, t) => {
    keys[t] = project(x, Wk)
    values[t] = project(x, Wv`,
    ),
  ],
})
