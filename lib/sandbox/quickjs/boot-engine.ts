import variant from '@jitl/quickjs-wasmfile-release-sync'
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
} from 'quickjs-emscripten-core'
import { MEMORY_MEGABYTES } from '../wire/decode.ts'
import { INPUT_LIMIT } from '../wire/encode.ts'
import { createHeapMeter, findStack, type HeapMeter, type Stack } from './heap-meter.ts'

const PAGE = 65_536
/** Enough for the allowed depth of nested calls, if the thread’s own stack is large enough (see `spawnWorker`). */
const STACK_BYTES = 2 * 1024 * 1024

/** What engines are booted from: QuickJS, compiled, and the harness's text. */
export interface QuickJs {
  readonly module: WebAssembly.Module
  readonly harness: string
}

/** A booted QuickJS with the harness in it, and its memory as it then was. */
export interface Engine {
  readonly context: QuickJSContext
  readonly runtime: QuickJSRuntime
  readonly memory: WebAssembly.Memory
  readonly read: QuickJSHandle
  readonly load: QuickJSHandle
  readonly run: QuickJSHandle
  /** Byte offsets of the buffers that the harness reads and writes. */
  readonly input: number
  readonly output: number
  /** Index of the 32-bit word that says where the heap ends, and what it said at boot. */
  readonly heapEnd: { readonly word: number; readonly booted: number }
  readonly stack: Stack
  /** The parts of the memory that were not zero, in runs of neighboring pages. */
  readonly snapshot: readonly Stretch[]
}
interface Stretch {
  readonly at: number
  readonly bytes: Uint8Array
}

/**
 * Boots QuickJS with a memory that cannot outgrow `megabytes`. (`setMemoryLimit` is no such cap.)
 *
 * @param interrupt  called from time to time while code runs; returns true to end it
 */
export async function bootEngine({ module, harness: text }: QuickJs, interrupt: () => boolean): Promise<Engine> {
  const memory = new WebAssembly.Memory({ initial: 256, maximum: (MEMORY_MEGABYTES * 2 ** 20) / PAGE })
  const emscriptenModule = { wasmMemory: memory } as never
  const quickJs = await newQuickJSWASMModuleFromVariant(
    newVariant(variant, { wasmModule: module, wasmMemory: memory, emscriptenModule }),
  )
  const runtime = quickJs.newRuntime()
  let heapEndWord: number | undefined
  const readHeapEnd = () => (heapEndWord === undefined ? 0 : readEnd(memory, heapEndWord))
  const meter = createHeapMeter(runtime, memory, readHeapEnd, () => stack)
  runtime.setMaxStackSize(STACK_BYTES)
  const stack = findStack(runtime, memory, STACK_BYTES)
  runtime.setInterruptHandler(interrupt)
  const context = runtime.newContext()
  runtime.context = context // otherwise the runtime creates a second one to count memory in
  const findHeapEnd = createHeapEndFinder(memory, 2 * INPUT_LIMIT * Float64Array.BYTES_PER_ELEMENT)
  const marks = [1.234_567_89e300, 2.345_678_91e300] as const
  context.setProp(context.global, '$in', context.newArrayBuffer(new Float64Array(INPUT_LIMIT).fill(marks[0]).buffer))
  context.setProp(context.global, '$out', context.newArrayBuffer(new Float64Array(INPUT_LIMIT).fill(marks[1]).buffer))
  const word = findHeapEnd()
  heapEndWord = word
  context.setProp(context.global, '$alive', createAliveFunction(context, meter))
  const harness = context.unwrapResult(context.evalCode(text, 'harness.js'))
  const [read, load, run] = (['read', 'load', 'run'] as const).map((name) => context.getProp(harness, name))
  if (!read || !load || !run) throw new Error('the harness did not start')
  const input = findBuffer(memory, marks[0], INPUT_LIMIT)
  const output = findBuffer(memory, marks[1], INPUT_LIMIT)
  for (const at of [input, output]) new Float64Array(memory.buffer, at, INPUT_LIMIT).fill(0)
  const heapEnd = { word, booted: readEnd(memory, word) }
  return { context, runtime, memory, read, load, run, input, output, heapEnd, stack, snapshot: copyMemory(memory) }
}

