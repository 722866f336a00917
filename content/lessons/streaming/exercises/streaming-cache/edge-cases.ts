import type { LabeledScript, LabeledScriptGenerator } from '#lib/grading/define-class.ts'
import { LOOSE_TOLERANCE } from '#lib/grading/exercise.ts'
import type { Script, Step } from '#lib/grading/script.ts'
import { cache, cacheScript, longText, stream } from './scripts.ts'

export const examples: readonly LabeledScript[] = [
  {
    label: 'a window of two and one sink, queries of zeros',
    script: cacheScript(2, 1, (c) => [
      c.append([1], [8]),
      c.append([2], [4]),
      c.append([0], [2]),
      c.attend([0]),
      c.append([1], [6]),
      c.attend([0]),
      c.length,
    ]),
  },
  {
    label: 'a window of one and no sinks',
    script: cacheScript(1, 0, (c) => [c.append([1], [3]), c.append([2], [5]), c.attend([1]), c.length]),
  },
]

/** Each kind of mistake has a script in which it stands alone. */
export const edgeCases: readonly (LabeledScript | LabeledScriptGenerator)[] = [
  {
    label: 'the length before anything is appended, and as the cache fills',
    script: cacheScript(2, 1, (c) => [c.length, ...[1, 2, 3, 4, 5].flatMap((x) => [c.append([x], [x]), c.length])]),
  },
  { label: 'one token only', make: (r) => stream(r, { tokens: 1, window: 2, sinks: 1 }) },
  { label: 'a window larger than the text', make: (r) => stream(r, { tokens: 4, window: 9, sinks: 1 }) },
  { label: 'more sinks than tokens', make: (r) => stream(r, { tokens: 4, window: 1, sinks: 9 }) },
  { label: 'no sinks', make: (r) => stream(r, { tokens: 7, window: 3, sinks: 0 }) },
  { label: 'a window of one', make: (r) => stream(r, { tokens: 6, window: 1, sinks: 2 }) },
  { label: 'more sinks than the window is wide', make: (r) => stream(r, { tokens: 9, window: 2, sinks: 4 }) },
  { label: 'the window comes round three times', make: (r) => stream(r, { tokens: 14, window: 4, sinks: 2 }) },
  {
    label: 'keys of width 3, values of width 5',
    make: (r) => stream(r, { tokens: 6, window: 3, sinks: 1, d: 3, dV: 5 }),
  },
  { label: 'forty tokens, then one query', make: (r) => longText(r, { tokens: 40, window: 3, sinks: 2 }) },
  {
    label: 'three queries for the same tokens',
    make: (r) =>
      cacheScript(2, 1, (c) => [
        ...[0, 1, 2, 3].map(() => c.append(r.vector(2), r.vector(2))),
        ...[0, 1, 2].map(() => c.attend(r.vector(2))),
        c.length,
      ]),
  },
  {
    label: 'key and value buffers that the caller reuses',
    script: cacheScript(2, 1, (c) => [
      c.appendFrom([1, 0], [5, 0]),
      c.attend([2, 1]),
      c.appendFrom([0, 1], [0, 7]),
      c.attend([2, 1]),
      c.appendFrom([1, 1], [3, 3]),
      c.appendFrom([2, 0], [1, 8]),
      c.attend([2, 1]),
    ]),
  },
  { label: 'two caches side by side', script: sideBySide() },
  { label: 'scores at −20,000', script: scored([-20_000, -20_001, -20_000.5, -20_002]), tolerance: LOOSE_TOLERANCE },
  { label: 'scores at +10,000', script: scored([10_000, 10_001, 10_000.5, 10_002]), tolerance: LOOSE_TOLERANCE },
  { label: 'a spike of 900 that leaves the window', script: scored([0, 900, 1, 2, 0]) },
  { label: 'a spike of 900 in a sink', script: scored([900, 0, 1, 2, 0]) },
]

/** A window of two and one sink; keys of width 1 and the query 1, so that the scores are the keys. */
function scored(scores: readonly number[]): Script {
  return cacheScript(2, 1, (c) => scores.flatMap((s, j): Step[] => [c.append([s], [j + 1, 1]), c.attend([1])]))
}

function sideBySide(): Script {
  const [a, b] = [cache('a'), cache('b')]
  return [
    a.create(1, 1),
    b.create(2, 0),
    a.append([1, 0], [1, 0]),
    b.append([0, 1], [0, 9]),
    a.append([0, 1], [3, 2]),
    b.append([1, 1], [4, 4]),
    a.append([1, 1], [5, 5]),
    a.attend([1, 1]),
    b.attend([2, 1]),
    a.length,
    b.length,
  ]
}
