// misconception: none
export function slidingWindowAttention(Q: any, K: any, V: any): any {
  return JSON.parse(JSON.stringify(V));
}
