// misconception: none
export function flashAttention(Q: any, K: any, V: any): any {
  return JSON.parse(JSON.stringify(V));
}
