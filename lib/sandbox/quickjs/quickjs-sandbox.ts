import type { QuickJSHandle } from 'quickjs-emscripten-core'
import type { Session } from '#lib/grading/runner.ts'
import type { Problem } from '#lib/grading/verdict.ts'
import type { Compiled } from '../compile/compile.ts'
import { STACK_OVERFLOW } from '../errors/describe-error.ts'
import { type HarnessRequest, type HarnessResponse, type Realm, session } from '../session.ts'
import { MEMORY_MEGABYTES } from '../wire/decode.ts'
import { bootEngine, type Engine, type QuickJs, restore } from './boot-engine.ts'
import { clearStack, isMemoryFull } from './heap-meter.ts'

/** How long one submission may run, in seconds. */
export const DEADLINE_SECONDS = 2

/**
 * Runs one submission after the other in QuickJS. Before each, the memory is put back to what it was when the engine
 * had booted: nothing of the last learner is left. After a trap or when memory grew, a new engine is booted.
 */
export class QuickJsSandbox {
  /** How often a new engine was needed. */
  rebuilds = 0
  #quickJs: QuickJs
  #engine: Engine
  #deadline = Number.POSITIVE_INFINITY
  #booting: Promise<void> | undefined
  #now: () => number

  private constructor(quickJs: QuickJs, engine: Engine, now: () => number) {
    this.#quickJs = quickJs
    this.#engine = engine
    this.#now = now
  }
  static async boot(quickJs: QuickJs, now: () => number = () => performance.now()): Promise<QuickJsSandbox> {
    let quickJsSandbox: QuickJsSandbox | undefined
    const engine = await bootEngine(quickJs, () => quickJsSandbox?.isLate() ?? false)
    quickJsSandbox = new QuickJsSandbox(quickJs, engine, now)
    return quickJsSandbox
  }
  /** Resolves when a new engine is where one was used up; at once where none was. */
  async rested(): Promise<void> {
    await this.#booting
  }
  get isResting(): boolean {
    return this.#booting !== undefined
  }
  isLate(): boolean {
    return this.#now() > this.#deadline
  }

  /** Opens a session on a learner's code. One at a time; `seconds` are for all of it. */
  async open(compiled: Compiled, seconds = DEADLINE_SECONDS): Promise<Session> {
    await this.#booting
    const engine = this.#engine
    restore(engine)
    const size = engine.memory.buffer.byteLength
    this.#deadline = this.#now() + seconds * 1000
    let ended: Problem | undefined
    const realm: Realm = {
      engine: 'quickjs',
      exchange: (request) => {
        if (ended) return { problem: ended }
        const reply = this.#exchange(engine, request, seconds)
        if ('problem' in reply) ended = reply.problem
        return reply
      },
      close: () => {
        this.#deadline = Number.POSITIVE_INFINITY
        if (!ended && engine.memory.buffer.byteLength === size) return
        this.rebuilds++
        this.#booting = this.#reboot()
      },
    }
    let now = session(compiled, realm)
    return {
      ...now,
      run: (scripts, options) => now.run(scripts, options),
      measureMemory: async (scripts, sampling) => {
        restore(engine)
        clearStack(engine.memory, engine.stack)
        const run = await session(compiled, realm).run(scripts, { memory: sampling })
        restore(engine)
        now = session(compiled, realm)
        return run
      },
    }
  }

  async #reboot(): Promise<void> {
    this.#engine = await bootEngine(this.#quickJs, () => this.isLate())
    this.#booting = undefined
  }

  #exchange(engine: Engine, request: HarnessRequest, seconds: number): HarnessResponse {
    try {
      return { chunks: exchange(engine, request) }
    } catch (error) {
      return { problem: this.#problem(engine, error, seconds) }
    }
  }

  /** What ended the engine from outside of the learner's code. */
  #problem(engine: Engine, error: unknown, seconds: number): Problem {
    if (this.isLate()) return { kind: 'deadline', seconds, input: '' }
    if (error instanceof Refused) return error.problem
    if (error instanceof RangeError && /call stack/.test(error.message))
      return { kind: 'threw', ...STACK_OVERFLOW, input: '' }
    if (
      isMemoryFull(engine.memory) ||
      error instanceof WebAssembly.RuntimeError ||
      error instanceof RangeError ||
      /out of memory|^null$/.test(getMessage(error))
    )
      return { kind: 'memory', megabytes: MEMORY_MEGABYTES, input: '' }
    throw error
  }
}

function exchange(engine: Engine, { input, code }: HarnessRequest): Float64Array[] {
  const { context } = engine
  new Float64Array(engine.memory.buffer, engine.input, input.length).set(input)
  const wants = value(engine, context.callFunction(engine.read, context.undefined))
  if (code !== undefined && context.dump(wants) === true) {
    const evaluated = context.evalCode(code, 'answer.js')
    if (evaluated.error) throw new Refused(engine.context.dump(evaluated.error))
    value(engine, context.callFunction(engine.load, context.undefined, evaluated.value))
  }
  const chunks: Float64Array[] = []
  for (;;) {
    const length = context.getNumber(value(engine, context.callFunction(engine.run, context.undefined)))
    const chunk = new Float64Array(engine.memory.buffer, engine.output, length).slice()
    chunks.push(chunk)
    if (chunk[0] === 1) return chunks
  }
}

function value(engine: Engine, result: { error?: QuickJSHandle | undefined; value?: QuickJSHandle }): QuickJSHandle {
  if (result.value) return result.value
  throw new Error(getMessage(result.error ? engine.context.dump(result.error) : null))
}

/** Code that acorn read and QuickJS does not: nested too deeply for its stack, or syntax that it lacks. */
class Refused extends Error {
  readonly problem: Problem
  constructor(error: unknown) {
    const engineMessage = getMessage(error)
    super(engineMessage)
    const message = /stack overflow/.test(engineMessage)
      ? 'The code is nested too deeply to be read.'
      : `This code cannot be read: ${engineMessage}.`
    this.problem = /out of memory/.test(engineMessage)
      ? { kind: 'memory', megabytes: MEMORY_MEGABYTES, input: '' }
      : { kind: 'compile', message }
  }
}

function getMessage(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error
  return String(message)
}
