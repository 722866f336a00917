import type { Case, Tensors } from './case.ts'
import type { Nested, Tensor } from './tensor.ts'

/**
 * What a case gives an operator. It notes what was read: an input or attribute that nobody asked for is one that the
 * operator does not know, and that is a failure.
 */
export class CaseInputs {
  readonly #inputs: Tensors
  readonly #attributes: Readonly<Record<string, unknown>>
  readonly #outputs: Tensors
  readonly #read = new Set<string>()
  readonly op: string
  readonly args: readonly string[]

  constructor({ op, inputs, outputs, attributes, fn }: Case) {
    this.op = op
    this.#inputs = inputs
    this.#outputs = outputs
    this.#attributes = attributes
    this.args = fn?.args ?? Object.keys(inputs)
  }

  /** @throws RangeError when the case has no such input */
  input(name: string): Tensor {
    const tensor = this.optional(name)
    if (!tensor) throw new RangeError(`the case has no input ${name}`)
    return tensor
  }

  /** The input, if the case has it. */
  optional(name: string): Tensor | undefined {
    this.#read.add(name)
    return this.#inputs[name]
  }

  /** What must come out: only for operators that may go either way, as rounding does at ties. */
  getExpectedOutput(name: string): readonly number[] | undefined {
    return this.#outputs[name]?.data
  }

  has(name: string): boolean {
    return name in this.#inputs || name in this.#attributes
  }

  /** @throws RangeError when the attribute is missing and has no default, or is no number */
  number(name: string, otherwise?: number): number {
    const value = this.attribute(name) ?? otherwise
    if (typeof value === 'boolean') return Number(value)
    if (typeof value !== 'number') throw new RangeError(`the attribute ${name} is ${value}, not a number`)
    return value
  }

  flag(name: string): boolean {
    return this.number(name, 0) !== 0
  }

  /** @throws RangeError when the attribute is none of the words known */
  word<W extends string>(name: string, allowedWords: readonly W[], otherwise?: W): W {
    const value = this.attribute(name) ?? otherwise
    const word = allowedWords.find((w) => w === value)
    if (word === undefined)
      throw new RangeError(`the attribute ${name} is “${value}”; known are ${allowedWords.join(', ')}`)
    return word
  }

  /** @throws RangeError when the attribute is no list of numbers */
  list(name: string): number[] {
    const value = this.attribute(name)
    if (!Array.isArray(value) || !value.every((x) => typeof x === 'number')) {
      throw new RangeError(`the attribute ${name} is no list of numbers`)
    }
    return value
  }

  /** The attribute as the file has it, undefined when it has not. */
  attribute(name: string): unknown {
    this.#read.add(name)
    return this.#attributes[name] ?? undefined
  }

  /** Attributes and inputs that nobody asked for. */
  unknown(): string[] {
    const names = [...Object.keys(this.#inputs), ...Object.keys(this.#attributes)]
    return names.filter((name) => !this.#read.has(name))
  }

  /** What a query gives that may attend to nothing: as `convention` states it, else as is usual at the source. */
  fullyMaskedRows(usual: 'zeros' | 'nan' = 'zeros'): 'zeros' | 'nan' {
    const convention = this.attribute('convention')
    if (convention === undefined) return usual
    if (typeof convention === 'string' && /->\s*nan/i.test(convention)) return 'nan'
    if (typeof convention === 'string' && /->\s*(0|zeros?)\b/i.test(convention)) return 'zeros'
    throw new RangeError(`the convention “${convention}” is not known`)
  }
}

/** An operator: what a case gives, to what must be compared. */
export type Operator = (inputs: CaseInputs) => Readonly<Record<string, Nested | Tensor>>
