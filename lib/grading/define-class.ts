import { captureOutcome, deepCopy } from './capture-outcome.ts'
import { assertUniqueIds } from './define-function.ts'
import type {
  CostRule,
  ExerciseDefinition,
  MemoryRule,
  Misconception,
  ReferenceStep,
  RunScript,
  Shape,
  TestCase,
  Tolerance,
} from './exercise.ts'
import { DEFAULT_TOLERANCE } from './exercise.ts'
import { createStepOverride, type Overrides, type Parametrization } from './faulty-implementation.ts'
import { NotApplicable } from './not-applicable.ts'
import { Random } from './random.ts'
import { type Outcome, ReusedBuffer, type Script } from './script.ts'
import type { Value } from './value.ts'

/** A class, as trusted code: a constructor of anything. */
export type AnyClass = new (...args: never[]) => object

/** A class exercise as an author writes it. Its cases are scripts of calls. */
export interface ClassDefinition {
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
  readonly examples: readonly LabeledScript[]
  readonly random: { readonly count: number; readonly make: (random: Random) => Script }
  readonly edgeCases: readonly (LabeledScript | LabeledScriptGenerator)[]
  readonly misconceptions: readonly ClassMisconception[]
  readonly cost?: CostRule
  readonly memory?: MemoryRule
  readonly steps?: (script: Script) => readonly ReferenceStep[]
  readonly isValidInput?: (script: Script) => boolean
  readonly hints: readonly string[]
  readonly passHeadline: string
}
export interface LabeledScript {
  readonly label: string
  readonly script: Script
  readonly tolerance?: Tolerance
}
export interface LabeledScriptGenerator {
  readonly label: string
  readonly make: (random: Random) => Script
  readonly tolerance?: Tolerance
}
export type ClassMisconception = Omit<Misconception, 'run' | 'load' | 'variants' | 'stepOverrides'> &
  FaultyClass & {
    /** Other ways to write it that give other outputs. */
    readonly variants?: readonly FaultyClass[]
  }
/** A misunderstanding as a class. */
export interface FaultyClass {
  /** Creates the class again for every script, so that state that it shares does not leak between cases. */
  readonly createClass: () => AnyClass
  /** Its state outlives a script, as a learner's static field does: made once for all cases. */
  readonly isShared?: true
  /** Which steps of a parametrized class it overrides: see `parametrizeClass`. */
  readonly parametrization?: Parametrization<FaultyClass>
}

/**
 * A class as learners write it, each step of which can be overridden: `parametrize` for classes.
 *
 * @param solution  builds the code; a step that is left out is right
 */
export function parametrizeClass<StepOverrides extends object>(
  solution: (overrides: StepOverrides) => FaultyClass['createClass'],
): (overrides: StepOverrides) => FaultyClass {
  const build = (overrides: Overrides): FaultyClass => ({
    createClass: solution(overrides as StepOverrides),
    parametrization: { overrides, build },
  })
  return (overrides) => build(overrides as Overrides)
}

/**
 * Defines an exercise whose answer is one class, driven by scripts of calls. Its id is the name of its folder:
 * `loadExercise` adds it.
 *
 * @throws TypeError when two misconceptions share an id
 */
export function defineClass(definition: ClassDefinition): ExerciseDefinition {
  const { name, reference, follows, cost, memory, steps, tolerance = DEFAULT_TOLERANCE } = definition
  return {
    kind: 'class',
    name,
    signature: definition.signature,
    params: [],
    tolerance,
    hints: definition.hints,
    passHeadline: definition.passHeadline,
    cases: (seed) => createCases(definition, tolerance, new Random(seed)),
    expected: (script, learners) => runClassScript(reference, script, follows && learners),
    misconceptions: assertUniqueIds(name, definition.misconceptions).map((misconception) =>
      toMisconception(misconception, follows),
    ),
    ...(cost && { cost }),
    ...(memory && { memory }),
    ...(steps && { steps }),
    shapes: definition.shapes,
    isValidInput: definition.isValidInput ?? (() => true),
  }
}

