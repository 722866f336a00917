import { consoleOf } from './console.ts'
import { memoryMeter } from './memory.ts'
import { type Plan, planner } from './plan.ts'
import { player } from './play.ts'
import { primordials } from './primordials.ts'
import { reader } from './read.ts'
import { DID_NOT_LOAD, ENDLESS, STEP_LIMIT } from './tags.ts'
import { tracer } from './trace.ts'
import { writer } from './write.ts'

/** A learner's code after it was evaluated. */
export interface Learner {
  /** name, value, name, value… */
  readonly names: readonly unknown[]
  readonly left: () => number
  readonly reset: (steps: number) => void
}
/** What compiled code evaluates to. Calling it runs the learner's top level. */
export type Make = (
  stop: (site: number) => void,
  left: number,
  trace: (site: number, value: unknown) => unknown,
) => Learner

/**
 * Runs beside the learner's code: in QuickJS on the server, in a worker in the browser, as a module in tests. Takes its
 * scripts from `input` and says in `output` what came of them.
 *
 * Made before the learner's code is evaluated. From then on it calls no method that the code could have changed, reads
 * no property through a prototype and writes none: it sets own elements, and keeps what it needs of the language.
 *
 * @param alive  counts the elements of living arrays, where the engine can (see `memoryMeter`)
 *
 * Its text goes to places that have nothing of ours: it imports only its neighbours in this folder, and they nothing.
 */
export function harness(input: ArrayBuffer, output: ArrayBuffer, alive?: (collect: boolean) => number) {
  const is = primordials()
  const read = reader(new is.F64(input), is)
  const write = writer(new is.F64(output), is)
  const trace = tracer(is)
  const lines = consoleOf(is)
  const plans = planner(read)
  const memory = memoryMeter(is, alive)
  const play = player(read, write, is, memory)
  const halted = Object.freeze({ __proto__: null })
  /** The one that is counted, and the one whose assignments are traced too. */
  const learners: (Learner | null)[] = [null, null]
  let plan: Plan = { __proto__: null, trace: false, unchanged: false, memory: 0, scripts: [] } as never
  let script = 0
  let stopped = -1
  let ended = false
  let failed = false
  /** Whose budget is handed out in slices. */
  let running: Learner | null = null

  const stop = (site: number): void => {
    const more = stopped < 0 && running ? memory.more() : 0
    if (running && more > 0) {
      running.reset(more)
      return
    }
    if (stopped < 0) stopped = site
    throw halted
  }
  /** Endless: the budget is spent, whatever the learner's code caught. */
  const spent = (): boolean => {
    if (stopped < 0) return false
    write.number(ENDLESS)
    write.number(stopped)
    write.number(STEP_LIMIT)
    return true
  }
  return {
    console: lines.console,
    /** Reads the scripts in the input; returns whether code for this kind of run is still to be loaded. */
    read(): boolean {
      plan = plans()
      script = 0
      ended = failed = false
      play.begin()
      memory.start(plan.memory)
      trace.start(plan.trace)
      lines.start(plan.trace)
      write.begin()
      write.number(0)
      return learners[plan.trace ? 1 : 0] === null
    },
    /** Takes evaluated code in, running its top level. */
    load(make: Make): void {
      stopped = -1
      try {
        learners[plan.trace ? 1 : 0] = make(stop, STEP_LIMIT, trace.hook)
        ended = spent()
      } catch (error) {
        failed = true
        if (spent()) return
        write.number(DID_NOT_LOAD)
        play.error(error)
      }
    },
    /** Runs until the scripts or the output end; returns how many doubles were written. The first is 1 when all is said. */
    run(): number {
      const learner = learners[plan.trace ? 1 : 0]
      if (learner && !failed)
        while (!ended && script < plan.scripts.length) {
          if (!write.room()) return pause(0)
          stopped = -1
          if (memory.isOn()) {
            running = learner
            if (play.atStart()) memory.startScript()
          }
          learner.reset(memory.budget())
          const more = play.step(learner, plan, script, spent)
          memory.carry(learner.left())
          running = null
          if (more === 'ended') ended = true
          if (more !== 'script') continue
          script++
        }
      trace.stop()
      lines.stop()
      if (learner) learner.reset(0) // what was put off until later (a promise's callback) ends at its first step
      while (trace.write(write)) if (!write.room()) return pause(0)
      while (lines.write(write)) if (!write.room()) return pause(0)
      return pause(1)
    },
  }
  function pause(done: number): number {
    const n = write.at()
    write.back(0)
    write.number(done)
    return n
  }
}
export type Harness = ReturnType<typeof harness>
