// misconception: fixed-block-size
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
  const B = q.length
  const s: number[] = []
  const vs: number[][] = []
  for (let t = 0; t < length; t++) {
    const blk = blockTable[Math.floor(t / B)],
      slot = t % B
    s.push(dot(q, kPages[blk][slot]) / Math.sqrt(q.length))
    vs.push(vPages[blk][slot])
  }
  const w = sm(s)
  return vs[0].map((_, c) => w.reduce((a, p, j) => a + p * vs[j][c], 0))
}
