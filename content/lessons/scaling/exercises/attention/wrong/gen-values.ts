// misconception: none
export function attention(Q: any, K: any, V: any): any {
  return JSON.parse(JSON.stringify(V));
}
