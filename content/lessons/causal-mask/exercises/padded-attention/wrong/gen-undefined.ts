// misconception: none
export function paddedAttention(...args: unknown[]): any {
  return undefined;
}
