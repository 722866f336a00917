export function quantizeInt8(x: number[]): { q: number[]; scale: number } {
  const [m] = x.map(Math.abs).sort((a, b) => b - a)
  const scale = m / 127
  return { scale, q: x.map((v) => (m === 0 ? 0 : Math.trunc(v / scale + Math.sign(v) * 0.5))) }
}
export function dequantize(t: { q: number[]; scale: number }): number[] {
  return t.q.map((v) => v * t.scale)
}