const readEnd = (memory: WebAssembly.Memory, word: number): number => new Uint32Array(memory.buffer)[word] ?? 0

function createAliveFunction(context: QuickJSContext, meter: HeapMeter): QuickJSHandle {
  return context.newFunction('alive', (what) =>
    context.newNumber(what === undefined ? 0 : meter(context, context.getNumber(what))),
  )
}

/** Finds a buffer filled with `mark`. QuickJS returns only copies of its buffers, so the memory is searched. */
function findBuffer(memory: WebAssembly.Memory, mark: number, length: number): number {
  const all = new Float64Array(memory.buffer)
  for (let i = 0; i + length <= all.length; i++) if (all[i] === mark && all[i + length - 1] === mark) return i * 8
  throw new Error('the harness’s buffer was not found')
}

/**
 * Restores the memory to its state right after booting, byte by byte. What lies above the heap's end is left
 * out: nobody ever wrote there. Where that word makes no sense, all is put back.
 */
export function restore({ memory, snapshot, heapEnd }: Engine): void {
  const all = new Uint8Array(memory.buffer)
  const reportedEnd = readEnd(memory, heapEnd.word)
  const end = reportedEnd >= heapEnd.booted && reportedEnd <= all.length ? reportedEnd : all.length
  let zeroFrom = 0
  for (const { at, bytes } of snapshot) {
    all.fill(0, zeroFrom, at)
    all.set(bytes, at)
    zeroFrom = at + bytes.length
  }
  all.fill(0, zeroFrom, Math.max(zeroFrom, end))
}

function copyMemory(memory: WebAssembly.Memory): Stretch[] {
  const stretches: Stretch[] = []
  const words = new Int32Array(memory.buffer)
  const isZero = (page: number) => {
    for (let i = (page * PAGE) / 4; i < ((page + 1) * PAGE) / 4; i++) if (words[i] !== 0) return false
    return true
  }
  const pages = memory.buffer.byteLength / PAGE
  for (let page = 0; page < pages; page++) {
    if (isZero(page)) continue
    const from = page
    while (page + 1 < pages && !isZero(page + 1)) page++
    stretches.push({ at: from * PAGE, bytes: new Uint8Array(memory.buffer).slice(from * PAGE, (page + 1) * PAGE) })
  }
  return stretches
}

/** The heap's end moves by whole multiples of this. */
const GRAIN = 16

/**
 * Finds the word of an engine's memory that says where its heap ends: nothing above that was ever written. It is the
 * one word that points past all that is written, and that far further on when more was asked for.
 *
 * Call this before the engine allocates `bytes` of heap at once, and call what it returns afterwards.
 *
 * @returns finds the word's index among the memory's 32-bit words; throws an Error when there is none, or more than one
 */
function createHeapEndFinder(memory: WebAssembly.Memory, bytes: number): () => number {
  const before = findHeapEndCandidates(memory)
  return () => {
    const after = findHeapEndCandidates(memory)
    const moved = [...after].filter(([at, end]) => end - (before.get(at) ?? end) >= bytes)
    const [first] = moved
    if (!first || moved.length > 1) throw new Error('this QuickJS keeps the end of its heap elsewhere')
    return first[0]
  }
}

/** Words that may be the heap's end, by index. */
function findHeapEndCandidates(memory: WebAssembly.Memory): Map<number, number> {
  const words = new Uint32Array(memory.buffer)
  let written = words.length
  while (written > 0 && words[written - 1] === 0) written--
  const endsByIndex = new Map<number, number>()
  for (let at = 0; at < written; at++) {
    const end = words[at] ?? 0
    if (end >= written * 4 && end <= memory.buffer.byteLength && end % GRAIN === 0) endsByIndex.set(at, end)
  }
  return endsByIndex
}
