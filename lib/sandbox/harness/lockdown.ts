import { replaceSort } from './sort.ts'

/**
 * Leaves in the global scope what the language itself defines and every engine has. Removes everything that makes code
 * out of text, because such code would not count its steps. Makes locale-dependent methods throw, because a browser and
 * the server would give different results. Runs before the learner’s code, in its own realm.
 *
 * @param scope  the realm's global object
 */
export function lockdown(scope: object) {
  const language =
    'globalThis Infinity NaN undefined isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape ' +
    'AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError Float16Array Float32Array Float64Array ' +
    'Function Int8Array Int16Array Int32Array Iterator JSON Map Math Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String Symbol ' +
    'SyntaxError TypeError URIError Uint8Array Uint8ClampedArray Uint16Array Uint32Array WeakMap WeakSet'
  const allowedNames = new Set<PropertyKey>(language.split(' '))
  const { deleteProperty, ownKeys, set, getPrototypeOf, defineProperty } = Reflect
  for (let o: object | null = scope; o && o !== Object.prototype; o = getPrototypeOf(o))
    for (const key of ownKeys(o)) {
      if (o === scope && allowedNames.has(key)) continue
      if (!deleteProperty(o, key)) set(o, key, undefined)
    }
  const scoped = scope as Record<string, object | undefined>
  // properties that only some engines have, by owner
  const uneven: readonly (readonly [object | undefined, string])[] = [
    [scoped.Array, 'fromAsync'],
    [scoped.JSON, 'rawJSON isRawJSON'],
    [scoped.Iterator, 'concat zip zipKeyed range'],
    [scoped.Math, 'sumPrecise f16round'],
    [scoped.Map, 'groupBy'],
    [scoped.Set, 'groupBy'],
    [Map.prototype, 'getOrInsert getOrInsertComputed'],
    [WeakMap.prototype, 'getOrInsert getOrInsertComputed'],
    [scoped.Promise, 'try'],
    [scoped.RegExp, "input $_ lastMatch $& lastParen $+ leftContext $` rightContext $' $1 $2 $3 $4 $5 $6 $7 $8 $9"],
  ]
  for (const [owner, names] of uneven) if (owner) for (const name of names.split(' ')) deleteProperty(owner, name)
  const typed = getPrototypeOf(Uint8Array.prototype) as object
  const local: readonly (readonly [object, string])[] = [
    [Number.prototype, 'toLocaleString'],
    [BigInt.prototype, 'toLocaleString'],
    [Array.prototype, 'toLocaleString'],
    [typed, 'toLocaleString'],
    [Date.prototype, 'toLocaleString toLocaleDateString toLocaleTimeString'],
    [String.prototype, 'localeCompare toLocaleLowerCase toLocaleUpperCase'],
  ]
  for (const [owner, names] of local)
    for (const name of names.split(' ')) {
      const unavailable = () => {
        throw new EvalError(`${name} is not available here: its result depends on the machine.`)
      }
      defineProperty(unavailable, 'name', { value: name })
      defineProperty(owner, name, { value: unavailable, writable: true, configurable: true })
    }
  const makers = [() => {}, function* () {}, async () => {}, async function* () {}]
  for (const maker of makers) {
    const prototype = getPrototypeOf(maker) as object
    const refused = () => {
      throw new EvalError('Code cannot be made from text here: its steps could not be counted.')
    }
    defineProperty(refused, 'name', { value: 'Function' })
    defineProperty(refused, 'prototype', { value: maker === makers[0] ? prototype : {}, writable: false })
    defineProperty(prototype, 'constructor', { value: refused, writable: false, configurable: false })
    if (maker === makers[0]) defineProperty(scope, 'Function', { value: refused, writable: true, configurable: true })
  }
  // a function’s text would show our step counters, and it differs between engines
  const describe = function (this: unknown) {
    if (typeof this !== 'function') throw new TypeError('Function.prototype.toString needs a function')
    return `function ${this.name}() { … }`
  }
  defineProperty(describe, 'name', { value: 'toString' })
  defineProperty(getPrototypeOf(makers[0] as object) as object, 'toString', {
    value: describe,
    writable: true,
    configurable: true,
  })
  replaceSort()
  // V8 would hand out the frames of a stack, the harness's among them
  for (const key of ['prepareStackTrace', 'captureStackTrace'])
    defineProperty(Error, key, { value: undefined, writable: false, configurable: false })
}
