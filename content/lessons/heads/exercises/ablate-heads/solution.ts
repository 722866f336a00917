export function ablateHeads(
  heads: number[][][],
  keep: boolean[],
): number[][] {
  // Merge as before: row i holds row i of every head.
  return heads[0].map((_, i) =>
    heads.flatMap((head, h) =>
      // A pruned head leaves zeros in its own columns.
      keep[h] ? head[i] : head[i].map(() => 0),
    ),
  );
}
