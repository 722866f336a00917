export function quantizeInt8(x: number[]): { q: number[]; scale: number } {
  // How large must one step be, so that 127 of them reach every entry?
  const scale = 1;
  return { q: x.map((v) => 0), scale };
}

export function dequantize(t: { q: number[]; scale: number }): number[] {
  return t.q;
}
