// misconception: max-without-abs
export function quantizeInt8(x: number[]): { q: number[]; scale: number } {
  let max = 0
  for (const v of x) max = Math.max(max, v)
  if (max === 0) return { q: x.map(() => 0), scale: 1 }
  const scale = max / 127
  const q: number[] = []
  for (const v of x) q.push(Math.round(v / scale))
  return { q, scale }
}
export function dequantize(t: { q: number[]; scale: number }): number[] {
  return t.q.map((v) => v * t.scale)
}
