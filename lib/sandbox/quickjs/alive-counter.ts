import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten-core'

/**
 * How many elements all living plain arrays of a QuickJS runtime hold. To be made before the runtime's limits are set.
 *
 * QuickJS frees what nothing refers to at once, but what refers to itself in a circle (a closure that calls itself) only
 * when it collects, which it does rarely. `collect` makes it collect first: the threshold above which it would is a
 * field of its runtime; with 0 there, the next object that is made sets it off.
 */
export function aliveCounter(
  runtime: QuickJSRuntime,
  memory: WebAssembly.Memory,
): (context: QuickJSContext, collect: boolean) => number {
  const threshold = thresholdOf(runtime, memory)
  return (context, collect) => {
    if (collect) {
      new Uint32Array(memory.buffer)[threshold] = 0
      context.newObject().dispose()
    }
    return numberOf(context, runtime.computeMemoryUsage(), 'fast_array_elements')
  }
}

/** The threshold of a new QuickJS runtime: a word near its beginning, found by its value. */
const DEFAULT_THRESHOLD = 256 * 1024
const RUNTIME_WORDS = 64

function thresholdOf(runtime: QuickJSRuntime, memory: WebAssembly.Memory): number {
  const from = addressOf(runtime) / 4
  const words = new Uint32Array(memory.buffer)
  for (let i = from; i < from + RUNTIME_WORDS; i++) if (words[i] === DEFAULT_THRESHOLD) return i
  throw new Error('this QuickJS keeps its collector’s threshold elsewhere')
}

const addressOf = (runtime: QuickJSRuntime): number =>
  (runtime as unknown as { readonly rt: { readonly value: number } }).rt.value

function numberOf(context: QuickJSContext, object: QuickJSHandle, key: string): number {
  const property = context.getProp(object, key)
  const n = context.getNumber(property)
  property.dispose()
  object.dispose()
  return n
}
