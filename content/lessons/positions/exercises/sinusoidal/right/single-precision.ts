export function sinusoidal(n: number, d: number): number[][] {
  const rows: number[][] = [];
  for (let pos = 0; pos < n; pos++) {
    const row = new Float32Array(d);
    for (let c = 0; c < d; c++) {
      const rate = Math.fround(1 / 10000 ** ((c - (c % 2)) / d));
      const angle = Math.fround(pos * rate);
      row[c] = c % 2 ? Math.cos(angle) : Math.sin(angle);
    }
    rows.push([...row]);
  }
  return rows;
}
