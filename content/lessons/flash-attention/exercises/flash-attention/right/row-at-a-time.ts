// one row of scores at a time: O(n) as well, though it reads all of K and V for each query
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] {
  const scale = 1 / Math.sqrt(Q[0].length);
  const out: number[][] = [];
  for (const q of Q) {
    const s = K.map((k) => k.reduce((t, x, c) => t + x * q[c], 0) * scale);
    const m = Math.max(...s);
    let z = 0;
    for (let j = 0; j < s.length; j++) z += s[j] = Math.exp(s[j] - m);
    out.push(V[0].map((_, c) => s.reduce((t, w, j) => t + (w / z) * V[j][c], 0)));
  }
  return out;
}
