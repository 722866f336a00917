import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten-core'
import { BYTES, ELEMENTS, ELEMENTS_AFTER_COLLECTION, STACK_BYTES } from '../harness/tags.ts'

/**
 * What is alive in a QuickJS runtime: `ELEMENTS` of all plain arrays, `BYTES` of its heap that are in use, or the most
 * `STACK_BYTES` that were in use since the stack was cleared.
 *
 * QuickJS frees what nothing refers to at once, but what refers to itself in a circle (a closure that calls itself) only
 * when it collects, which it does rarely. `ELEMENTS_AFTER_COLLECTION` makes it collect first: the threshold above which
 * it would is a field of its runtime; with 0 there, the next object that is made sets it off.
 *
 * @param what  ELEMENTS, ELEMENTS_AFTER_COLLECTION, BYTES or STACK_BYTES (see the harness's tags)
 */
export type HeapMeter = (context: QuickJSContext, what: number) => number

/**
 * Makes a meter. To be called before the runtime's limits are set.
 *
 * @param heapEnd   where the heap ends now, as a byte offset
 * @param getStack  where the stack is
 */
export function createHeapMeter(
  runtime: QuickJSRuntime,
  memory: WebAssembly.Memory,
  heapEnd: () => number,
  getStack: () => Stack,
): HeapMeter {
  const threshold = findThreshold(runtime, memory)
  const first = getAddress(runtime) - HEAD_BYTES
  return (context, what) => {
    if (what === STACK_BYTES) return measureStack(new Uint32Array(memory.buffer), getStack())
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

/** Where the stack is, in 32-bit words: it grows from `top` down to `limit`. */
export interface Stack {
  readonly top: number
  readonly limit: number
}

/**
 * Finds the stack by the words in which QuickJS keeps its size, its top and its limit, one after the other.
 *
 * @param size  as it was set, in bytes
 */
export function findStack(runtime: QuickJSRuntime, memory: WebAssembly.Memory, size: number): Stack {
  const from = getAddress(runtime) / 4
  const words = new Uint32Array(memory.buffer)
  for (let i = from; i < from + STACK_SEARCH_WORDS; i++) {
    const [top = 0, limit = 0] = [words[i + 1], words[i + 2]]
    if (words[i] === size && top - limit === size) return { top: top >> 2, limit: Math.max(0, limit) >> 2 }
  }
  throw new Error('this QuickJS keeps its stack’s limits elsewhere')
}
const STACK_SEARCH_WORDS = 1024

/** Clears what no call uses. To be called while no code of the engine runs. */
export function clearStack(memory: WebAssembly.Memory, { top, limit }: Stack): void {
  new Uint32Array(memory.buffer).fill(0, limit, top - STACK_MARGIN_WORDS)
}
/** What may lie between the top that QuickJS noted and where the stack really is between calls. */
const STACK_MARGIN_WORDS = 256

/** Bytes between the stack's top and the deepest word that was written. */
function measureStack(words: Uint32Array, { top, limit }: Stack): number {
  let deepest = limit
  while (deepest < top && words[deepest] === 0) deepest++
  return (top - deepest) * 4
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
