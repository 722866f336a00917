/** From this length on, V8 sorts runs of half of it and then merges them. */
const SHORT_LIST = 64

type Compare = (a: unknown, b: unknown) => unknown

/**
 * Replaces the sorting methods, so that every engine sorts alike.
 *
 * Engines may call a comparator as they like, so a comparator that contradicts itself (`(a, b) => a > b`) sorts in one
 * engine and not in the other, and the work of a sort differs. This sorts short lists as V8 does. Also, QuickJS only writes
 * the elements that move, and so sorts a frozen array if it is sorted already.
 */
export function replaceSort() {
  const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect
  const { isFrozen, setPrototypeOf } = Object
  const { isArray } = Array
  const { min } = Math
  const { hasOwnProperty: hasOwn } = Object.prototype
  const Arr = Array
  const Err = TypeError
  const arrays = Array.prototype
  const typedArrays = getPrototypeOf(Uint8Array.prototype) as typeof Uint8Array.prototype
  const { sort: sortArray, toSorted: toSortedArray } = arrays
  const { sort: sortTyped, toSorted: toSortedTyped, slice: copyTyped } = typedArrays
  const readLength = getOwnPropertyDescriptor(typedArrays, 'length')?.get as () => number

  /** A list without a prototype, so that no setter of the learner’s has a say in what is put in. */
  const createList = (): unknown[] => setPrototypeOf([], null) as unknown[]

  /** Finds where the run that begins at `low` ends, and turns it around if it descends. */
  function makeRun(list: unknown[], low: number, high: number, compare: Compare): number {
    let end = low + 1
    if (end === high) return end
    const descends = +(compare(list[end], list[low]) as number) < 0
    end++
    for (; end < high; end++) if (+(compare(list[end], list[end - 1]) as number) < 0 !== descends) break
    if (descends)
      for (let i = low, j = end - 1; i < j; i++, j--) {
        const value = list[i]
        list[i] = list[j]
        list[j] = value
      }
    return end
  }
  /** Sorts a part of a list whose elements before `start` are sorted. */
  function insert(list: unknown[], low: number, start: number, high: number, compare: Compare): void {
    for (let at = start; at < high; at++) {
      const value = list[at]
      let left = low
      let right = at
      while (left < right) {
        const middle = left + ((right - left) >> 1)
        if (+(compare(value, list[middle]) as number) < 0) right = middle
        else left = middle + 1
      }
      for (let i = at; i > left; i--) list[i] = list[i - 1]
      list[left] = value
    }
  }
  /** Merges two sorted parts, `low` to `middle` and `middle` to `high`. */
  function merge(list: unknown[], low: number, middle: number, high: number, compare: Compare): void {
    if (+(compare(list[middle], list[middle - 1]) as number) >= 0) return
    const first = createList()
    for (let i = low; i < middle; i++) first[i - low] = list[i]
    const count = middle - low
    let i = 0
    let j = middle
    let at = low
    while (i < count && j < high) list[at++] = +(compare(list[j], first[i]) as number) < 0 ? list[j++] : first[i++]
    while (i < count) list[at++] = first[i++]
  }
  /** Sorts a list in place. Equal elements keep their order. */
  function sortList(list: unknown[], length: number, compare: Compare): void {
    if (length < 2) return
    const size = length < SHORT_LIST ? length : SHORT_LIST >> 1
    for (let low = 0; low < length; low += size) {
      const high = min(low + size, length)
      insert(list, low, makeRun(list, low, high, compare), high, compare)
    }
    for (let width = size; width < length; width *= 2)
      for (let low = 0; low + width < length; low += 2 * width) {
        const high = min(low + 2 * width, length)
        merge(list, low, low + width, high, compare)
      }
  }
  /** Takes what is to be compared out of an array. Undefined elements come last, and holes after them. */
  function takeDefined(array: readonly unknown[]): { list: unknown[]; defined: number; all: number } {
    const list = createList()
    let defined = 0
    let all = 0
    for (let i = 0; i < array.length; i++) {
      if (!(i in array)) continue
      all++
      const value = array[i]
      if (value !== undefined) list[defined++] = value
    }
    return { list, defined, all }
  }

  const methods = {
    sort(this: unknown[], compare?: Compare) {
      if (typeof compare !== 'function' || !isArray(this)) {
        const sorted = apply(sortArray, this, [compare]) as unknown[]
        if (isArray(sorted)) refuseFrozen(sorted)
        return sorted
      }
      refuseFrozen(this)
      const { length } = this
      const { list, defined, all } = takeDefined(this)
      sortList(list, defined, compare)
      for (let i = 0; i < defined; i++) this[i] = list[i]
      for (let i = defined; i < all; i++) this[i] = undefined
      for (let i = all; i < length; i++) delete this[i]
      return this
    },
    toSorted(this: unknown[], compare?: Compare) {
      if (typeof compare !== 'function' || !isArray(this)) return apply(toSortedArray, this, [compare])
      const { length } = this
      const { list, defined } = takeDefined(this)
      sortList(list, defined, compare)
      const sorted = new Arr(length)
      for (let i = 0; i < length; i++)
        defineProperty(sorted, i, {
          __proto__: null,
          value: i < defined ? list[i] : undefined,
          writable: true,
          enumerable: true,
          configurable: true,
        } as never)
      return sorted
    },
  }
  const typedMethods = {
    sort(this: Uint8Array, compare?: Compare) {
      const length = apply(readLength, this, []) as number
      if (typeof compare !== 'function') return apply(sortTyped, this, [compare])
      const list = createList()
      for (let i = 0; i < length; i++) list[i] = this[i]
      sortList(list, length, compare)
      for (let i = 0; i < length; i++) this[i] = list[i] as number
      return this
    },
    toSorted(this: Uint8Array, compare?: Compare) {
      if (typeof compare !== 'function') return apply(toSortedTyped, this, [compare])
      return apply(typedMethods.sort, apply(copyTyped, this, []) as Uint8Array, [compare])
    },
  }
  /** Throws as V8 does, in the words of the engine if it throws itself. */
  function refuseFrozen(array: unknown[]): void {
    if (array.length < 2 || !apply(hasOwn, array, [0]) || !isFrozen(array)) return
    apply(sortArray, array, [])
    throw new Err('0 is read-only')
  }

  for (const [owner, replaced] of [
    [arrays, methods],
    [typedArrays, typedMethods],
  ] as const)
    for (const name of ['sort', 'toSorted'] as const) {
      const value = replaced[name]
      defineProperty(value, 'length', { value: 1 })
      defineProperty(owner, name, { value, writable: true, configurable: true })
    }
}
