// The transpose of the usual layout: an array for each column, which grows by one number a token.
export class KVCache {
  keyColumns: number[][] = []
  valueColumns: number[][] = []

  append(k: number[], v: number[]): void {
    k.forEach((x, i) => (this.keyColumns[i] ??= []).push(x))
    v.forEach((x, c) => (this.valueColumns[c] ??= []).push(x))
  }

  attend(q: number[]): number[] {
    const scores = new Array<number>(this.length).fill(0)
    this.keyColumns.forEach((column, i) => column.forEach((x, j) => (scores[j] += (x * q[i]) / Math.sqrt(q.length))))
    const max = Math.max(...scores)
    const exponentials = scores.map((s) => Math.exp(s - max))
    const total = exponentials.reduce((a, b) => a + b, 0)
    return this.valueColumns.map((column) => column.reduce((s, x, j) => s + (exponentials[j] / total) * x, 0))
  }

  get length(): number {
    return this.keyColumns[0]?.length ?? 0
  }
}
