import type { Primordials } from './primordials.ts'
import { ALIVE, STEP_LIMIT } from './tags.ts'
import type { Writer } from './write.ts'

/**
 * Counts the array elements that are alive while a learner's code runs: a sample each time that some steps were taken,
 * for which the step budget is handed out in slices.
 *
 * The engine counts plain arrays. Behind each buffer of a typed array stands a plain array of as many elements, which
 * lives and dies with it; so typed arrays are counted as well.
 *
 * @param alive  elements of all plain arrays now, after a collection of garbage where asked; absent where the engine
 *   cannot tell
 */
export function memoryMeter(is: Primordials, alive: ((collect: boolean) => number) | undefined) {
  // by look: quick, collected, close. A short peak that is missed at a small size makes growth seem steeper than it is
  const FIRST_SLICE = [0, 128, 128, 16]
  const LAST_SLICE = [0, 2048, 2048, 64]
  const SAMPLES_A_SLICE = [1, 12, 12, 700]
  const COLLECT_EVERY = 16
  const { getOwnPropertyDescriptor } = Reflect
  const { fill } = Array.prototype
  const typed = Object.getPrototypeOf(Uint8Array) as { prototype: object }
  const bufferOf = getOwnPropertyDescriptor(typed.prototype, 'buffer')?.get as () => ArrayBuffer
  const bytesOf = getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength')?.get as () => number
  const SHADOW = Symbol('elements')
  let on = false
  let look = 0
  let wrapped = false
  let base = 0
  let peak = 0
  let total = 0
  let slice = 0
  let samples = 0
  let used = 0
  let left = 0

  function shadow(buffer: object, elements: number): void {
    if (is.has(buffer, SHADOW)) return
    const list = new is.Arr(elements)
    is.apply(fill as never, list, [0])
    is.own(buffer, SHADOW, list)
  }
  function noticed(it: unknown): unknown {
    if (typeof it !== 'object' || it === null) return it
    if (is.typedArray(it) === undefined) shadow(it, (is.apply(bytesOf as never, it, []) as number) >> 3)
    else shadow(is.apply(bufferOf as never, it, []) as object, is.typedLength(it))
    return it
  }
  /** Puts constructors that count in place of those of typed arrays and their buffers. */
  function wrap(): void {
    wrapped = true
    const scope = globalThis as unknown as Record<string, (new (...args: unknown[]) => object) | undefined>
    for (const name of NAMES) {
      const of = scope[name]
      if (!of) continue
      const counting = new Proxy(of, {
        __proto__: null,
        construct: (target: never, args: unknown[], newTarget: unknown) =>
          noticed(is.constructAs(target, args, newTarget === counting ? target : (newTarget as never))) as object,
      } as never)
      is.own(of.prototype as object, 'constructor', counting)
      is.own(scope, name, counting)
    }
  }
  function sample(): void {
    if (!alive) return
    const now = alive(look === 2 || (look === 3 && samples % COLLECT_EVERY === 0)) - base
    if (now > peak) peak = now
  }
  return {
    isOn: () => on,
    /** @param mode  0: nothing is counted; 1: quickly; 2: each time after a collection of garbage; 3: more often */
    start(mode: number): void {
      on = mode > 0 && alive !== undefined
      look = mode
      if (on && !wrapped) wrap()
    },
    startScript(): void {
      if (!on || !alive) return
      base = alive(look > 1)
      peak = total = samples = used = 0
      left = slice = FIRST_SLICE[look] as number
    },
    /** Steps that the next step of the script may take before it is asked again. */
    budget: (): number => (on ? left : STEP_LIMIT),
    carry(rest: number): void {
      left = rest
    },
    /** Called when the budget is spent: the next slice, or 0 when that was all. */
    more(): number {
      if (!on || used + slice > STEP_LIMIT) return 0
      used += slice
      sample()
      samples++
      if (samples % (SAMPLES_A_SLICE[look] as number) === 0 && slice < (LAST_SLICE[look] as number)) slice *= 4
      return slice
    },
    /** To be called before a script's last result is let go: it is counted as well. */
    endScript(): void {
      sample()
      total = peak
    },
    /** Writes the largest count of the script; 0 where it did not come to its end. */
    write(out: Writer): void {
      out.number(ALIVE)
      out.number(total)
    },
  }
}
const NAMES = [
  'ArrayBuffer',
  'Float64Array',
  'Float32Array',
  'Float16Array',
  'Int8Array',
  'Int16Array',
  'Int32Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Uint16Array',
  'Uint32Array',
  'BigInt64Array',
  'BigUint64Array',
]
