// Pairs (i, i + d/2), as GPT-NeoX and Hugging Face have them.
export function rope(x: number[], pos: number, base = 10000): number[] {
  const y = x.slice();
  // Turn each of the d/2 pairs by its own angle.

  return y;
}

// Pairs (2i, 2i + 1), as the paper has them.
export function ropeInterleaved(x: number[], pos: number, base = 10000): number[] {
  const y = x.slice();

  return y;
}
