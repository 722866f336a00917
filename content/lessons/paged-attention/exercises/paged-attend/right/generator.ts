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
  function* toks() {
    const size = kPages[0].length
    let n = 0
    for (const b of blockTable)
      for (let i = 0; i < size; i++) {
        if (n++ >= length) return
        yield [kPages[b][i], vPages[b][i]] as const
      }
  }
  const all = [...toks()]
  const w = sm(all.map(([k]) => dot(q, k) / Math.sqrt(q.length)))
  return all[0][1].map((_, c) => w.reduce((a, p, j) => a + p * all[j][1][c], 0))
}
