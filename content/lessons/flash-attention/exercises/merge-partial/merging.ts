/** Attention over a part of the keys. A type, not an interface: it is plain data. */
export type Part = { readonly m: number; readonly l: number; readonly o: readonly number[] }
export type Two = readonly [a: Part, b: Part]
const NONE = Number.NEGATIVE_INFINITY

/** What each side counts for, and how the pieces come together; steps that are left out are right. */
export interface Pieces {
  /** Factors of a.l and b.l in the sum. */
  readonly inSum?: (a: Part, b: Part, m: number) => readonly [number, number]
  /** Weights of a.o and b.o before they are divided. */
  readonly inMean?: (a: Part, b: Part, m: number) => readonly [number, number]
  readonly over?: (l: number, wa: number, wb: number) => number
  readonly top?: (a: Part, b: Part) => number
  /** Without it the empty part gives what the arithmetic gives. */
  readonly guard?: 'none' | 'one'
}

export const aligned = (a: Part, b: Part, m: number): [number, number] => [exp(a.m, m), exp(b.m, m)]
export const weighted = (a: Part, b: Part, m: number): [number, number] => [a.l * exp(a.m, m), b.l * exp(b.m, m)]
const exp = (part: number, m: number): number => Math.exp(part - m)

export function merging(p: Pieces): (a: Part, b: Part) => Part {
  const {
    inSum = aligned,
    inMean = weighted,
    over = (l: number) => l,
    top = (a: Part, b: Part) => Math.max(a.m, b.m),
  } = p
  return (a, b) => {
    const m = top(a, b)
    if (p.guard !== 'none') {
      if (a.l === 0 && b.l === 0) return { m: NONE, l: 0, o: a.o.map(() => 0) }
      if (p.guard !== 'one' && b.l === 0) return { ...a, o: [...a.o] }
      if (p.guard !== 'one' && a.l === 0) return { ...b, o: [...b.o] }
    }
    const [fa, fb] = inSum(a, b, m)
    const [wa, wb] = inMean(a, b, m)
    const l = a.l * fa + b.l * fb
    const by = over(l, wa, wb)
    return { m, l, o: a.o.map((x, c) => (wa * x + wb * (b.o[c] ?? 0)) / by) }
  }
}
