import type { SourcePosition } from './script.ts'

/** Where in a value: indices and property names, outermost first. */
export type Path = readonly (number | string)[]

/** How what a learner's code gave differs from what was expected, at one step of a script. */
export type Difference = { readonly step: number } & (
  | { readonly kind: 'threw'; readonly error: string; readonly message: string; readonly place?: SourcePosition }
  /** The script asked for an error, or for one of another kind. */
  | { readonly kind: 'no-error'; readonly expected: string; readonly got: string }
  | { readonly kind: 'type'; readonly path: Path; readonly expected: string; readonly got: string }
  /** Lengths along each axis, outermost first; `ragged` where rows differ in length. */
  | {
      readonly kind: 'shape'
      readonly path: Path
      readonly expected: readonly number[]
      readonly got: readonly number[]
      readonly ragged: boolean
    }
  /** The result has many times the expected count of numbers, so they are not compared. */
  | { readonly kind: 'too-large'; readonly expected: number; readonly got: number }
  | { readonly kind: 'nan'; readonly path: Path; readonly count: number; readonly of: number }
  | {
      readonly kind: 'cells'
      readonly count: number
      readonly of: number
      readonly first: Cell
      /** The largest |yours − expected|; Infinity where one of them is not finite or is no number. */
      readonly gap: number
    }
  /** The code ended early; nothing was returned at this step. */
  | { readonly kind: 'absent' }
)
export interface Cell {
  readonly path: Path
  readonly yours: unknown
  readonly expected: unknown
}

/** “row 2, column 1”, “entry 3”, “q, entry 3”. Counted from 0, as the code counts. */
export function formatPath(path: Path): string {
  const names = path.filter((p) => typeof p === 'string')
  const indices = path.filter((p) => typeof p === 'number')
  const at =
    indices.length === 0
      ? []
      : indices.length === 1
        ? [`entry ${indices[0]}`]
        : indices.length === 2
          ? [`row ${indices[0]}`, `column ${indices[1]}`]
          : [`head ${indices[0]}`, `row ${indices[1]}`, `column ${indices[2]}`]
  return [...names, ...at].join(', ')
}

/** “3 rows of 4”, “5 numbers”, “2 heads of 3 rows of 4”. */
export function formatShape(shape: readonly number[], item = 'number'): string {
  const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`
  const [a = 0, b = 0, c = 0] = shape
  if (shape.length === 0) return `one ${item}`
  if (shape.length === 1) return count(a, item)
  if (shape.length === 2) return `${count(a, 'row')} of ${b}`
  return `${count(a, 'head')} of ${count(b, 'row')} of ${c}`
}
