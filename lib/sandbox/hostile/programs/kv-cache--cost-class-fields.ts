// expected: reject: loops made of class fields and built-ins, which count no step

export class KVCache {
  K: number[][] = []
  V: number[][] = []
  append(k: number[], v: number[]): void { this.K.push(k.slice()); this.V.push(v.slice()) }
  attend(q: number[]): number[] {
    const K = this.K, V = this.V, n = K.length, d = q.length, w = V[0].length
    // times(n, C): makes C n times without a counted step
    let i = 0, j = 0, c = 0, s = 0, m = -Infinity, z = 0
    let S: number[] = [], O: number[] = []
    const queries = [...K.slice(0, -1), q]
    class Dot { x = (s += queries[i][c] * K[j][c], c++) }
    class Score { x = (s = 0, c = 0, new Array(d).fill(Dot).forEach(Reflect.construct.bind(null, Dot, []) as any), S[j] = s / Math.sqrt(d), m = Math.max(m, S[j]), j++) }
    class Exp { x = (S[j] = Math.exp(S[j] - m), z += S[j], j++) }
    class Col { x = (O[c] += S[j] / z * V[j][c], c++) }
    class Mix { x = (c = 0, new Array(w).fill(Col).forEach(Reflect.construct.bind(null, Col, []) as any), j++) }
    const again = (C: any, k: number) => new Array(k).fill(C).forEach(Reflect.construct.bind(null, C, []) as any)
    class Row { x = (m = -Infinity, z = 0, S = [], j = 0, again(Score, i + 1), j = 0, again(Exp, i + 1), O = new Array(w).fill(0), j = 0, again(Mix, i + 1), i++) }
    again(Row, n)
    return O
  }
  get length(): number { return this.K.length }
}
