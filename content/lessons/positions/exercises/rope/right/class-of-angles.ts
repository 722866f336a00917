class Rot {
  constructor(
    private pos: number,
    private base: number,
    private d: number,
  ) {}
  *angles() {
    for (let i = 0; i < this.d; i += 2) yield this.pos * this.base ** (-i / this.d)
  }
}
export function rope(x: number[], pos: number, base = 10000): number[] {
  const th = [...new Rot(pos, base, x.length).angles()]
  const h = th.length
  return x.map((v, k) =>
    k < h ? v * Math.cos(th[k]) - x[k + h] * Math.sin(th[k]) : v * Math.cos(th[k - h]) + x[k - h] * Math.sin(th[k - h]),
  )
}
export function ropeInterleaved(x: number[], pos: number, base = 10000): number[] {
  const th = [...new Rot(pos, base, x.length).angles()]
  return x.map((v, k) =>
    k % 2
      ? v * Math.cos(th[k >> 1]) + x[k - 1] * Math.sin(th[k >> 1])
      : v * Math.cos(th[k >> 1]) - x[k + 1] * Math.sin(th[k >> 1]),
  )
}
