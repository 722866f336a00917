import { describeType } from './compare.ts'
import { type Arg, ReusedBuffer, SingleUseIterable, type Step } from './script.ts'
import { type ActualValue, UnsupportedValue } from './value.ts'
import type { DisplayValue, JsonNumber } from './verdict.ts'

/** Rows and columns beyond this are not carried in a verdict; the size says that they are there. */
const MAX_SIDE = 16

/** A value as it is displayed: numbers and masks as matrices, all else as short text. */
export function toDisplayValue(value: ActualValue): DisplayValue {
  if (typeof value === 'number') return { kind: 'number', value: toJsonNumber(value) }
  if (isList(value, isNumber))
    return { kind: 'matrix', vector: true, rows: [value.slice(0, MAX_SIDE).map(toJsonNumber)] }
  if (isList(value, (row) => isList(row, isNumber)))
    return {
      kind: 'matrix',
      vector: false,
      rows: value.slice(0, MAX_SIDE).map((r) => r.slice(0, MAX_SIDE).map(toJsonNumber)),
    }
  if (isList(value, isBoolean)) return { kind: 'mask', vector: true, rows: [value.slice(0, MAX_SIDE)] }
  if (isList(value, (row) => isList(row, isBoolean)))
    return { kind: 'mask', vector: false, rows: value.slice(0, MAX_SIDE).map((r) => r.slice(0, MAX_SIDE)) }
  return { kind: 'text', text: formatValue(value) }
}

/** A number as JSON can carry it. */
export function toJsonNumber(x: number): JsonNumber {
  if (Number.isNaN(x)) return 'NaN'
  if (x === Number.POSITIVE_INFINITY) return 'Infinity'
  return x === Number.NEGATIVE_INFINITY ? '-Infinity' : x
}

/** A value as a line of code, cut to about 120 characters. */
export function formatValue(value: ActualValue): string {
  if (value instanceof UnsupportedValue) return describeType(value)
  if (value === undefined || value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return String(Number(value.toPrecision(6)))
  if (typeof value === 'string') return cut(JSON.stringify(value))
  if (Array.isArray(value))
    return cut(`[${value.slice(0, 24).map(formatValue).join(', ')}${value.length > 24 ? ', …' : ''}]`)
  const fields = Object.entries(value as { readonly [name: string]: ActualValue })
  return cut(`{ ${fields.map(([k, v]) => `${k}: ${formatValue(v)}`).join(', ')} }`)
}
const cut = (s: string): string => (s.length > 120 ? `${s.slice(0, 119)}…` : s)

/** A step as the line of code that does it: `const a = new KVCache()`, `a.append([1, 0], [2])`, `a.length`. */
export function formatStep(step: Step): string {
  if ('new' in step) return `const ${step.as} = new ${step.new}(${step.args.map(formatArg).join(', ')})`
  if ('get' in step) return `${step.on}.${step.get}`
  return `${step.on === undefined ? '' : `${step.on}.`}${step.call}(${step.args.map(formatArg).join(', ')})`
}
const formatArg = (arg: Arg): string =>
  arg instanceof ReusedBuffer
    ? `${arg.buffer} = ${formatValue([...arg.values])}`
    : arg instanceof SingleUseIterable
      ? `stream of ${formatValue([...arg.values])}`
      : formatValue(arg)

const isNumber = (x: ActualValue): x is number => typeof x === 'number'
const isBoolean = (x: ActualValue): x is boolean => typeof x === 'boolean'
function isList<T extends ActualValue>(value: ActualValue, of: (x: ActualValue) => x is T): value is readonly T[]
function isList(value: ActualValue, of: (x: ActualValue) => boolean): value is readonly (readonly never[])[]
function isList(value: ActualValue, of: (x: ActualValue) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((x) => of(x))
}
