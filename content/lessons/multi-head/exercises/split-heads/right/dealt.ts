export function splitHeads(X: number[][], numHeads: number): number[][][] {
  // typed array inside, every number sent where it belongs
  const d = X[0].length, w = d / numHeads, n = X.length;
  const flat = new Float64Array(numHeads * n * w);
  X.forEach((row, i) => row.forEach((x, c) => { flat[((c - (c % w)) / w) * n * w + i * w + (c % w)] = x; }));
  return Array.from({ length: numHeads }, (_, h) =>
    Array.from({ length: n }, (_, i) => Array.from(flat.subarray((h * n + i) * w, (h * n + i + 1) * w))));
}
