import { captureOutcome, deepCopy } from './capture-outcome.ts'
import type {
  CaseGroup,
  CostRule,
  ExerciseDefinition,
  LabeledArgs,
  LabeledGenerator,
  MemoryRule,
  ReferenceStep,
  Shape,
  TestCase,
  Tolerance,
} from './exercise.ts'
import { DEFAULT_TOLERANCE } from './exercise.ts'
import { type FunctionMisconception, type RunWith, toMisconception } from './faulty-implementation.ts'
import { defineOtherFunction, type OtherFunction } from './other-function.ts'
import { Random } from './random.ts'
import type { Arg, Outcome, Script } from './script.ts'
import type { ActualValue, Value } from './value.ts'

export type { FaultyImplementation, FunctionMisconception } from './faulty-implementation.ts'

/** A function exercise as an author writes it: `Args` are the parameters' types, `Result` what it returns. */
export interface FunctionDefinition<Args extends readonly Value[], Result extends Value> {
  readonly name: string
  readonly signature: string
  /** Parameters by name, each with its shape: { Q: ['n', 'd'], K: ['n', 'd'], V: ['n', 'v'] }. In order. */
  readonly params: Readonly<Record<string, Shape>>
  readonly tolerance?: Tolerance
  readonly reference: (...args: Args) => Result
  /**
   * Where several results are right: `given`, by the reference or a misconception, with what the learner's code gave in
   * those parts that may be one thing or another.
   */
  readonly follows?: (result: Value, learners: ActualValue, ...args: Args) => Value
  /** Worked examples: small whole numbers that a person can follow. The first one is shown first. */
  readonly examples: readonly LabeledArgs<Args>[]
  /** Shapes and values generated from a seed. */
  readonly random: { readonly count: number; readonly make: (random: Random) => Args }
  /** The inputs that distinguish near-misses from right answers. */
  readonly edgeCases: readonly (LabeledArgs<Args> | LabeledGenerator<Args>)[]
  readonly misconceptions: readonly FunctionMisconception<Args>[]
  /** Further functions that the answer must have. */
  readonly otherFunctions?: readonly OtherFunction[]
  readonly cost?: Omit<CostRule, 'script' | 'measured'> & { readonly args: (n: number, random: Random) => Args }
  readonly memory?: Omit<MemoryRule, 'script' | 'remark'> & {
    readonly args: (n: number, random: Random) => Args
    readonly remark?: Omit<NonNullable<MemoryRule['remark']>, 'script'> & { readonly args: (random: Random) => Args }
  }
  readonly steps?: (...args: Args) => readonly ReferenceStep[]
  readonly isValidInput?: (...args: Args) => boolean
  readonly hints: readonly string[]
  readonly passHeadline: string
}
/**
 * Defines an exercise whose answer is one function. Its id is the name of its folder: `loadExercise` adds it.
 *
 * @throws TypeError when two misconceptions share an id
 */
export function defineFunction<const Args extends readonly Value[], Result extends Value>(
  definition: FunctionDefinition<Args, Result>,
): ExerciseDefinition {
  const { name, steps, cost, memory, follows, otherFunctions, tolerance = DEFAULT_TOLERANCE } = definition
  const functions: readonly OtherFunction[] = [defineOtherFunction<Args>(definition), ...(otherFunctions ?? [])]
  const functionsByName = new Map(functions.map((one) => [one.name, one]))
  const readCall = (script: Script): { readonly called: OtherFunction; readonly args: readonly Value[] } => {
    const [step] = script
    const called = step && 'call' in step ? functionsByName.get(step.call) : undefined
    if (!step || !('call' in step) || !called) throw new TypeError(`${name}: a case of a function is one call`)
    return { called, args: step.args as readonly Arg[] as readonly Value[] }
  }
  const firstFunctionArgs = (script: Script): Args | undefined => {
    const { called, args } = readCall(script)
    return called.name === name ? (args as Args) : undefined
  }
  const follow = (outcome: Outcome, learners: Outcome | undefined, args: Args | undefined): Outcome =>
    follows && args && outcome.kind === 'returned' && learners?.kind === 'returned'
      ? { ...outcome, value: follows(outcome.value as Value, learners.value, ...args) }
      : outcome
  const runWith: RunWith = (implementations) => (script, learners) => {
    const { called, args } = readCall(script)
    const outcome = captureOutcome(() => (implementations[called.name] ?? called.reference)(...deepCopy(args)))
    return [follow(outcome, learners?.[0], firstFunctionArgs(script))]
  }
  return {
    kind: 'function',
    name,
    signature: definition.signature,
    params: Object.keys(definition.params),
    ...(otherFunctions && {
      otherParams: Object.fromEntries(otherFunctions.map((other) => [other.name, Object.keys(other.params)])),
    }),
    tolerance,
    hints: definition.hints,
    passHeadline: definition.passHeadline,
    cases: (seed) => createCases(functions, tolerance, new Random(seed)),
    expected: runWith({}),
    misconceptions: assertUniqueIds(name, definition.misconceptions).map((misconception) =>
      toMisconception(misconception, name, runWith),
    ),
    ...(cost && {
      cost: { ...cost, script: (n: number, random: Random) => [{ call: name, args: cost.args(n, random) }] },
    }),
    ...(memory && { memory: toMemoryRule(name, memory) }),
    ...(steps && {
      steps: (script: Script) => {
        const args = firstFunctionArgs(script)
        return args ? steps(...args) : []
      },
    }),
    shapes: Object.fromEntries(functions.map((one) => [one.name, Object.values(one.params)])),
    isValidInput(script) {
      const { called, args } = readCall(script)
      return called.isValidInput?.(...args) ?? true
    },
  }
}

function toMemoryRule<Args extends readonly Value[]>(
  name: string,
  { args, remark, ...rule }: NonNullable<FunctionDefinition<Args, Value>['memory']>,
): MemoryRule {
  return {
    ...rule,
    script: (n, random) => [{ call: name, args: args(n, random) }],
    ...(remark && { remark: { ...remark, script: (random: Random) => [{ call: name, args: remark.args(random) }] } }),
  }
}

function createCases(functions: readonly OtherFunction[], tolerance: Tolerance, random: Random): readonly TestCase[] {
  const createCase =
    (group: CaseGroup, { name }: OtherFunction) =>
    (input: LabeledArgs<readonly Value[]> | LabeledGenerator<readonly Value[]>): TestCase => ({
      group,
      label: input.label,
      script: [{ call: name, args: 'make' in input ? input.make(random) : input.args }],
      tolerance: input.tolerance ?? tolerance,
      ...('make' in input && { isSeedDependent: true as const }),
    })
  const randomInputs = ({ name, random: { count, make } }: OtherFunction, index: number) =>
    Array.from({ length: count }, (_, i) => ({
      label: `random input ${i + 1}${index > 0 ? ` of ${name}` : ''}`,
      make,
    }))
  return [
    ...functions.flatMap((one) => one.examples.map(createCase('worked', one))),
    ...functions.flatMap((one, index) => randomInputs(one, index).map(createCase('random', one))),
    ...functions.flatMap((one) => one.edgeCases.map(createCase('special', one))),
  ]
}

/**
 * Returns the misconceptions as they are.
 *
 * @throws TypeError when two of them share an id
 */
export function assertUniqueIds<T extends { readonly id: string }>(exercise: string, list: readonly T[]): readonly T[] {
  const ids = new Set<string>()
  for (const { id } of list) {
    if (ids.has(id)) throw new TypeError(`${exercise}: two misconceptions are called ${id}`)
    ids.add(id)
  }
  return list
}
