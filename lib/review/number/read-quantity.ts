import type { AnswerUnit } from './template.ts'
import { getFactor, type Prefixes } from './units.ts'

/** A written quantity, as the numbers that it can stand for. */
export interface Quantity {
  /** In bytes, numbers or shares of 1; several where “64k” can be read in two ways. */
  readonly values: readonly number[]
  /** The same with GB taken for GiB and the other way round. */
  readonly swapped: readonly number[]
  /** Half a unit of the last digit written; 0 for what was computed, as in 2^31. */
  readonly slack: number
}

/**
 * Reads a quantity as people write them: `2 GiB`, `2.1 GB`, `2147483648`, `2,147,483,648`, `2 gib`, `2^31`, `1.5e9`,
 * `64k`, `½`, `1/√64`, `2·32·4096`, `12.5 %`, `about 17 blocks`.
 *
 * @param answerUnit  a bare number is in the unit that was asked for, or in bytes
 * @returns undefined for what is no quantity
 */
export function readQuantity(text: string, answerUnit: AnswerUnit): Quantity | undefined {
  const plain = normalised(text)
  if (plain === '') return undefined
  const read = (prefixes: Prefixes) =>
    WAYS.flatMap((way) => {
      const part = new Reader(plain, { ...way, prefixes }).whole()
      return part ? convertToUnit(part, answerUnit) : []
    })
  const all = read('as-written')
  const [first] = all
  if (!first) return undefined
  return {
    values: [...new Set(all.map(({ value }) => value))],
    swapped: [...new Set(read('swapped').map(({ value }) => value))],
    slack: Math.max(...all.map(({ slack }) => slack)),
  }
}

interface Way {
  readonly comma: 'thousands' | 'decimal'
  readonly loose: 1000 | 1024
  readonly prefixes: Prefixes
}
const WAYS: readonly Omit<Way, 'prefixes'>[] = [
  { comma: 'thousands', loose: 1000 },
  { comma: 'thousands', loose: 1024 },
  { comma: 'decimal', loose: 1000 },
  { comma: 'decimal', loose: 1024 },
]

interface Part {
  readonly value: number
  readonly slack: number
  /** It had a unit of memory. */
  readonly bytes: boolean
  /** It had a % sign. */
  readonly percent: boolean
}

