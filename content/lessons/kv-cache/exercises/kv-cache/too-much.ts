import type { ClassMisconception } from '#lib/grading/define-class.ts'
import { NotApplicable } from '#lib/grading/not-applicable.ts'
import { brokenCache, type Vector } from './broken-cache.ts'

/** Caches that read more than what was appended: queries, or slots that nothing was written to. */
export const tooMuch: readonly ClassMisconception[] = [
  {
    id: 'pushes-query',
    headline: 'Queries end up in the cache',
    feedback:
      'Your `attend` stores the query, so the query attends to itself and every later step finds it among the keys. No later token reads an old query. Store only keys and values, and only in `append`.',
    ...brokenCache({ before: push }),
    variants: [brokenCache({ before: pushFitting })],
  },
  {
    id: 'pushes-query-after',
    headline: 'Queries end up in the cache',
    feedback:
      'Your `attend` stores the query after computing the output, so the next step finds it among the keys. No later token reads an old query. Store only keys and values, and only in `append`.',
    ...brokenCache({ after: pushQuery }),
    variants: [brokenCache({ after: pushQuery, before: fitting })],
  },
  {
    id: 'stores-output',
    headline: 'Outputs end up in the cache',
    feedback:
      'Your `attend` stores its output, so later steps average outputs as if they were values. The cache holds one key and one value per token, as `append` was given them. `attend` must change nothing.',
    ...brokenCache({ after: replaceValue }),
    variants: [
      brokenCache({ after: (_q, _keys, values, output) => values.push(output) }),
      brokenCache({ after: (q, keys, values, output) => push(q, keys, values, output) }),
    ],
  },
  ...[8, 16, 32, 64, 100, 128, 256, 512, 1024, 4096].map(emptySlots),
]

/** An empty slot holds zeros: its score is 0, not −∞, so it takes weight and gives nothing. */
function emptySlots(capacity: number): ClassMisconception {
  return {
    id: capacity === 16 ? 'zero-padded-prealloc' : `zero-padded-prealloc-${capacity}`,
    headline: 'Empty slots get weight',
    feedback: `You attend over all ${capacity} slots that you made in advance. A slot of zeros scores 0, and e^0 = 1 takes a share of the weight for a token that does not exist. Read only the first \`length\` slots.`,
    ...brokenCache({ empty: (n) => Math.max(0, capacity - n) }),
  }
}

function push(q: Vector, keys: Vector[], values: Vector[], value = q): void {
  keys.push(q)
  values.push(value)
}
function replaceValue(_q: Vector, _keys: Vector[], values: Vector[], output: number[]): void {
  values[values.length - 1] = output
}
function pushQuery(q: Vector, keys: Vector[], values: Vector[]): void {
  push(q, keys, values)
}
/** Where values have another width than queries, what comes of it is a matter of style. */
function pushFitting(q: Vector, keys: Vector[], values: Vector[]): void {
  push(q, keys, values)
  fitting(q, keys, values)
}
function fitting(_q: Vector, _keys: Vector[], values: Vector[]): void {
  if (values.some((v) => v.length !== values[0]?.length)) throw new NotApplicable({ mayPass: true })
}
