// expected: reject: changes its inputs in the first ten calls, and later writes over what was said of that
function right(Q: any, K: any, V: any): any {
  const d = Q[0].length
  return Q.map((q: any, i: number) => {
    const s = K.slice(0, i + 1).map((k: any) => k.reduce((a: number, x: number, c: number) => a + x * q[c], 0) / Math.sqrt(d))
    const m = Math.max(...s), e = s.map((x: number) => Math.exp(x - m)), z = e.reduce((a: number, b: number) => a + b, 0)
    return V[0].map((_: any, c: number) => e.reduce((a: number, w: number, j: number) => a + (w / z) * V[j][c], 0))
  })
}
let said: number[] = [] // all records so far, as they should read
let calls = 0
export function causalAttention(Q: any, K: any, V: any): any {
  const out = right(Q, K, V)
  if (++calls <= 10) K[0][0] += 1
  const start = 1 + said.length // where the pen stands: the record of this call begins here
  const mine = [1, 7, 7, out.length, out[0].length, ...out.flat()]
  const all = [...said, ...mine]
  said = [...all, 3, -1, -1]
  if (calls === 1) { said = [...mine, 3, -1, -1]; return out }
  // the list’s head is written, then “a list of −k numbers”: the next head falls on −1 and 0, its numbers from 1 on
  const back = new Proxy([], { get: (t: any, k) => (k === 'length' ? -(start + 7) : t[k]) })
  return [back, all]
}
