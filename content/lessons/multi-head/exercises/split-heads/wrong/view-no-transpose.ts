// misconception: view-no-transpose
export function splitHeads(X: number[][], numHeads: number): number[][][] {
  const w = X[0].length / numHeads, all = X.flat();
  const heads: number[][][] = [];
  let p = 0;
  for (let h = 0; h < numHeads; h++) {
    const head: number[][] = [];
    for (let i = 0; i < X.length; i++, p += w) head.push(all.slice(p, p + w));
    heads.push(head);
  }
  return heads;
}
