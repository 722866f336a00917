/**
 * What the harness uses of the language, taken before the learner's code is evaluated. Whatever that code changes
 * later, these are as they were.
 *
 * @param isMemoryFull whether the engine’s memory has grown about as far as it can
 */
export function primordials(isMemoryFull: () => boolean) {
  const { apply, construct, ownKeys, getOwnPropertyDescriptor } = Reflect
  const { defineProperty, getPrototypeOf, setPrototypeOf } = Object
  const { isArray } = Array
  const ArrayPrototype = Array.prototype
  const ObjectPrototype = Object.prototype
  const firstArrayKey = ownKeys(ArrayPrototype)[0]
  const firstObjectKey = ownKeys(ObjectPrototype)[0]
  const objectHasOwn = ObjectPrototype.hasOwnProperty
  const objectToString = ObjectPrototype.toString
  const stringCode = String.prototype.charCodeAt
  const getLength = getOwnPropertyDescriptor(getPrototypeOf(Uint8Array.prototype), 'length')?.get as () => number
  const mapSize = getOwnPropertyDescriptor(Map.prototype, 'size')?.get as () => number
  const setSize = getOwnPropertyDescriptor(Set.prototype, 'size')?.get as () => number
  const { forEach: forEachInMap } = Map.prototype
  const { forEach: forEachInSet } = Set.prototype
  const { toISOString } = Date.prototype
  const { toString: regExpToString } = RegExp.prototype
  const { toString: symbolToString } = Symbol.prototype
  const iterator: typeof Symbol.iterator = Symbol.iterator
  const { indexOf } = String.prototype
  const getTag = getOwnPropertyDescriptor(getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag)?.get as () => string
  return {
    Arr: Array,
    F64: Float64Array,
    Err: TypeError,
    RangeErr: RangeError,
    ObjectPrototype,
    isArray,
    isNotANumber: Number.isNaN,
    apply,
    construct,
    ownKeys,
    getPrototypeOf,
    fromCharCode: String.fromCharCode,
    codeAt: (text: string, i: number): number => apply(stringCode, text, [i]) as number,
    has: (value: object, key: PropertyKey): boolean => apply(objectHasOwn, value, [key]) as boolean,
    /** “Float64Array”, or undefined where it is no typed array. */
    typedArray: (value: object): string | undefined => apply(getTag, value, []) as string | undefined,
    typedLength: (value: object): number => apply(getLength, value, []) as number,
    /** Whether a value is a valid array length: a learner’s getter or trap may return anything. */
    isLength: (n: unknown): n is number => typeof n === 'number' && n >= 0 && n <= 4294967295 && n % 1 === 0,
    /** “[object Promise]” */
    tag: (value: object): string => apply(objectToString, value, []) as string,
    /** Whether a function can be called with `new`. Doesn’t call it. */
    isConstructor(value: unknown): boolean {
      try {
        construct(Array, [], value as never)
        return true
      } catch {
        return false
      }
    },
    /** Whether a thrown value is what QuickJS throws when it runs out of memory: an error, or null if none fits. */
    isOutOfMemory(thrown: unknown): boolean {
      if (thrown === null) return isMemoryFull()
      if (typeof thrown !== 'object' || thrown === null) return false
      try {
        const { name, message } = thrown as { name?: unknown; message?: unknown }
        return name === 'InternalError' && message === 'out of memory'
      } catch {
        return false
      }
    },
    /** “Map” or “Set” and how many entries it has; undefined for anything else. */
    collectionSize(of: object): { readonly name: 'Map' | 'Set'; readonly count: number } | undefined {
      try {
        return { name: 'Map', count: apply(mapSize, of, []) as number }
      } catch {
        try {
          return { name: 'Set', count: apply(setSize, of, []) as number }
        } catch {
          return undefined
        }
      }
    },
    /** Iterates over a Map or a Set, even if the learner’s code has replaced their methods. */
    forEachEntry(of: object, visit: (value: unknown, key: unknown) => void): void {
      try {
        apply(forEachInMap as never, of, [visit])
      } catch {
        apply(forEachInSet as never, of, [visit])
      }
    },
    dateText(date: object): string {
      try {
        return apply(toISOString as never, date, []) as string
      } catch {
        return 'Invalid Date'
      }
    },
    regExpText: (pattern: object): string => apply(regExpToString as never, pattern, []) as string,
    /** Whether a value can be iterated over. */
    isIterable: (value: unknown): boolean =>
      typeof value === 'string' || typeof (value as { readonly [iterator]?: unknown })[iterator] === 'function',
    find: (text: string, part: string, from: number): number => apply(indexOf as never, text, [part, from]) as number,
    symbolText: (symbol: symbol): string => apply(symbolToString as never, symbol as never, []) as string,
    /** A list of the harness's own: with no prototype, so that no setter has a say in what is put in. */
    bare: (): unknown[] => setPrototypeOf([], null) as unknown[],
    /** Sets an own element or property, past every setter on a prototype. */
    own(target: object, key: PropertyKey, value: unknown): void {
      defineProperty(target, key, {
        __proto__: null,
        value,
        writable: true,
        enumerable: true,
        configurable: true,
      } as never)
    },
    setStack(error: object, value: string): void {
      defineProperty(error, 'stack', { __proto__: null, value, writable: true, configurable: true } as never)
    },
    /** Whether nobody put an indexed property (keys of that kind come first) or another prototype below arrays. */
    arraysAreClean: (): boolean =>
      ownKeys(ArrayPrototype)[0] === firstArrayKey &&
      ownKeys(ObjectPrototype)[0] === firstObjectKey &&
      getPrototypeOf(ArrayPrototype) === ObjectPrototype &&
      getPrototypeOf(ObjectPrototype) === null,
  }
}
export type Primordials = ReturnType<typeof primordials>
