import { createAbort } from './abort.ts'
import { createBufferRefill } from './buffer-refill.ts'
import { createConsole } from './console.ts'
import { createErrorWriter } from './error-writer.ts'
import { guards } from './guards.ts'
import type { LearnerModule } from './learner.ts'
import { memoryMeter } from './memory.ts'
import { createMutationDetector } from './mutation-detector.ts'
import { createPlanReader, type Plan } from './plan.ts'
import { primordials } from './primordials.ts'
import { reader } from './read.ts'
import { comparer } from './same.ts'
import { createScriptRunner } from './script-runner.ts'
import { DID_NOT_LOAD, IS_MEMORY_FULL, OUT_OF_MEMORY, STEP_LIMIT } from './tags.ts'
import { tracer } from './trace.ts'
import { writer } from './write.ts'

/** What compiled code evaluates to. Calling it runs the learner's top level. */
export type Make = (
  stop: (site: number) => void,
  left: number,
  trace: (site: number, value: unknown) => unknown,
  iterable: (offset: number, subject: string, value: unknown) => unknown,
  nothing: (offset: number, subject: string) => never,
) => LearnerModule

/**
 * Runs in the same engine as the learner's code: in QuickJS on the server, in a worker in the browser, as a module in
 * tests. Takes its scripts from `input` and writes their results to `output`.
 *
 * Made before the learner's code is evaluated. From then on it calls no method that the code could have changed, reads
 * no property through a prototype and writes none: it sets own elements, and keeps what it needs of the language.
 *
 * @param alive measures what is alive in the engine’s memory, if the engine can (see `memoryMeter`)
 *
 * Its source is copied into engines without our other code: it imports only files of this folder, which import nothing
 * else.
 */
export function harness(input: ArrayBuffer, output: ArrayBuffer, alive?: (what: number) => number) {
  const is = primordials(() => alive !== undefined && alive(IS_MEMORY_FULL) === 1)
  const from = new is.F64(input)
  const trace = tracer(is)
  const lines = createConsole(is)
  const plans = createPlanReader(reader(from, is), is)
  const memory = memoryMeter(alive)
  const compare = comparer(from, is)
  const halt = createAbort(memory, is)
  const guard = guards(is)
  const write = writer(new is.F64(output), is, () => halt.site >= 0)
  const thrown = createErrorWriter(write, is)
  const play = createScriptRunner(
    from,
    is,
    write,
    thrown,
    createMutationDetector(from, compare),
    createBufferRefill(from, is, compare),
    memory,
    halt,
  )
  /** The one that is counted, and the one whose assignments are traced too. */
  const learners: (LearnerModule | null)[] = [null, null]
  let plan = { __proto__: null, trace: false, scripts: 0 } as unknown as Plan
  let ended = false
  let failed = false

  return {
    console: lines.console,
    /** Reads the scripts in the input; returns whether code for this kind of run is still to be loaded. */
    read(): boolean {
      plan = plans()
      ended = failed = false
      memory.start(plan.memory)
      play.begin(plan)
      trace.start(plan.trace)
      lines.start(plan.trace)
      write.begin()
      return learners[plan.trace ? 1 : 0] === null
    },
    /** Takes evaluated code in, running its top level. */
    load(make: Make): void {
      halt.site = -1
      try {
        learners[plan.trace ? 1 : 0] = make(halt.stop, STEP_LIMIT, trace.hook, guard.iterable, guard.nothing)
      } catch (error) {
        failed = true
        if (halt.site < 0 && is.isOutOfMemory(error)) write.number(OUT_OF_MEMORY)
        else if (halt.site < 0) {
          write.number(DID_NOT_LOAD)
          thrown.error(error)
        }
      }
      memory.loaded()
      if (halt.site < 0) return
      ended = true
      halt.write(write)
    },
    /** Runs until the scripts or the output end; returns how many doubles were written. The first is 1 when all is said. */
    run(): number {
      const learner = learners[plan.trace ? 1 : 0]
      if (learner && !failed && !ended) {
        halt.sliced = memory.isOn() ? learner : null
        ended = play.go(learner)
        halt.sliced = null
        if (!ended) return write.end(0)
      }
      trace.stop()
      lines.stop()
      if (learner) learner.reset(0) // what was put off until later (a promise's callback) ends at its first step
      while (trace.write(write)) if (!write.room()) return write.end(0)
      while (lines.write(write)) if (!write.room()) return write.end(0)
      return write.end(1)
    },
  }
}
export type Harness = ReturnType<typeof harness>