function createCases(
  { examples, edgeCases, random: { count, make } }: ClassDefinition,
  tolerance: Tolerance,
  random: Random,
): readonly TestCase[] {
  const createCase = (group: TestCase['group'], input: LabeledScript | LabeledScriptGenerator): TestCase => ({
    group,
    label: input.label,
    script: 'make' in input ? input.make(random) : input.script,
    tolerance: input.tolerance ?? tolerance,
    ...('make' in input && { isSeedDependent: true as const }),
  })
  const randomInputs = Array.from({ length: count }, (_, i) => ({ label: `random script ${i + 1}`, make }))
  return [
    ...examples.map((input) => createCase('worked', input)),
    ...randomInputs.map((input) => createCase('random', input)),
    ...edgeCases.map((input) => createCase('special', input)),
  ]
}

function toMisconception(misconception: ClassMisconception, follows: true | undefined): Misconception {
  const { createClass, parametrization, variants = [], isShared, ...rest } = misconception
  const runClass = (Class: AnyClass, ...[script, learners]: Parameters<RunScript>) =>
    runClassScript(Class, script, follows && learners)
  const run =
    (faulty: FaultyClass): RunScript =>
    (...args) =>
      runClass(faulty.createClass(), ...args)
  const load = (faulty: FaultyClass) => (): RunScript => {
    const Class = faulty.createClass()
    return (...args) => runClass(Class, ...args)
  }
  const first: FaultyClass = { createClass, ...(parametrization && { parametrization }) }
  const stepOverrides = [first, ...variants].flatMap((faulty) =>
    faulty.parametrization ? [createStepOverride(faulty.parametrization, run)] : [],
  )
  return {
    ...rest,
    run: run(first),
    variants: variants.filter((variant) => !variant.isShared).map(run),
    variantLoads: variants.filter((variant) => variant.isShared).map(load),
    ...(stepOverrides.length > 0 && { stepOverrides }),
    ...(isShared && { load: load(first) }),
  }
}

/**
 * Runs a script on a trusted class: one outcome a step, as far as the first error that the script did not ask for. A
 * misconception that does not apply to a step continues, so that its state is right for what follows.
 *
 * Reused buffers are real: one array a name, overwritten before each step.
 *
 * @param learners  passed to methods after their own arguments: what the learner's code returned at that step
 */
export function runClassScript(Class: AnyClass, script: Script, learners?: readonly Outcome[]): Outcome[] {
  const buffers = new Map<string, number[]>()
  const instances = new Map<string, object>()
  const real = (arg: unknown): unknown => {
    if (!(arg instanceof ReusedBuffer)) return deepCopy(arg)
    const buffer = buffers.get(arg.buffer) ?? []
    buffers.set(arg.buffer, buffer)
    buffer.length = arg.values.length
    for (const [i, x] of arg.values.entries()) buffer[i] = x
    return buffer
  }
  const done: Outcome[] = []
  for (const [i, step] of script.entries()) {
    const one = captureOutcome(() => {
      if ('new' in step) {
        instances.set(step.as, Reflect.construct(Class, step.args.map(real)))
        return undefined
      }
      const instance = instances.get(step.on ?? '')
      if (!instance) throw new TypeError(`no instance ${step.on}`)
      const member: unknown = Reflect.get(instance, 'get' in step ? step.get : step.call)
      if ('get' in step) return deepCopy(member) as Value
      if (typeof member !== 'function') throw new TypeError(`${step.call} is not a method`)
      const theirs = learners?.[i]
      const wish = theirs?.kind === 'returned' ? [theirs.value] : []
      return deepCopy(Reflect.apply(member, instance, [...step.args.map(real), ...wish])) as Value
    })
    done.push(one)
    if (one.kind === 'threw' && one.error !== NOT_APPLICABLE && !('throws' in step && step.throws)) break
  }
  return done
}

const NOT_APPLICABLE = new NotApplicable().name
