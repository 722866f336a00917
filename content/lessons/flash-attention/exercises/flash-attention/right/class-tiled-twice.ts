const dot = (a: number[], b: number[]) => {
  let s = 0
  for (let i = 0; i < a.length; i++) s += a[i] * b[i]
  return s
}
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  class Online {
    m = -Infinity
    l = 0
    o: number[]
    constructor(n: number) {
      this.o = new Array(n).fill(0)
    }
    add(s: number, v: number[]) {
      if (s <= this.m) {
        const p = Math.exp(s - this.m)
        this.l += p
        v.forEach((x, c) => (this.o[c] += p * x))
      } else {
        const c = Math.exp(this.m - s)
        this.l = this.l * c + 1
        this.o = this.o.map((x, k) => x * c + v[k])
        this.m = s
      }
    }
    get out() {
      return this.o.map((x) => x / this.l)
    }
  }
  const sc = 1 / Math.sqrt(Q[0].length)
  const st = Q.map(() => new Online(V[0].length))
  for (let b = 0; b < K.length; b += blockSize)
    for (let r = 0; r < Q.length; r += blockSize)
      for (let i = r; i < Math.min(Q.length, r + blockSize); i++)
        for (let j = b; j < Math.min(K.length, b + blockSize); j++) st[i].add(dot(Q[i], K[j]) * sc, V[j])
  return st.map((s) => s.out)
}
