const HALF_PI = Math.PI / 2;

// A cosine is a sine that is a quarter turn ahead.
export function sinusoidal(n: number, d: number): number[][] {
  const out = Array.from({ length: n }, () => new Float64Array(d));
  out.forEach((row, pos) => {
    for (let c = 0; c < d; c++) {
      const i = Math.floor(c / 2);
      row[c] = Math.sin(pos * 10000 ** ((-2 * i) / d) + (c % 2) * HALF_PI);
    }
  });
  return out.map((row) => Array.from(row));
}
