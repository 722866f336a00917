export function splitHeads(X: number[][], numHeads: number): number[][][] {
  const width = X[0].length / numHeads;

  // Every head keeps all tokens and takes its own columns.
  return Array.from({ length: numHeads }, (_, h) =>
    X.map((row) => row.slice(h * width, (h + 1) * width)));
}
