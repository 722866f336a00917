// misconception: none
export function groupedQueryAttention(Q: any, K: any, V: any): any {
  return JSON.parse(JSON.stringify(V));
}
