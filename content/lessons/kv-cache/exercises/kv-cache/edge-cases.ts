import type { LabeledScript, LabeledScriptGenerator } from '#lib/grading/define-class.ts'
import { LOOSE_TOLERANCE } from '#lib/grading/exercise.ts'
import type { Step } from '#lib/grading/script.ts'
import { cache, cacheScript, decodeScript, promptScript } from './scripts.ts'

/** Each kind of mistake has a script in which it stands alone. */
export const edgeCases: readonly (LabeledScript | LabeledScriptGenerator)[] = [
  {
    label: 'the length of an empty cache, then of one and of three tokens',
    script: cacheScript((c) => [
      c.length,
      c.append([1, 0], [1]),
      c.length,
      c.append([0, 1], [2]),
      c.append([1, 1], [3]),
      c.length,
    ]),
  },
  { label: 'one token only', make: (random) => promptScript(random, { tokens: 1, d: 3, dV: 2 }) },
  { label: 'keys of width 1', make: (random) => decodeScript(random, { tokens: 4, d: 1, dV: 2 }) },
  {
    label: 'keys of width 3, values of width 2',
    make: (random) => decodeScript(random, { tokens: 4, d: 3, dV: 2 }, 2),
  },
  { label: 'values wider than keys', make: (random) => decodeScript(random, { tokens: 3, d: 2, dV: 5 }) },
  { label: 'five tokens, then one query', make: (random) => promptScript(random, { tokens: 5, d: 2, dV: 2 }) },
  {
    label: 'three queries for the same tokens',
    make: (random) =>
      cacheScript((c) => [
        c.append(random.vector(2), random.vector(2)),
        c.append(random.vector(2), random.vector(2)),
        ...Array.from({ length: 3 }, () => c.attend(random.vector(2))),
        c.length,
      ]),
  },
  {
    label: 'key and value buffers that the caller reuses',
    script: cacheScript((c) => [
      c.appendFrom([1, 0], [5, 0]),
      c.attend([2, 1]),
      c.appendFrom([0, 1], [0, 7]),
      c.attend([2, 1]),
      c.appendFrom([1, 1], [3, 3]),
      c.attend([2, 1]),
    ]),
  },
  {
    label: 'a token of its own, then two from reused buffers',
    script: cacheScript((c) => [
      c.append([1, 0], [1, 0]),
      c.appendFrom([0, 1], [0, 5]),
      c.appendFrom([2, 1], [3, 3]),
      c.attend([1, 1]),
    ]),
  },
  {
    label: 'reused buffers that are filled four times before a query',
    make: (random) =>
      cacheScript((c) => [
        ...Array.from({ length: 4 }, () => c.appendFrom(random.vector(3), random.vector(2))),
        c.attend(random.vector(3)),
        c.length,
      ]),
  },
  { label: 'two caches side by side', script: sideBySide() },
  {
    label: 'a second cache of other widths, begun after the first',
    script: [
      ...cacheScript((c) => [c.append([1, 2], [1, 1]), c.attend([1, 0])]),
      cache('other').create,
      cache('other').length,
      cache('other').append([1, 0, 2], [4]),
      cache('other').attend([1, 1, 1]),
      cache('cache').length,
    ],
  },
  { label: 'scores near −20,000', script: scored([-20000, -20000.5, -20001]), tolerance: LOOSE_TOLERANCE },
  { label: 'scores at ±10,000', script: scored([10000, -10000, 9999]), tolerance: LOOSE_TOLERANCE },
  { label: 'one late spike', script: scored([0, 1, 900]) },
  { label: 'keys that are all the same', script: scored([2, 2, 2]) },
  { label: 'twenty tokens, step by step', make: (random) => decodeScript(random, { tokens: 20, d: 2, dV: 1 }) },
  { label: '70 tokens, then one query', make: (random) => promptScript(random, { tokens: 70, d: 1, dV: 1 }) },
]

/** Keys of width 1 and the query 1, so that the scores are the keys; the query reads after each token. */
function scored(scores: readonly number[]) {
  return cacheScript((c) => scores.flatMap((s, j): Step[] => [c.append([s], [j + 1, 1]), c.attend([1])]))
}

function sideBySide() {
  const [a, b] = [cache('a'), cache('b')]
  return [
    a.create,
    b.create,
    a.append([1, 0], [1, 0]),
    b.append([0, 1], [0, 9]),
    a.attend([1, 1]),
    a.append([0, 1], [3, 2]),
    b.attend([2, 1]),
    a.attend([0, 2]),
    a.length,
    b.length,
  ]
}
