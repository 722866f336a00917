const dot = (a: number[], b: number[]) => {
  let s = 0
  for (let i = 0; i < a.length; i++) s += a[i] * b[i]
  return s
}
const sm = (x: number[]) => {
  const m = Math.max(...x)
  const e = x.map((v) => Math.exp(v - m))
  const z = e.reduce((a, b) => a + b, 0)
  return e.map((v) => v / z)
}
export function pagedAttend(
  q: number[],
  kPages: number[][][],
  vPages: number[][][],
  blockTable: number[],
  length: number,
): number[] {
  const B = kPages[0].length
  const parts = [] as { m: number; l: number; o: number[] }[]
  for (let b = 0; b * B < length; b++) {
    const n = Math.min(B, length - b * B)
    const ks = kPages[blockTable[b]].slice(0, n),
      vs = vPages[blockTable[b]].slice(0, n)
    const s = ks.map((k) => dot(q, k) / Math.sqrt(q.length))
    const m = Math.max(...s),
      e = s.map((x) => Math.exp(x - m))
    parts.push({
      m,
      l: e.reduce((a, c) => a + c, 0),
      o: vs[0].map((_, c) => e.reduce((a, w, j) => a + w * vs[j][c], 0)),
    })
  }
  const M = Math.max(...parts.map((p) => p.m))
  const L = parts.reduce((a, p) => a + p.l * Math.exp(p.m - M), 0)
  return parts[0].o.map((_, c) => parts.reduce((a, p) => a + p.o[c] * Math.exp(p.m - M), 0) / L)
}
