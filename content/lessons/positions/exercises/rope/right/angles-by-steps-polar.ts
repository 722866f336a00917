export const rope = (x: number[], pos: number, base?: number) => turn(x, pos, base ?? 10000, (i, h) => [i, i + h])
export const ropeInterleaved = (x: number[], pos: number, base?: number) =>
  turn(x, pos, base ?? 10000, (i) => [2 * i, 2 * i + 1])
function turn(x: number[], pos: number, base: number, at: (i: number, h: number) => number[]) {
  const y = x.slice(),
    h = x.length / 2
  let f = 1
  const step = base ** (-1 / h)
  for (let i = 0; i < h; i++) {
    const [a, b] = at(i, h)
    const r = Math.hypot(x[a], x[b]),
      phi = Math.atan2(x[b], x[a]) + pos * f
    y[a] = r * Math.cos(phi)
    y[b] = r * Math.sin(phi)
    f *= step
  }
  return y
}
