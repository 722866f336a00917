// misconception: not-rotated
export const rope = (x: number[], pos: number, base = 10000): number[] => [...x];
export const ropeInterleaved = rope;
