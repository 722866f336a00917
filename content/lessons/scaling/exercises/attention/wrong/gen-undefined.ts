// misconception: none
export function attention(...args: unknown[]): any {
  return undefined;
}