function convertToUnit(part: Part, answerUnit: AnswerUnit): Part[] {
  if (!Number.isFinite(part.value)) return []
  const times = (by: number): Part => ({ ...part, value: part.value * by, slack: part.slack * by })
  switch (answerUnit.kind) {
    case 'bytes': {
      const unit = getFactor(answerUnit.unit, 'as-written', 1000)?.factor ?? 1
      return part.bytes ? [part] : [part, times(unit)]
    }
    case 'percent':
      return part.bytes ? [] : part.percent ? [part] : [times(0.01), part]
    case 'number':
      return part.bytes ? [] : [part]
  }
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** One way to write: `^` for superscripts, ASCII digits and signs, no “about” before and no “per token” behind. */
function normalised(text: string): string {
  return text
    .replace(
      /[⁻]?[⁰¹²³⁴-⁹]+/g,
      (run) => `^${[...run].map((c) => (c === '⁻' ? '-' : SUPERSCRIPTS.indexOf(c))).join('')}`,
    )
    .replace(/(\d*)\s*([¼½¾⅐-⅞])/g, (_, whole: string, part: string) => `(${whole || 0}+${part.normalize('NFKC')})`)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*(about|around|roughly|approximately|approx\.?|circa|ca\.?|nearly|[~≈=∼≃])+\s*/g, '')
    .replace(/\s*(per|an?|each|\/)\s*(token|sequence|step|layer|head|second|s)\s*$/, '')
    .replace(/[⁄÷∕]/g, '/')
    .replace(/[−–]/g, '-')
    .replace(/\*\*/g, '^')
    .replace(/[·⋅×∗]/g, '*')
    .replace(/(\d)\s*x\s*(?=[\d(])/g, '$1*')
    .replace(/(\d)[\s_'’](?=\d{3}(?!\d))/g, '$1')
    .replace(/\*\s*$/, '') // “8 ×” for “8 times”
    .replace(/[.!]\s*$/, '')
    .trim()
}

/** Sums, products, powers and roots of numbers with units, read from left to right. */
class Reader {
  readonly #text: string
  readonly #way: Way
  #at = 0

  constructor(text: string, way: Way) {
    this.#text = text
    this.#way = way
  }

  whole(): Part | undefined {
    const part = this.#sum()
    return this.#rest().trim() === '' ? part : undefined
  }

  #sum(): Part | undefined {
    let left = this.#product()
    for (let sign = this.#take(/^\s*([+-])\s*/); left && sign; sign = this.#take(/^\s*([+-])\s*/)) {
      const right = this.#product()
      left = right && computed(sign === '+' ? left.value + right.value : left.value - right.value, left, right)
    }
    return left
  }

  #product(): Part | undefined {
    let left = this.#power()
    for (let sign = this.#times(); left && sign; sign = this.#times()) {
      const right = this.#power()
      left = right && computed(sign === '/' ? left.value / right.value : left.value * right.value, left, right)
    }
    return left
  }

  /** `*`, `/`, or nothing before π, √ and a bracket. */
  #times(): string | undefined {
    return this.#take(/^\s*([*/])\s*/) ?? (/^\s*(π|pi\b|√|sqrt|\()/.test(this.#rest()) ? '*' : undefined)
  }

  #power(): Part | undefined {
    const base = this.#unary()
    if (!base || this.#take(/^\s*(\^)\s*/) === undefined) return base && this.#withUnit(base)
    const to = this.#unary()
    const raised = to && (this.#take(/^\s*(\^)/) === undefined ? computed(base.value ** to.value, base, to) : undefined)
    return raised && this.#withUnit(raised)
  }

  #unary(): Part | undefined {
    if (this.#take(/^\s*(-)\s*/)) return negate(this.#unary())
    if (this.#take(/^\s*(√|sqrt)\s*/)) {
      const under = this.#unary()
      return under && computed(Math.sqrt(under.value), under)
    }
    if (this.#take(/^\s*(π|pi\b)/)) return { value: Math.PI, slack: 0, bytes: false, percent: false }
    if (this.#take(/^\s*(\()/)) {
      const inside = this.#sum()
      return this.#take(/^\s*(\))/) === undefined ? undefined : inside
    }
    return this.#literal()
  }

  #literal(): Part | undefined {
    const digits = this.#take(/^\s*((?:\d[\d.,]*\d|\d|[.,]\d+)(?:e[+-]?\d+)?)/)
    if (digits === undefined) return undefined
    const [mantissa = '', exponent = '0'] = digits.split('e')
    const plain = withPoint(mantissa, this.#way.comma)
    if (plain === undefined) return undefined
    const scale = 10 ** Number(exponent)
    const places = plain.split('.')[1]?.length ?? 0
    return { value: Number(plain) * scale, slack: 0.5 * 10 ** -places * scale, bytes: false, percent: false }
  }

  #withUnit(part: Part): Part | undefined {
    const word = this.#take(/^\s*(%|(?!pi\b|sqrt)[a-zµ][a-z-]*\.?)/)
    if (word === undefined) return part
    const unit = getFactor(word, this.#way.prefixes, this.#way.loose)
    if (!unit) return undefined
    const { factor, bytes } = unit
    const so = {
      value: part.value * factor,
      slack: part.slack * factor,
      bytes: part.bytes || bytes,
      percent: part.percent || word === '%' || word === 'percent',
    }
    return bytes ? so : this.#withUnit(so) // “2 billion tokens”
  }

  #rest(): string {
    return this.#text.slice(this.#at)
  }

  #take(pattern: RegExp): string | undefined {
    const match = pattern.exec(this.#rest())
    if (!match) return undefined
    this.#at += match[0].length
    return match[1]
  }
}

/** What was computed from parts is exact: only written digits are rounded. */
function computed(value: number, ...parts: readonly Part[]): Part {
  return {
    value,
    slack: 0,
    bytes: parts.some(({ bytes }) => bytes),
    percent: parts.some(({ percent }) => percent),
  }
}

const negate = (part: Part | undefined): Part | undefined => part && { ...part, value: -part.value }

/** Digits with a point and nothing else; undefined where the commas cannot be read so. */
function withPoint(digits: string, comma: 'thousands' | 'decimal'): string | undefined {
  const [thousands, point] = comma === 'thousands' ? [',', '.'] : ['.', ',']
  if (digits.split(point).length > 2) return undefined
  const [whole = '', places] = digits.split(point)
  if (places?.includes(thousands)) return undefined
  if (point === ',' && places?.length === 3 && whole !== '' && whole !== '0' && whole.length <= 3) return undefined
  const groups = whole.split(thousands)
  if (groups.length > 1 && !groups.every((group, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group)))
    return undefined
  // “2,147” is two thousand and “6.283” is six: one group alone is set apart the English way
  if (groups.length === 2 && places === undefined && (thousands === '.' || groups[0] === '0')) return undefined
  const integer = groups.join('') || '0'
  return places === undefined ? integer : `${integer}.${places}`
}
