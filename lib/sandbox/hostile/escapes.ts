import { type Attack, attacksFromBodies, ifReached, ifReachedBy, tamperWith } from './attack.ts'

/** Code that reaches for what is not its own, or spoils the language for those who read its result. */
export const escapeAttacks: readonly Attack[] = [
  ...attacksFromBodies('reaching out', {
    Function: ifReached('[].constructor.constructor("return 1")() === 1'),
    'a generator’s Function': ifReached('(function* () {}).constructor("yield 1")().next().value === 1'),
    'an async Function': ifReached('typeof (async () => {}).constructor("return 1") === "function"'),
    'eval by another name': ifReached('globalThis["ev" + "al"]("1") === 1'),
    'Reflect.construct on Function': ifReached('Reflect.construct((() => 1).constructor, ["return 1"])() === 1'),
    process: ifReached(
      'typeof process !== "undefined" || typeof require !== "undefined" || typeof module !== "undefined"',
    ),
    'the network': ifReached(
      'typeof fetch !== "undefined" || typeof XMLHttpRequest !== "undefined" || typeof WebSocket !== "undefined"',
    ),
    timers: ifReached('typeof setTimeout !== "undefined" || typeof queueMicrotask !== "undefined"'),
    messages: ifReached(
      'typeof postMessage !== "undefined" || typeof self !== "undefined" || typeof onmessage !== "undefined"',
    ),
    storage: ifReached(
      'typeof indexedDB !== "undefined" || typeof caches !== "undefined" || typeof navigator !== "undefined"',
    ),
    'shared memory': ifReached(
      'typeof SharedArrayBuffer !== "undefined" || typeof Atomics !== "undefined" || typeof WebAssembly !== "undefined"',
    ),
    'the harness’s buffers': ifReached(
      'typeof $in !== "undefined" || typeof $out !== "undefined" || typeof harness !== "undefined"',
    ),
    'the caller': ifReached('causalAttention.caller || arguments.callee.caller'),
    'the wrapper’s arguments': ifReached('top.length > 0', 'const top = arguments'),
    'the wrapper’s this': ifReached('here !== undefined', 'const here = this'),
    'functions on the stack': ifReachedBy(
      'Error.prepareStackTrace = (e, s) => s.map((c) => c.getFunction?.() ?? c.getThis?.()).filter(Boolean); const s = new Error().stack; return typeof s !== "string" && s.length > 0',
    ),
    'other threads': ifReached(
      'typeof Worker !== "undefined" || typeof importScripts !== "undefined" || typeof BroadcastChannel !== "undefined"',
    ),
    'the clock’s finer hands': ifReached(
      'typeof performance !== "undefined" || typeof requestAnimationFrame !== "undefined"',
    ),
    'the global object’s prototypes': ifReachedBy(
      'const seen = []; for (let o = globalThis; o && o !== Object.prototype; o = Object.getPrototypeOf(o)) seen.push(...Reflect.ownKeys(o)); return seen.some((k) => /^(fetch|close|postMessage|importScripts|location|std|os|scriptArgs|print|bjson|gc)$/.test(String(k)))',
    ),
    'a realm beyond, by an exhausted stack': ifReachedBy(
      'const f = () => { try { f() } catch (e) { return e.constructor !== RangeError && e.constructor.constructor("return globalThis")() !== globalThis } }; return f()',
    ),
    'the harness by what it throws': ifReachedBy(
      'let got; try { for (;;) ; } catch (e) { got = e } return got?.constructor !== undefined',
    ),
    'code from a template': ifReached('(() => {}).constructor`return 1``` === 1'),
    'a symbol that both sides know': ifReached(
      'Object.getOwnPropertySymbols(globalThis).some((s) => globalThis[s]?.constructor !== String)',
    ),
    'weak references to the past': ifReached(
      'typeof WeakRef !== "undefined" || typeof FinalizationRegistry !== "undefined"',
    ),
    'a host object in an error': ifReachedBy(
      'try { null.x } catch (e) { return e.constructor.constructor("return process")() }',
    ),
  }),
  ...attacksFromBodies('tampering', {
    'setters on arrays': tamperWith(
      'for (let i = 0; i < 20; i++) Object.defineProperty(Array.prototype, i, { set(v) { seen.push(v) }, configurable: true })',
    ),
    'setters on objects': tamperWith(
      'for (const k of ["value", "names", "left", "reset", "kind", "0"]) Object.defineProperty(Object.prototype, k, { set(v) { seen.push(v) }, configurable: true })',
    ),
    'Array.isArray': tamperWith('Array.isArray = () => true'),
    iterators: tamperWith('Array.prototype[Symbol.iterator] = function* () { yield 1 }'),
    'Function.prototype': tamperWith(
      'Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => right',
    ),
    Reflect: tamperWith('Reflect.apply = Reflect.construct = () => 0'),
    Number: tamperWith('Number.isFinite = Number.isNaN = () => true; Math.abs = () => 0; Math.max = () => 0'),
    'typed arrays': tamperWith(
      'Object.defineProperty(Object.getPrototypeOf(Float64Array.prototype), "length", { get: () => 0 }); Float64Array.prototype.set = () => 0',
    ),
    'a thenable prototype': tamperWith(
      'Object.defineProperty(Object.prototype, "then", { get() { return (f) => f([]) } })',
    ),
    toJSON: tamperWith('Object.prototype.toJSON = () => []'),
    'undefined globals': tamperWith('globalThis.Array = globalThis.Object = globalThis.Float64Array = undefined'),
    'frozen globals': tamperWith('Object.freeze(Array.prototype); Object.freeze(Object.prototype)'),
    'the prototype of arrays': tamperWith(
      'Object.setPrototypeOf(Array.prototype, new Proxy({}, { get: () => 0, set: () => true, has: () => true }))',
    ),
    'what arrays give birth to': tamperWith(
      'Object.defineProperty(Array, Symbol.species, { get: () => function () { return right } }); Array.prototype.constructor = right',
    ),
    'Symbol.toPrimitive and valueOf': tamperWith(
      'Number.prototype.valueOf = () => 0; Object.prototype[Symbol.toPrimitive] = () => 0; Object.prototype.valueOf = () => 0',
    ),
    'Object’s own tools': tamperWith(
      'Object.defineProperty = Object.getPrototypeOf = Object.freeze = () => ({}); Reflect.ownKeys = Object.keys = () => []',
    ),
    strings: tamperWith(
      'String.prototype.charCodeAt = () => 0; String.fromCharCode = () => "x"; Object.defineProperty(String.prototype, "length", { get: () => 0 })',
    ),
    errors: tamperWith(
      'Object.setPrototypeOf(Error.prototype, new Proxy({}, { get: () => { throw right } })); TypeError = RangeError = Error = function () { return right }',
    ),
    'its own inputs': 'for (const m of [Q, K, V]) for (const r of m) r.fill(0); return Q.map(() => V[0].map(() => 0))',
    'NaN everywhere': 'return V.map((r) => r.map(() => NaN))',
  }),
]
