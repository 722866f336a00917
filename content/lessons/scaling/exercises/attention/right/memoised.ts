const roots = new Map<number, number>()
const root = (d: number): number => {
  const known = roots.get(d)
  if (known !== undefined) return known
  roots.set(d, Math.sqrt(d))
  return Math.sqrt(d)
}
const add = (a: number[], b: number[], by: number): number[] => a.map((x, i) => x + by * b[i])
export function attention(Q: number[][], K: number[][], V: number[][]): number[][] {
  const attend = (q: number[]): number[] => {
    const logits = K.map((k) => q.reduce((s, x, i) => s + x * k[i], 0) / root(q.length))
    const top = logits.reduce((a, b) => Math.max(a, b))
    const powers = logits.map((s) => Math.exp(s - top))
    const whole = powers.reduce((a, b) => a + b)
    return V.reduce((out, v, j) => add(out, v, powers[j] / whole), V[0].map(() => 0))
  }
  return Q.map(attend)
}
