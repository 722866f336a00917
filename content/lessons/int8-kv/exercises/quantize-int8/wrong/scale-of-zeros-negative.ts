// misconception: zero-nan
export function quantizeInt8(x: number[]): { q: number[]; scale: number } {
  const m = Math.max(...x.map(Math.abs))
  return { q: x.map((v) => (m ? Math.round((v / m) * 127) : 0)), scale: m ? m / 127 : -1 }
}
export function dequantize(t: { q: number[]; scale: number }): number[] {
  return t.q.map((v) => v * t.scale)
}
