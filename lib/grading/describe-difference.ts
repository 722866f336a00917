import { withArticle } from './describe-problem.ts'
import { type Difference, formatPath, formatShape } from './difference.ts'

/** A difference in words: a headline (what happened) and a sentence (what to look at). */
export interface DescribedDifference {
  readonly headline: string
  readonly sentence: string
  /** A few words for the list of checks. */
  readonly short: string
}

/**
 * Says what is different, as a kind colleague would.
 *
 * @param inputs shapes of the inputs by name, so that “did you return the weights?” can be asked
 */
export function describeDifference(
  d: Difference,
  inputs: Readonly<Record<string, readonly number[]>> = {},
): DescribedDifference {
  switch (d.kind) {
    case 'threw':
      return {
        headline: `Your code stopped with ${withArticle(d.error)}`,
        sentence: d.message,
        short: d.error,
      }
    case 'no-error':
      return {
        headline: `${capitalize(withArticle(d.expected))} was expected here`,
        sentence: `This call must throw ${withArticle(d.expected)}; your code gave ${d.got}.`,
        short: 'no error',
      }
    case 'type':
      return {
        headline: `You returned ${d.got}, expected ${d.expected}`,
        sentence: typeAdvice(d.got, formatPath(d.path)),
        short: 'another type',
      }
    case 'shape':
      return {
        headline: d.ragged
          ? `Your rows differ in length, expected ${formatShape(d.expected)}`
          : `You returned ${formatShape(d.got)}, expected ${formatShape(d.expected)}`,
        sentence: d.ragged ? 'All rows must have the same length.' : adviseOnShape(d.expected, d.got, inputs),
        short: 'another shape',
      }
    case 'too-large':
      return {
        headline: `You returned ${amount(d.got)}, expected ${amount(d.expected)}`,
        sentence: 'That is too large to compare. Does a loop add a row or an entry too often?',
        short: 'too large',
      }
    case 'nan': {
      const at = formatPath(d.path)
      return {
        headline:
          d.path.length === 2 ? `Row ${d.path[0]} of your output is NaN` : `Your output is NaN${at && ` at ${at}`}`,
        sentence: `${d.count} of ${d.of} numbers ${d.count === 1 ? 'is' : 'are'} NaN. NaN comes from 0/0, ∞ − ∞ or 0 · ∞: look at where your code divides, and at exponentials of large numbers.`,
        short: 'NaN',
      }
    }
    case 'cells':
      return {
        headline: d.count === d.of ? 'The numbers differ' : `${d.count} of ${d.of} numbers differ`,
        sentence: `The first one is ${formatPath(d.first.path) || 'the result'}: yours is ${describeType(d.first.yours)}, expected ${describeType(d.first.expected)}.`,
        short: d.first.path.length > 1 ? `row ${d.first.path.at(-2)}` : formatPath(d.first.path) || 'another value',
      }
    case 'absent':
      return { headline: 'This call was not reached', sentence: 'Your code ended before it.', short: 'not reached' }
  }
}

function typeAdvice(got: string, where: string): string {
  if (got.startsWith('nothing')) return `Is a return missing${where && ` (${where})`}?`
  if (got.startsWith('a Promise')) return 'The function must not be async: return the value itself.'
  if (got.includes('Array (a plain array'))
    return 'Typed arrays are fine inside; turn the result into a plain array with Array.from.'
  return where ? `It differs at ${where}.` : 'Look at what your last line returns.'
}

function adviseOnShape(
  expected: readonly number[],
  got: readonly number[],
  inputs: Readonly<Record<string, readonly number[]>>,
): string {
  const same = (a: readonly number[], b: readonly number[]) => a.length === b.length && a.every((n, i) => n === b[i])
  const [rows = 0, columns = 0] = got
  const q = inputs.Q ?? inputs.X
  const k = inputs.K ?? inputs.Y ?? q
  if (q && k && got.length === 2 && rows === q[0] && columns === k[0])
    return `${rows} × ${columns} is the shape of the weights. One step is left: multiply them by V.`
  if (expected.length === 2 && same(got, [expected[1] ?? 0, expected[0] ?? 0])) return 'Rows and columns are swapped.'
  const like = Object.entries(inputs).find(([, shape]) => same(shape, got))
  if (like) return `That is the shape of ${like[0]}.`
  return 'Count the rows first: there is one per query.'
}

const capitalize = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
const amount = (n: number): string => (n === 1 ? 'one value' : `${n.toLocaleString('en-US')} values`)

function describeType(value: unknown): string {
  if (typeof value !== 'number') return String(value)
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value < 0 ? '−∞' : '∞'
  return String(Number(value.toPrecision(5))).replace('-', '−')
}
