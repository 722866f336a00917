const f = Math.fround
export const scaledScores = (Q: number[][], K: number[][]): number[][] =>
  Q.map((q) => K.map((k) => f(q.reduce((s, x, i) => f(s + f(f(x) * f(k[i]))), 0) / f(Math.sqrt(q.length)))))
