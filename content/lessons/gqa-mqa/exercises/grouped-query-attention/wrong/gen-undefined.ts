// misconception: none
export function groupedQueryAttention(...args: unknown[]): any {
  return undefined;
}
