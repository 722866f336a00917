export function sinusoidal(n: number, d: number): number[][] {
  const table: number[][] = [];
  for (let pos = 0; pos < n; pos++) {
    const row = new Array<number>(d).fill(0);
    for (let i = 0; 2 * i < d; i++) {
      const angle = pos / Math.pow(10000, (2 * i) / d);
      row[2 * i] = Math.sin(angle);
      if (2 * i + 1 < d) row[2 * i + 1] = Math.cos(angle);
    }
    table.push(row);
  }
  return table;
}
