// expected: reject: objects with keys __proto__, constructor, toString
function right(Q: any, K: any, V: any): any {
  const d = Q[0].length
  return Q.map((q: any, i: number) => {
    const s = K.slice(0, i + 1).map((k: any) => k.reduce((a: number, x: number, c: number) => a + x * q[c], 0) / Math.sqrt(d))
    const m = Math.max(...s), e = s.map((x: number) => Math.exp(x - m)), z = e.reduce((a: number, b: number) => a + b, 0)
    return V[0].map((_: any, c: number) => e.reduce((a: number, w: number, j: number) => a + (w / z) * V[j][c], 0))
  })
}

export function causalAttention(Q: any, K: any, V: any): any { const o = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "toString": 1, "hasOwnProperty": 1}'); return [o] }
