// block by block, functional; the state is folded
const dot = (a: number[], b: number[]) => a.reduce((t, x, i) => t + x * b[i], 0);
interface State { m: number; l: number; o: number[] }
export const flashAttention = (Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] => {
  const starts = Array.from({ length: Math.ceil(K.length / blockSize) }, (_, b) => b * blockSize);
  return Q.map((q) => {
    const { l, o } = starts.reduce<State>(
      (state, start) => {
        const s = K.slice(start, start + blockSize).map((k) => dot(q, k) / Math.sqrt(q.length));
        const m = Math.max(state.m, ...s);
        const keep = Math.exp(state.m - m);
        const p = s.map((x) => Math.exp(x - m));
        return {
          m,
          l: p.reduce((a, x) => a + x, state.l * keep),
          o: state.o.map((x, c) => p.reduce((t, w, j) => t + w * V[start + j][c], x * keep)),
        };
      },
      { m: -Infinity, l: 0, o: V[0].map(() => 0) },
    );
    return o.map((x) => x / l);
  });
};
