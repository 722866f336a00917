import { unique } from './define-function.ts'
import type {
  Case,
  CostRule,
  Exercise,
  MemoryRule,
  Misconception,
  Play,
  ReferenceStep,
  Shape,
  Tolerance,
} from './exercise.ts'
import { TOLERANCE } from './exercise.ts'
import { copyOf, outcome } from './outcome.ts'
import { Random } from './random.ts'
import { type Outcome, ReusedBuffer, type Script } from './script.ts'
import type { Value } from './value.ts'
import { type Departs, departure, type Steps } from './way.ts'

/** A class, as trusted code: a constructor of anything. */
export type AnyClass = new (...args: never[]) => object

/** A class exercise as an author writes it. Its cases are scripts of calls. */
export interface ClassDefinition {
  readonly id: string
  readonly name: string
  readonly signature: string
  /** Shapes of the constructor's (`new`) and the methods' arguments, by name. */
  readonly shapes: Readonly<Record<string, readonly Shape[]>>
  readonly tolerance?: Tolerance
  readonly reference: AnyClass
  /**
   * Several results of a method are right. The reference and every misconception then get, after a call's own
   * arguments, what the learner's code returned there, and give that if it is one of the right ones.
   */
  readonly follows?: true
  readonly worked: readonly LabelledScript[]
  readonly random: { readonly count: number; readonly make: (random: Random) => Script }
  readonly special: readonly (LabelledScript | LabelledMakeScript)[]
  readonly misconceptions: readonly ClassMisconception[]
  readonly cost?: CostRule
  readonly memory?: MemoryRule
  readonly steps?: (script: Script) => readonly ReferenceStep[]
  readonly legal?: (script: Script) => boolean
  readonly hints: readonly string[]
  readonly holds: string
}
export interface LabelledScript {
  readonly label: string
  readonly script: Script
  readonly tolerance?: Tolerance
}
export interface LabelledMakeScript {
  readonly label: string
  readonly make: (random: Random) => Script
  readonly tolerance?: Tolerance
}
export type ClassMisconception = Omit<Misconception, 'run' | 'load' | 'forms' | 'departures'> &
  ClassWay & {
    /** Other ways to write it that give other outputs. */
    readonly forms?: readonly ClassWay[]
  }
/** A misunderstanding as a class. */
export interface ClassWay {
  /** Makes the wrong class anew for every script, so that state that it shares does not leak between cases. */
  readonly wrong: () => AnyClass
  /** Its state outlives a script, as a learner's static field does: made once for all cases. */
  readonly shares?: true
  /** What is done otherwise in a candidate's class: see `candidateClass`. */
  readonly departs?: Departs<ClassWay>
}

/** A class as candidates write it, whose steps may each be done otherwise; what `candidate` is for functions. */
export function candidateClass<Otherwise extends object>(
  code: (how: Otherwise) => ClassWay['wrong'],
): (how: Otherwise) => ClassWay {
  const follow = (steps: Steps): ClassWay => ({ wrong: code(steps as Otherwise), departs: { steps, follow } })
  return (how) => follow(how as Steps)
}

/**
 * An exercise whose answer is one class, driven by scripts of calls.
 *
 * @throws TypeError when two misconceptions share an id
 */
export function defineClass(it: ClassDefinition): Exercise {
  const tolerance = it.tolerance ?? TOLERANCE
  return {
    id: it.id,
    kind: 'class',
    name: it.name,
    signature: it.signature,
    params: [],
    tolerance,
    hints: it.hints,
    holds: it.holds,
    cases(seed) {
      const random = new Random(seed)
      const one = (group: Case['group'], c: LabelledScript | LabelledMakeScript): Case => ({
        group,
        label: c.label,
        script: 'make' in c ? c.make(random) : c.script,
        tolerance: c.tolerance ?? tolerance,
        ...('make' in c && { drawn: true as const }),
      })
      const drawn = Array.from({ length: it.random.count }, (_, i) => ({
        label: `random script ${i + 1}`,
        make: it.random.make,
      }))
      return [
        ...it.worked.map((c) => one('worked', c)),
        ...drawn.map((c) => one('random', c)),
        ...it.special.map((c) => one('special', c)),
      ]
    },
    expected: (script, learners) => play(it.reference, script, it.follows && learners),
    misconceptions: unique(it.id, it.misconceptions).map((m) => misconceptionOf(m, it.follows)),
    ...(it.cost && { cost: it.cost }),
    ...(it.memory && { memory: it.memory }),
    ...(it.steps && { steps: it.steps }),
    shapes: it.shapes,
    legal: it.legal ?? (() => true),
  }
}

function misconceptionOf(m: ClassMisconception, follows: true | undefined): Misconception {
  const { wrong, departs, forms = [], shares, ...rest } = m
  const playing = (Class: AnyClass, ...[script, learners]: Parameters<Play>) => play(Class, script, follows && learners)
  const run =
    (way: ClassWay): Play =>
    (...on) =>
      playing(way.wrong(), ...on)
  const load = (way: ClassWay) => (): Play => {
    const Class = way.wrong()
    return (...on) => playing(Class, ...on)
  }
  const departures = [{ departs }, ...forms].flatMap((way) => (way.departs ? [departure(way.departs, run)] : []))
  return {
    ...rest,
    run: run({ wrong }),
    forms: forms.filter((way) => !way.shares).map(run),
    formLoads: forms.filter((way) => way.shares).map(load),
    ...(departures.length > 0 && { departures }),
    ...(shares && { load: load({ wrong }) }),
  }
}

/**
 * Runs a script on a trusted class: one outcome a step, as far as the first error that the script did not ask for. A
 * misconception that a step does not fit goes on, so that its state is right for what follows.
 *
 * Reused buffers are real: one array a name, overwritten before each step.
 *
 * @param learners  given to methods after their own arguments: what the learner's code returned at that step
 */
export function play(Class: AnyClass, script: Script, learners?: readonly Outcome[]): Outcome[] {
  const buffers = new Map<string, number[]>()
  const instances = new Map<string, object>()
  const real = (arg: unknown): unknown => {
    if (!(arg instanceof ReusedBuffer)) return copyOf(arg)
    const buffer = buffers.get(arg.buffer) ?? []
    buffers.set(arg.buffer, buffer)
    buffer.length = arg.values.length
    for (const [i, x] of arg.values.entries()) buffer[i] = x
    return buffer
  }
  const done: Outcome[] = []
  for (const [i, step] of script.entries()) {
    const one = outcome(() => {
      if ('new' in step) {
        instances.set(step.as, Reflect.construct(Class, step.args.map(real)))
        return undefined
      }
      const it = instances.get(step.on ?? '')
      if (!it) throw new TypeError(`no instance ${step.on}`)
      const member: unknown = Reflect.get(it, 'get' in step ? step.get : step.call)
      if ('get' in step) return copyOf(member) as Value
      if (typeof member !== 'function') throw new TypeError(`${step.call} is not a method`)
      const theirs = learners?.[i]
      const wish = theirs?.kind === 'returned' ? [theirs.value] : []
      return copyOf(Reflect.apply(member, it, [...step.args.map(real), ...wish])) as Value
    })
    done.push(one)
    if (one.kind === 'threw' && one.error !== 'Unfit' && !('throws' in step && step.throws)) break
  }
  return done
}
