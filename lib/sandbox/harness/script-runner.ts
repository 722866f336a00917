import type { Halt } from './abort.ts'
import type { Refill } from './buffer-refill.ts'
import type { ThrownWriter } from './error-writer.ts'
import type { LearnerModule } from './learner.ts'
import type { memoryMeter } from './memory.ts'
import type { createMutationDetector } from './mutation-detector.ts'
import type { Plan } from './plan.ts'
import type { Primordials } from './primordials.ts'
import {
  ASKS,
  CALL,
  GET,
  METHOD,
  MISSING,
  NEW,
  REUSES,
  SCRIPT_END,
  STEP_FLAGS,
  STEP_HEAD,
  STEP_LIMIT,
  STEP_NAME,
  STEP_ON,
  STEP_SIZE,
} from './tags.ts'
import type { Writer } from './write.ts'

type AnyFunction = (...args: unknown[]) => unknown

/**
 * Does scripts step by step, writing each result the moment that it is there. A step's calls are counted: this is what
 * grading spends most of its time in, apart from the learner's own code.
 */
export function createScriptRunner(
  input: Float64Array,
  is: Primordials,
  write: Writer,
  thrown: ThrownWriter,
  changes: ReturnType<typeof createMutationDetector>,
  refill: Refill,
  memory: ReturnType<typeof memoryMeter>,
  halt: Halt,
) {
  const { apply } = is
  /** Scripts, and steps of this one, that are still to be done. */
  let scripts = 0
  let steps = 0
  /** Where the next step is, in the input and in the lists of arguments; and where its script began. */
  let at = 0
  let nth = 0
  let began = 0
  let firstIndex = 0
  let instances = { __proto__: null } as unknown as Record<number, unknown>
  let plan = { __proto__: null } as unknown as Plan
  let unchanged = false
  let counting = false
  let current: LearnerModule | null = null

  function nextScript(): void {
    scripts--
    steps = (input[at] as number) | 0
    at++
    began = at
    firstIndex = nth
    instances = { __proto__: null } as never
    refill.begin()
    if (counting) memory.startScript()
  }
  /** What the code has under a name; a default export answers to every name that is not there. */
  function find(names: readonly unknown[], name: string): unknown {
    let byDefault: unknown
    for (let i = 0; i < names.length; i += 2) {
      if (names[i] === name) return names[i + 1]
      if (names[i] === 'default') byDefault = names[i + 1]
    }
    return byDefault
  }
  function onInstance(op: number, on: number, name: string, args: unknown[]): unknown {
    const instance = instances[on] as Record<string, unknown>
    if (op === METHOD) {
      const method = instance[name]
      if (typeof method !== 'function') throw new is.Err(`there is no method ${name}`)
      return apply(method as AnyFunction, instance, args)
    }
    if (op === GET && !(name in instance)) throw new is.Err(`there is no ${name}`)
    return instance[name]
  }
  function atTop(op: number, on: number, entry: AnyFunction, args: unknown[]): unknown {
    if (op === CALL) return apply(entry, undefined, args)
    instances[on] = is.construct(entry, args)
    return undefined
  }
  function missing(op: number, name: string, entry: unknown): false {
    write.number(MISSING)
    write.string(name, 200)
    write.number(op === NEW ? 1 : 0)
    write.number(entry === undefined ? 0 : 1)
    return false
  }

  /** Steps taken since the step budget was set, by the call itself and by reading its result. */
  const work = (): number => STEP_LIMIT - (current as LearnerModule).left()

  /** Does the next step. False when nothing more can be said. */
  function step(learner: LearnerModule): boolean {
    current = learner
    const f = input
    const s = at
    const op = (f[s] as number) | 0
    const name = plan.names[(f[s + STEP_NAME] as number) | 0] as string
    const args = plan.args[nth] as unknown[]
    const flags = (f[s + STEP_FLAGS] as number) | 0
    let entry: unknown
    if (op <= NEW) {
      entry = find(learner.names, name)
      if (typeof entry !== 'function' || (op === NEW && !is.isConstructor(entry))) return missing(op, name, entry)
    }
    const on = (f[s + STEP_ON] as number) | 0
    let failed = false
    let error: unknown
    halt.site = -1
    learner.begin(counting ? memory.budget() : STEP_LIMIT)
    try {
      if (flags >= REUSES) {
        const stuck = refill.fill(args, s + STEP_HEAD)
        if (stuck >= 0 && unchanged) changes.note(nth - firstIndex, stuck)
      }
      const value = op <= NEW ? atTop(op, on, entry as AnyFunction, args) : onInstance(op, on, name, args)
      write.returned(work, value)
      if (counting && steps === 1) memory.sample() // while the result is still held
    } catch (e) {
      failed = true
      error = e
    }
    if (halt.site >= 0) return spent(failed)
    if (failed && !thrown.step(work, error)) return false
    // what its caller uses again is looked at before it is used again; all else when the script ends
    if (flags >= REUSES && unchanged) changes.look(plan.args, s, nth, 1, nth - firstIndex, true)
    at = s + STEP_HEAD + ((f[s + STEP_SIZE] as number) | 0)
    nth++
    steps--
    if (steps === 0 || (failed && (flags & ASKS) === 0)) endScript()
    return true
  }
  /** The budget was spent, whatever the learner's code caught: that replaces what it returned. */
  function spent(failed: boolean): false {
    if (!failed) write.undo()
    halt.write(write)
    return false
  }
  function endScript(): void {
    if (unchanged) changes.look(plan.args, began, firstIndex, nth - firstIndex, 0, false)
    for (; steps > 0; steps--) {
      at += STEP_HEAD + ((input[at + STEP_SIZE] as number) | 0)
      nth++
    }
    if (counting) memory.write(write)
    write.number(SCRIPT_END)
    changes.write(write)
  }
  return {
    begin(next: Plan): void {
      plan = next
      scripts = plan.scripts
      at = plan.from
      nth = steps = 0
      unchanged = plan.unchanged
      counting = memory.isOn()
      changes.forget()
    },
    /** Goes on. False when the output must be emptied first; true when all is done, or nothing more can be said. */
    go(learner: LearnerModule): boolean {
      while (steps > 0 || scripts > 0) {
        if (steps === 0) nextScript()
        if (!write.room()) return false
        if (!step(learner)) break
        if (counting) memory.carry(learner.left())
      }
      return true
    },
  }
}
