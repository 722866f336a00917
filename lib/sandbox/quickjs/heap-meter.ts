import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten-core'
import { BYTES, ELEMENTS, ELEMENTS_AFTER_COLLECTION } from '../harness/tags.ts'

/**
 * What is alive in a QuickJS runtime: `ELEMENTS` of all plain arrays, or `BYTES` of its heap that are in use.
 *
 * QuickJS frees what nothing refers to at once, but what refers to itself in a circle (a closure that calls itself) only
 * when it collects, which it does rarely. `ELEMENTS_AFTER_COLLECTION` makes it collect first: the threshold above which
 * it would is a field of its runtime; with 0 there, the next object that is made sets it off.
 *
 * @param what  ELEMENTS, ELEMENTS_AFTER_COLLECTION or BYTES (see the harness's tags)
 */
export type HeapMeter = (context: QuickJSContext, what: number) => number

/**
 * Makes a meter. To be called before the runtime's limits are set.
 *
 * @param heapEnd  where the heap ends now, as a byte offset
 */
export function createHeapMeter(runtime: QuickJSRuntime, memory: WebAssembly.Memory, heapEnd: () => number): HeapMeter {
  const threshold = findThreshold(runtime, memory)
  const first = getAddress(runtime) - HEAD_BYTES
  return (context, what) => {
    if (what === BYTES) return countBytesInUse(new Uint32Array(memory.buffer), first, heapEnd())
    if (what === ELEMENTS_AFTER_COLLECTION) {
      new Uint32Array(memory.buffer)[threshold] = 0
      context.newObject().dispose()
    } else if (what !== ELEMENTS) throw new RangeError(`no such count: ${what}`)
    return readNumber(context, runtime.computeMemoryUsage(), 'fast_array_elements')
  }
}

/** What stands before a block of Emscripten's allocator (dlmalloc): the size of a free neighbor, then its own. */
const HEAD_BYTES = 8
const SMALLEST_BLOCK = 16
const IN_USE = 2
const FLAGS = 7

/**
 * Walks over the heap from one block to the next: each says how large it is, and whether it is in use. Strings, Maps,
 * buffers and big numbers have their content there as all else has; QuickJS's own account leaves some of it out.
 */
function countBytesInUse(words: Uint32Array, first: number, end: number): number {
  let bytes = 0
  for (let at = first; at + HEAD_BYTES <= end; ) {
    const head = words[(at + 4) >> 2] ?? 0
    const size = head & ~FLAGS
    if (size < SMALLEST_BLOCK || at + size > end) break // the end of what was handed out
    if (head & IN_USE) bytes += size
    at += size
  }
  return bytes
}

/** The threshold of a new QuickJS runtime: a word near its beginning, found by its value. */
const DEFAULT_THRESHOLD = 256 * 1024
const RUNTIME_WORDS = 64

function findThreshold(runtime: QuickJSRuntime, memory: WebAssembly.Memory): number {
  const from = getAddress(runtime) / 4
  const words = new Uint32Array(memory.buffer)
  for (let i = from; i < from + RUNTIME_WORDS; i++) if (words[i] === DEFAULT_THRESHOLD) return i
  throw new Error('this QuickJS keeps its collector’s threshold elsewhere')
}

const getAddress = (runtime: QuickJSRuntime): number =>
  (runtime as unknown as { readonly rt: { readonly value: number } }).rt.value

function readNumber(context: QuickJSContext, object: QuickJSHandle, key: string): number {
  const property = context.getProp(object, key)
  const n = context.getNumber(property)
  property.dispose()
  object.dispose()
  return n
}
