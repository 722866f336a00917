// misconception: none
const z = (a: any): any => (Array.isArray(a) ? a.map(z) : 0);
export function groupedQueryAttention(...args: any[]): any {
  return z(args[0]);
}
