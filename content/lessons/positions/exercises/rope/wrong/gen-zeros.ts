// misconception: none
const z = (a: any): any => (Array.isArray(a) ? a.map(z) : 0);
export function rope(...args: any[]): any {
  return z(args[0]);
}
export const ropeInterleaved = rope;
