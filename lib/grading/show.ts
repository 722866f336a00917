import { typeWords } from './compare.ts'
import { type Arg, Once, ReusedBuffer, type Step } from './script.ts'
import { type Given, Odd } from './value.ts'
import type { Num, Shown } from './verdict.ts'

/** Rows and columns beyond this are not carried in a verdict; the size says that they are there. */
const LARGEST = 16

/** A value as it is drawn: numbers and masks as matrices, all else as short text. */
export function shown(value: Given): Shown {
  if (typeof value === 'number') return { kind: 'number', value: num(value) }
  if (isList(value, isNumber)) return { kind: 'matrix', vector: true, rows: [value.slice(0, LARGEST).map(num)] }
  if (isList(value, (row) => isList(row, isNumber)))
    return { kind: 'matrix', vector: false, rows: value.slice(0, LARGEST).map((r) => r.slice(0, LARGEST).map(num)) }
  if (isList(value, isBoolean)) return { kind: 'mask', vector: true, rows: [value.slice(0, LARGEST)] }
  if (isList(value, (row) => isList(row, isBoolean)))
    return { kind: 'mask', vector: false, rows: value.slice(0, LARGEST).map((r) => r.slice(0, LARGEST)) }
  return { kind: 'text', text: text(value) }
}

/** A number as JSON can carry it. */
export function num(x: number): Num {
  if (Number.isNaN(x)) return 'NaN'
  if (x === Number.POSITIVE_INFINITY) return 'Infinity'
  return x === Number.NEGATIVE_INFINITY ? '-Infinity' : x
}

/** A value as a line of code, cut to about 120 characters. */
export function text(value: Given): string {
  if (value instanceof Odd) return typeWords(value)
  if (value === undefined || value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return String(Number(value.toPrecision(6)))
  if (typeof value === 'string') return cut(JSON.stringify(value))
  if (Array.isArray(value)) return cut(`[${value.slice(0, 24).map(text).join(', ')}${value.length > 24 ? ', …' : ''}]`)
  const fields = Object.entries(value as { readonly [name: string]: Given })
  return cut(`{ ${fields.map(([k, v]) => `${k}: ${text(v)}`).join(', ')} }`)
}
const cut = (s: string): string => (s.length > 120 ? `${s.slice(0, 119)}…` : s)

/** A step as the line of code that does it: `const a = new KVCache()`, `a.append([1, 0], [2])`, `a.length`. */
export function stepCode(step: Step): string {
  if ('new' in step) return `const ${step.as} = new ${step.new}(${step.args.map(argText).join(', ')})`
  if ('get' in step) return `${step.on}.${step.get}`
  return `${step.on === undefined ? '' : `${step.on}.`}${step.call}(${step.args.map(argText).join(', ')})`
}
const argText = (arg: Arg): string =>
  arg instanceof ReusedBuffer
    ? `${arg.buffer} = ${text([...arg.values])}`
    : arg instanceof Once
      ? `stream of ${text([...arg.values])}`
      : text(arg)

const isNumber = (x: Given): x is number => typeof x === 'number'
const isBoolean = (x: Given): x is boolean => typeof x === 'boolean'
function isList<T extends Given>(value: Given, of: (x: Given) => x is T): value is readonly T[]
function isList(value: Given, of: (x: Given) => boolean): value is readonly (readonly never[])[]
function isList(value: Given, of: (x: Given) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((x) => of(x))
}
