// misconception: ones-and-zeros
export function causalMask(n: number): any {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => Number(j <= i)));
}
