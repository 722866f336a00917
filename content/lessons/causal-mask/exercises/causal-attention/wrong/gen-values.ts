// misconception: none
export function causalAttention(Q: any, K: any, V: any): any {
  return JSON.parse(JSON.stringify(V));
}
