// heads is [heads][tokens][width]; keep[h] is false for a
// head that is switched off.
export function ablateHeads(
  heads: number[][][],
  keep: boolean[],
): number[][] {
  return heads[0];
}
