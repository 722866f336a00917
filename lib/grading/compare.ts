import { withArticle } from './describe-problem.ts'
import type { Difference, Path } from './difference.ts'
import { EXACT_TOLERANCE, type Tolerance } from './exercise.ts'
import type { Outcome, Script, ScriptResult, StepResult } from './script.ts'
import { type ActualValue, UnsupportedValue } from './value.ts'

/**
 * The first step of a script at which what the learner's code gave differs from what was expected.
 *
 * A step for which the reference returns undefined (a method that returns nothing) accepts any result. Properties are
 * compared exactly: they are lengths and counts.
 *
 * @returns undefined when nothing differs by more than the tolerance
 */
export function compareScript(
  script: Script,
  expected: readonly Outcome[],
  result: ScriptResult | undefined,
  tolerance: Tolerance,
): Difference | undefined {
  for (let step = 0; step < script.length; step++) {
    const want = expected[step]
    const scriptStep = script[step]
    if (!want || !scriptStep) continue
    const got: StepResult | undefined = result?.steps[step]
    if (!got) return { kind: 'absent', step }
    const d = compareOutcomes(want, got.outcome, 'get' in scriptStep ? EXACT_TOLERANCE : tolerance)
    if (d) return { ...d, step }
  }
  return undefined
}

type Found = Difference extends infer D ? (D extends Difference ? Omit<D, 'step'> : never) : never

/** Compares one outcome with another: values, or errors by their kind. */
export function compareOutcomes(want: Outcome, got: Outcome, tolerance: Tolerance): Found | undefined {
  if (want.kind === 'threw') {
    if (got.kind === 'threw')
      return got.error === want.error ? undefined : { kind: 'no-error', expected: want.error, got: got.error }
    return { kind: 'no-error', expected: want.error, got: describeType(got.value) }
  }
  if (got.kind === 'threw')
    return { kind: 'threw', error: got.error, message: got.message, ...(got.place && { place: got.place }) }
  return want.value === undefined ? undefined : compareValues(want.value, got.value, tolerance)
}

/**
 * Compares two values cell by cell: |got − want| ≤ atol + rtol·|want|; NaN equals NaN only, −0 equals 0.
 *
 * Types are looked at first, then shapes, then NaN, then cells: the first kind of difference says most.
 */
export function compareValues(want: ActualValue, got: ActualValue, tolerance: Tolerance): Found | undefined {
  const cells = new CellCount(tolerance)
  const [expected, actual] = [countCells(want), countCells(got)]
  if (actual > LARGE_FACTOR * expected + LARGE_ALLOWANCE) return { kind: 'too-large', expected, got: actual }
  const other = walk(want, got, [], cells)
  return other ?? cells.difference()
}

/** A result with this many times the expected cells is wrong whatever it contains, and not worth comparing. */
const LARGE_FACTOR = 4
/** This many additional cells are always compared, because the shape then explains better what is wrong. */
const LARGE_ALLOWANCE = 256

/** Counts the leaves of a value (mostly numbers). Cached, because a value is compared with many suspected mistakes. */
export function countCells(value: ActualValue): number {
  if (value === null || typeof value !== 'object' || value instanceof UnsupportedValue) return 1
  const cached = cellCounts.get(value)
  if (cached !== undefined) return cached
  let count = 0
  for (const part of Array.isArray(value) ? (value as readonly ActualValue[]) : Object.values(value))
    count += typeof part === 'number' ? 1 : countCells(part)
  if (isWorthCaching(value)) cellCounts.set(value, count)
  return count
}
const cellCounts = new WeakMap<object, number>()

/** Only long lists are cached: a crowd of short ones would take more memory than it saves time. */
const isWorthCaching = (value: object): boolean => Array.isArray(value) && value.length >= MIN_CACHED_LENGTH
const MIN_CACHED_LENGTH = 64

