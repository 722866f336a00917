type Numbers = Float64Array
type List = readonly unknown[]
export type Made = (input: Numbers, from: number) => number[]
export type Equal = (list: List, input: Numbers, from: number, count: number) => boolean

/**
 * What is done with short lists, written out by length: an interpreter takes a third of the time that a loop takes, and
 * what is written out is made of own elements, so that no setter on a prototype has a say in it.
 */
export function unrolledListOps() {
  return {
    /** Numbers of the input from `s` on, as a new list. */
    made: [
      () => [],
      (f: Numbers, s: number) => [f[s]],
      (f: Numbers, s: number) => [f[s], f[s + 1]],
      (f: Numbers, s: number) => [f[s], f[s + 1], f[s + 2]],
      (f: Numbers, s: number) => [f[s], f[s + 1], f[s + 2], f[s + 3]],
      (f: Numbers, s: number) => [f[s], f[s + 1], f[s + 2], f[s + 3], f[s + 4]],
      (f: Numbers, s: number) => [f[s], f[s + 1], f[s + 2], f[s + 3], f[s + 4], f[s + 5]],
      (f: Numbers, s: number) => [f[s], f[s + 1], f[s + 2], f[s + 3], f[s + 4], f[s + 5], f[s + 6]],
      (f: Numbers, s: number) => [f[s], f[s + 1], f[s + 2], f[s + 3], f[s + 4], f[s + 5], f[s + 6], f[s + 7]],
    ] as readonly Made[],
    /** Whether the list's elements are the numbers of the input from `s` on; NaN is not. */
    equal: [
      () => true,
      (a: List, f: Numbers, s: number) => a[0] === f[s],
      (a: List, f: Numbers, s: number) => a[0] === f[s] && a[1] === f[s + 1],
      (a: List, f: Numbers, s: number) => a[0] === f[s] && a[1] === f[s + 1] && a[2] === f[s + 2],
      (a: List, f: Numbers, s: number) => a[0] === f[s] && a[1] === f[s + 1] && a[2] === f[s + 2] && a[3] === f[s + 3],
      (a: List, f: Numbers, s: number) =>
        a[0] === f[s] && a[1] === f[s + 1] && a[2] === f[s + 2] && a[3] === f[s + 3] && a[4] === f[s + 4],
      (a: List, f: Numbers, s: number) =>
        a[0] === f[s] &&
        a[1] === f[s + 1] &&
        a[2] === f[s + 2] &&
        a[3] === f[s + 3] &&
        a[4] === f[s + 4] &&
        a[5] === f[s + 5],
    ] as readonly Equal[],
  }
}
