// misconception: none
export function multiHeadAttention(...args: unknown[]): any {
  return undefined;
}
