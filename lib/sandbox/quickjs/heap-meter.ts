import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten-core'
import { BYTES, ELEMENTS, ELEMENTS_AFTER_COLLECTION, IS_MEMORY_FULL, STACK_BYTES } from '../harness/tags.ts'
import { MEMORY_MEGABYTES } from '../wire/decode.ts'

/**
 * Measures a QuickJS runtime: the `ELEMENTS` of all plain arrays, the `BYTES` of its heap that are in use, or the peak
 * of its `STACK_BYTES` since the stack was cleared.
 *
 * QuickJS immediately frees what nothing refers to, but frees cycles (such as a closure that calls itself) only in a
 * garbage collection, which is rare. `ELEMENTS_AFTER_COLLECTION` forces one first: it sets the runtime’s threshold to
 * 0, so that creating the next object triggers a collection.
 *
 * @param what ELEMENTS, ELEMENTS_AFTER_COLLECTION, BYTES, STACK_BYTES or IS_MEMORY_FULL (see harness/tags.ts)
 */
export type HeapMeter = (context: QuickJSContext, what: number) => number

/**
 * Creates a meter. Must be called before the runtime’s limits are set.
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
    if (what === IS_MEMORY_FULL) return isMemoryFull(memory) ? 1 : 0
    if (what === BYTES) return countBytesInUse(new Uint32Array(memory.buffer), first, heapEnd())
    if (what === ELEMENTS_AFTER_COLLECTION) {
      new Uint32Array(memory.buffer)[threshold] = 0
      context.newObject().dispose()
    } else if (what !== ELEMENTS) throw new RangeError(`no such count: ${what}`)
    return readNumber(context, runtime.computeMemoryUsage(), 'fast_array_elements')
  }
}

/**
 * Whether a memory has grown about as far as it can. It grows in steps, and the last one is refused before all of it is
 * taken.
 */
export const isMemoryFull = ({ buffer }: WebAssembly.Memory): boolean =>
  buffer.byteLength >= (MEMORY_MEGABYTES * 2 ** 20 * 3) / 4

/** The header of a block in Emscripten’s allocator (dlmalloc): the size of the previous block if free, then its own. */
const HEAD_BYTES = 8
const SMALLEST_BLOCK = 16
const IN_USE = 2
const FLAGS = 7

/**
 * Walks the heap block by block; each block’s header has its size and whether it is in use. This includes the content
 * of strings, Maps, buffers and big integers, some of which QuickJS’s own statistics leave out.
 */
function countBytesInUse(words: Uint32Array, first: number, end: number): number {
  let bytes = 0
  for (let at = first; at + HEAD_BYTES <= end; ) {
    const head = words[(at + 4) >> 2] ?? 0
    const size = head & ~FLAGS
    if (size < SMALLEST_BLOCK || at + size > end) break // the end of the allocated blocks
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
 * Finds the stack by three consecutive words in which QuickJS keeps its size, top and limit.
 *
 * @param size the stack size that was set, in bytes
 */
export function findStack(runtime: QuickJSRuntime, memory: WebAssembly.Memory, size: number): Stack {
  const from = getAddress(runtime) / 4
  const words = new Uint32Array(memory.buffer)
  for (let i = from; i < from + STACK_SEARCH_WORDS; i++) {
    const [top = 0, limit = 0] = [words[i + 1], words[i + 2]]
    if (words[i] === size && top - limit === size) return { top: top >> 2, limit: Math.max(0, limit) >> 2 }
  }
  throw new Error('could not find the stack limits of this QuickJS')
}
const STACK_SEARCH_WORDS = 1024

/** Zeroes the unused part of the stack. Must be called while the engine runs no code. */
export function clearStack(memory: WebAssembly.Memory, { top, limit }: Stack): void {
  new Uint32Array(memory.buffer).fill(0, limit, top - STACK_MARGIN_WORDS)
}
/** The largest distance between the top that QuickJS has recorded and the real top of the stack between calls. */
const STACK_MARGIN_WORDS = 256

/** Bytes between the top of the stack and the deepest word that was written. */
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
  throw new Error('could not find the garbage collection threshold of this QuickJS')
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
