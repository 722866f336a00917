export function softmax(x: number[]): number[] {
  const go = (i: number, m: number): number => (i === x.length ? m : go(i + 1, Math.max(m, x[i])))
  const m = go(0, x[0])
  function* es() {
    for (const v of x) yield Math.exp(v - m)
  }
  const e = [...es()]
  const s = e.reduce((p, c) => p + c)
  return Array.from({ length: x.length }, (_, i) => e[i] / s)
}
