// bits in a typed array, read out as booleans
export function causalMask(n: number): boolean[][] {
  const bits = new Uint8Array(n * n);
  for (let i = 0; i < n; i++) bits.fill(1, i * n, i * n + i + 1);
  return Array.from({ length: n }, (_, i) => Array.from(bits.subarray(i * n, (i + 1) * n), Boolean));
}
