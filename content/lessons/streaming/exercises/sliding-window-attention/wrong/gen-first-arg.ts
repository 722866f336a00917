// misconception: none
export function slidingWindowAttention(...args: any[]): any {
  return JSON.parse(JSON.stringify(args[0]));
}
