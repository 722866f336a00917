import type { Piece } from './scan.ts'

/** Number words as digits: “a hundred and twenty seven” and “one twenty seven” give 127. */
export function joinNumerals(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (let i = 0; i < pieces.length; ) {
    const end = runEnd(pieces, i)
    if (end === i) {
      out.push(pieces[i] as Piece)
      i++
      continue
    }
    out.push(...toValue(pieces.slice(i, end)))
    i = end
  }
  return out
}

const UNITS = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'
  .concat(' seventeen eighteen nineteen')
  .split(' ')
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const POWERS: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({ hundred: 100, thousand: 1000, million: 1e6, billion: 1e9 }),
)

const isNumber = (text: string | undefined): boolean =>
  text !== undefined && text !== '_' && (UNITS.includes(text) || TENS.includes(text) || POWERS.get(text) !== undefined)

/** Where a run of number words that starts here ends; “and” and “a” may be inside. */
function runEnd(pieces: readonly Piece[], from: number): number {
  let i = from
  while (isNumber(pieces[i]?.text) || (i > from && pieces[i]?.text === 'and' && goesOn(pieces, i))) i++
  return i
}
const goesOn = (pieces: readonly Piece[], i: number): boolean =>
  POWERS.get(pieces[i - 1]?.text ?? '') !== undefined && isNumber(pieces[i + 1]?.text)

/** The numbers that a run of number words names: “sixty eighty” is two of them. */
function toValue(run: readonly Piece[]): Piece[] {
  const out: { value: number; floor: number; last: number; start: number; end: number }[] = []
  for (const { text, start, end } of run) {
    const now = out.at(-1)
    const unit = UNITS.indexOf(text)
    const value = unit >= 0 ? unit : TENS.indexOf(text) * 10
    if (text === 'and') continue
    const power = POWERS.get(text)
    if (power !== undefined) {
      if (now && now.last < power)
        Object.assign(now, { value: (now.value || 1) * power, floor: power, last: power, end })
      else out.push({ value: power, floor: power, last: power, start, end })
    } else if (now && value > 0 && now.floor > value && fits(now.value, value))
      Object.assign(now, { value: now.value + value, floor: value < 20 ? 1 : 10, last: value, end })
    else if (now && now.value < 10 && now.value > 0 && value >= 10)
      Object.assign(now, { value: now.value * 100 + value, floor: value < 20 ? 1 : 10, last: value, end })
    else out.push({ value, floor: unit >= 0 ? 1 : 10, last: value, start, end })
  }
  return out.map(({ value, start, end }) => ({ text: String(value), start, end }))
}
const fits = (value: number, added: number): boolean => value % (added < 10 ? 10 : 100) === 0
