import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import type { Matrix } from '#lib/grading/value.ts'

export type OffsetArgs = readonly [weights: Matrix, offset: number]
type Wrong = FunctionMisconception<OffsetArgs>

const add = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)
const mean = (list: readonly number[]): number => (list.length === 0 ? 0 : add(list) / list.length)
/** The weights at the offset, of the rows where that position exists. */
const collect = (weights: Matrix, offset: number): number[] => weights.flatMap((row, i) => row[i + offset] ?? [])
/** The same, as if there were as many keys as queries. */
const collectOfSquare = (weights: Matrix, offset: number, missing: number): number[] =>
  weights.flatMap((row, i) => (weights[i + offset] ? (row[i + offset] ?? missing) : []))
const clamp = (j: number, row: readonly number[]): number => Math.min(Math.max(j, 0), row.length - 1)

/** What goes wrong in `offsetScore`. */
export const misconceptions: readonly Wrong[] = [
  {
    id: 'offset-sign-flipped',
    headline: 'The offset goes the other way',
    feedback:
      'You look at key i − offset of query i. The offset is key minus query: −1 is the previous token, so query i meets key i + offset. `weights[i + offset][i]` makes the same mistake, since rows are queries.',
    implementation: (weights, offset) => mean(collect(weights, -offset)),
    // rows and columns swapped, over as many columns as there are rows
    variants: [(weights, offset) => mean(weights.flatMap((_, i) => weights[i + offset]?.[i] ?? []))],
  },
  {
    id: 'missing-rows-as-zero',
    headline: 'Rows without that position count as 0',
    feedback:
      'You divide by the number of all rows. Row 0 has no previous token, so it can’t look at one: leave such rows out of the count. A perfect previous-token head then scores 1.',
    implementation: (weights, offset) => add(collect(weights, offset)) / weights.length,
  },
  {
    id: 'divided-by-keys',
    headline: 'Divided by the number of keys',
    feedback:
      'You divide by the length of a row. The mean is over rows, one weight from each: divide by the number of rows where the position exists.',
    implementation: (weights, offset) => add(collect(weights, offset)) / (weights[0]?.length ?? 0),
  },
  {
    id: 'square-assumed',
    headline: 'Right for square weights only',
    feedback:
      'You take the number of queries for the number of keys, as n − |offset| does, or a check against `weights.length`. There may be more keys than queries, or fewer. Compare `i + offset` with the length of the row, and count the rows that you added.',
    implementation: (weights, offset) => add(collect(weights, offset)) / (weights.length - Math.abs(offset)),
    // the number of queries taken for the number of keys
    variants: [Number.NaN, 0].flatMap((missing) => [
      (weights: Matrix, offset: number) => mean(collectOfSquare(weights, offset, missing)),
    ]),
  },
  {
    id: 'first-row-skipped',
    headline: 'A row is never read',
    feedback:
      'Your loop starts at 1, or ends before the last row. Row 0 has no previous token, but with offset 0 or more it has a position to look at. Visit every row, and check whether `i + offset` exists.',
    implementation: (weights, offset) => mean(collect([[], ...weights.slice(1)], offset)),
    variants: [(weights, offset) => mean(collect(weights.slice(0, -1), offset))],
  },
  {
    id: 'zeros-left-out',
    headline: 'Weights of 0 are left out',
    feedback:
      'You leave out rows whose weight at the offset is 0, perhaps because `if (w)` is false for 0. Such a row has a key at the offset and gives it no weight, so it belongs in the mean. Compare with `undefined`.',
    implementation: (weights, offset) => mean(collect(weights, offset).filter((w) => w !== 0)),
  },
  {
    id: 'offset-by-one',
    headline: 'One key too far',
    feedback:
      'You look at the key next to the one at the offset. Offset 0 is the token itself: query i meets key i + offset, with nothing added.',
    implementation: (weights, offset) => mean(collect(weights, offset + 1)),
    variants: [(weights, offset) => mean(collect(weights, offset - 1))],
  },
  {
    id: 'always-back',
    headline: 'The sign of the offset is lost',
    feedback:
      'You use |offset|, so +1 and −1 mean the same key. The sign of the offset says where to look: query i meets key i + offset.',
    implementation: (weights, offset) => mean(collect(weights, -Math.abs(offset))),
    variants: [(weights, offset) => mean(collect(weights, Math.abs(offset)))],
  },
  {
    id: 'no-row-nan',
    headline: 'NaN where no row has that position',
    feedback:
      'If the offset is longer than the text, you divide 0 by 0. No row has the position then, and the score is 0.',
    implementation: (weights, offset) => {
      const found = collect(weights, offset)
      return add(found) / found.length
    },
  },
  {
    id: 'argmax-counted',
    headline: 'You count rows instead of adding weights',
    feedback:
      'You return the share of rows whose largest weight is at the offset. The score is the mean weight there: a row that puts 0.4 on the previous token adds 0.4, whether or not that is its largest weight.',
    implementation: (weights, offset) =>
      mean(
        weights.flatMap((row, i) => {
          const j = i + offset
          if (j < 0 || j >= row.length) return []
          return row.indexOf(Math.max(...row)) === j ? 1 : 0
        }),
      ),
  },
  {
    id: 'sum-not-mean',
    headline: 'The sum instead of the mean',
    feedback:
      'You add the weights and stop. Divide by the number of rows that you added, so that the score is between 0 and 1 for a text of any length.',
    implementation: (weights, offset) => add(collect(weights, offset)),
  },
  {
    id: 'position-clamped',
    headline: 'Positions outside the text are moved to its edge',
    feedback:
      'If key i + offset doesn’t exist, you take the first or the last key instead. Leave the row out: the first token has no previous token.',
    implementation: (weights, offset) => mean(weights.map((row, i) => row[clamp(i + offset, row)] ?? 0)),
  },
  {
    id: 'position-wraps',
    headline: 'Positions before the text wrap to its end',
    feedback:
      'Where i + offset is negative, you read from the end of the row, as `row.at(-1)` does. The first token has no previous token: leave the row out.',
    implementation: (weights, offset) => mean(weights.flatMap((row, i) => row.at(i + offset) ?? [])),
    variants: [
      (weights, offset) => mean(weights.map((row, i) => row[(i + offset + 2 * row.length) % row.length] ?? 0)),
    ],
  },
  {
    id: 'absolute-position',
    headline: 'The offset is used as a position',
    feedback:
      'You read the same column in every row. The offset is relative to the query: query i meets key i + offset.',
    implementation: (weights, offset) => mean(weights.flatMap((row) => row[offset] ?? [])),
    variants: [(weights, offset) => mean(weights.flatMap((row) => row[Math.abs(offset)] ?? []))],
  },
]
