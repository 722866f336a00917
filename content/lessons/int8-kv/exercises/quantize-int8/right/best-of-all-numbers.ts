export function quantizeInt8(x: number[]): { q: number[]; scale: number } {
  const s = Math.max(...x.map(Math.abs)) / 127
  return {
    q: x.map((v) => {
      if (s === 0) return 0
      let best = 0
      for (let k = -127; k <= 127; k++) if (Math.abs(v - k * s) < Math.abs(v - best * s)) best = k
      return best
    }),
    scale: s,
  }
}
export function dequantize(t: { q: number[]; scale: number }): number[] {
  return t.q.map((v) => v * t.scale)
}