class CellCount {
  #tolerance: Tolerance
  #of = 0
  #count = 0
  #gap = 0
  #nans = 0
  #nan: Path | undefined
  #first: { path: Path; yours: unknown; expected: unknown } | undefined
  constructor(tolerance: Tolerance) {
    this.#tolerance = tolerance
  }
  number(want: number, got: number, path: Path, last: number | undefined): void {
    this.#of++
    const d = Math.abs(got - want)
    if (Object.is(got, want) || got === want) return
    if (Number.isFinite(want) && d <= this.#tolerance.atol + this.#tolerance.rtol * Math.abs(want)) return
    const at = last === undefined ? path : [...path, last]
    if (Number.isNaN(got)) {
      this.#nans++
      this.#nan ??= at
    }
    this.#wrong(want, got, at, Number.isNaN(d) ? Number.POSITIVE_INFINITY : d)
  }
  exact(want: unknown, got: unknown, path: Path): void {
    this.#of++
    if (want !== got) this.#wrong(want, got, path, Number.POSITIVE_INFINITY)
  }
  #wrong(expected: unknown, yours: unknown, path: Path, gap: number): void {
    this.#count++
    this.#gap = Math.max(this.#gap, gap)
    this.#first ??= { path, yours, expected }
  }
  difference(): Found | undefined {
    if (!this.#first) return undefined
    if (this.#nan) return { kind: 'nan', path: this.#nan, count: this.#nans, of: this.#of }
    return { kind: 'cells', count: this.#count, of: this.#of, first: this.#first, gap: this.#gap }
  }
}

function walk(want: ActualValue, got: ActualValue, path: Path, cells: CellCount): Found | undefined {
  if (typeof want === 'number') {
    if (typeof got !== 'number') return { kind: 'type', path, expected: describeType(want), got: describeType(got) }
    cells.number(want, got, path, undefined)
    return undefined
  }
  if (Array.isArray(want)) return walkArray(want, got, path, cells)
  if (want !== null && typeof want === 'object' && !(want instanceof UnsupportedValue)) {
    if (got === null || typeof got !== 'object' || Array.isArray(got) || got instanceof UnsupportedValue)
      return { kind: 'type', path, expected: describeType(want), got: describeType(got) }
    const mine = got as { readonly [name: string]: ActualValue }
    const missing = Object.entries(want).filter(([name, value]) => value !== undefined && !(name in mine))
    if (missing.length > 0) return { kind: 'type', path, expected: describeKeys(want), got: describeKeys(got) }
    for (const [name, value] of Object.entries(want as { readonly [name: string]: ActualValue })) {
      const d = walk(value, mine[name], [...path, name], cells)
      if (d) return d
    }
    return undefined
  }
  if (typeof want !== typeof got || got instanceof UnsupportedValue)
    return { kind: 'type', path, expected: describeType(want), got: describeType(got) }
  cells.exact(want, got, path)
  return undefined
}

function describeKeys(value: object): string {
  const keys = Object.keys(value)
  return keys.length === 0 ? 'an empty object' : `an object with ${keys.join(' and ')}`
}

function walkArray(want: readonly ActualValue[], got: ActualValue, path: Path, cells: CellCount): Found | undefined {
  if (!Array.isArray(got)) return { kind: 'type', path, expected: describeType(want), got: describeType(got) }
  const a = getShape(want)
  const b = getShape(got)
  if (b.ragged || a.shape.length !== b.shape.length || a.shape.some((n, i) => n !== b.shape[i])) {
    const odd = findUnsupported(got)
    if (odd) return { kind: 'type', path, expected: describeType(want), got: `${describeType(got)} with ${odd} in it` }
    if (!a.ragged) return { kind: 'shape', path, expected: a.shape, got: b.shape, ragged: b.ragged }
  }
  for (let i = 0; i < want.length; i++) {
    const w = want[i]
    const g: ActualValue = got[i]
    if (typeof w === 'number' && typeof g === 'number') cells.number(w, g, path, i)
    else {
      const d = walk(w, g, [...path, i], cells)
      if (d) return d
    }
  }
  return undefined
}

/** Lengths along each axis, as far as all entries agree. */
export function getShape(value: ActualValue): Shape {
  if (!Array.isArray(value)) return { shape: [], ragged: false }
  const cached = shapes.get(value)
  if (cached) return cached
  const shape = computeShape(value)
  if (isWorthCaching(value)) shapes.set(value, shape)
  return shape
}
interface Shape {
  readonly shape: readonly number[]
  readonly ragged: boolean
}
/** Cached by value, because the same result is compared with every suspected mistake. */
const shapes = new WeakMap<object, Shape>()

function computeShape(value: readonly ActualValue[]): Shape {
  if (!value.some((entry) => Array.isArray(entry))) return { shape: [value.length], ragged: false }
  const inner = value.map(getShape)
  const [first] = inner
  if (!first) return { shape: [0], ragged: false }
  const ragged = inner.some(
    (s) => s.ragged || s.shape.length !== first.shape.length || s.shape.some((n, i) => n !== first.shape[i]),
  )
  return ragged ? { shape: [value.length], ragged } : { shape: [value.length, ...first.shape], ragged: false }
}

function findUnsupported(value: ActualValue): string | undefined {
  if (value instanceof UnsupportedValue) return describeUnsupported(value)
  if (value === undefined || value === null) return String(value)
  if (!Array.isArray(value)) return undefined
  for (const v of value) {
    const odd = findUnsupported(v)
    if (odd) return odd
  }
  return undefined
}

/** A value's type as a learner calls it: “a number”, “a list of rows”, “a Float64Array”. */
export function describeType(value: ActualValue): string {
  if (value instanceof UnsupportedValue) return describeUnsupported(value)
  if (value === undefined) return 'nothing (undefined)'
  if (value === null) return 'null'
  if (Array.isArray(value)) {
    const [first] = value
    if (Array.isArray(first)) return Array.isArray(first[0]) ? 'a list of matrices' : 'a list of rows'
    return typeof first === 'boolean'
      ? 'a list of booleans'
      : typeof first === 'number'
        ? 'a list of numbers'
        : 'a list'
  }
  if (typeof value === 'object') return 'an object'
  return typeof value === 'boolean' ? 'a boolean' : typeof value === 'string' ? 'a string' : 'a number'
}

function describeUnsupported(odd: UnsupportedValue): string {
  switch (odd.kind) {
    case 'typed-array':
      return `${withArticle(odd.name)} (expected a plain array)`
    case 'hole':
      return 'a hole'
    case 'too-large':
      return 'more than can be read'
    case 'cyclic':
      return 'an object that contains itself'
    case 'function':
      return 'a function'
    case 'bigint':
      return 'a BigInt'
    case 'symbol':
      return 'a symbol'
    case 'no-length':
      return 'an array with an invalid length'
    case 'unreadable':
      return `${withArticle(odd.name)} that throws when it is read`
    case 'object':
      return withArticle(odd.name)
  }
}
