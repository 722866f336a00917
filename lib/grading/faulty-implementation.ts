import type { Misconception, RunScript, StepOverride } from './exercise.ts'
import type { Value } from './value.ts'

/** A misunderstanding as code. May throw or return anything; throws `NotApplicable` on shapes that it does not apply to. */
export interface FaultyImplementation<Args extends readonly Value[]> {
  readonly implementation: (...args: Args) => Value
  /** What it does to other functions, by name. It is then recognized in each function alone as well. */
  readonly otherFunctions?: Readonly<Record<string, (...args: never[]) => Value>>
  /** Which steps of a parametrized solution it overrides: see `parametrize`. */
  readonly parametrization?: Parametrization<FaultyImplementation<Args>>
}

/** Steps of a parametrized solution that are overridden, and how to build the code with other overrides. */
export interface Parametrization<Built> {
  readonly overrides: Overrides
  readonly build: (overrides: Overrides) => Built
}
/** What replaces a step of a parametrized solution, by the step's name. */
export type Overrides = Readonly<Record<string, unknown>>

export type FunctionMisconception<Args extends readonly Value[]> = Omit<
  Misconception,
  'run' | 'load' | 'variants' | 'stepOverrides'
> &
  FaultyImplementation<Args> & {
    /** Other ways to write it that give other outputs. */
    readonly variants?: readonly (FaultyImplementation<Args> | FaultyImplementation<Args>['implementation'])[]
  }

/**
 * A solution as learners write it, each step of which can be overridden: `parametrize(attend)({ scale: () => 1 })`.
 * Two misconceptions that override different steps of one solution are recognized when an answer has both.
 *
 * @param solution  builds the code; a step that is left out is right
 */
export function parametrize<Args extends readonly Value[], StepOverrides extends object>(
  solution: (overrides: StepOverrides) => FaultyImplementation<Args>['implementation'] | FaultyImplementation<Args>,
): (overrides: StepOverrides) => FaultyImplementation<Args> {
  const build = (overrides: Overrides): FaultyImplementation<Args> => {
    const built = solution(overrides as StepOverrides)
    return {
      ...(typeof built === 'function' ? { implementation: built } : built),
      parametrization: { overrides, build },
    }
  }
  return (overrides) => build(overrides as Overrides)
}

/** One misconception that can be written in several ways. */
export function variants<Args extends readonly Value[]>(
  first: FaultyImplementation<Args>,
  ...others: readonly (FaultyImplementation<Args> | FaultyImplementation<Args>['implementation'])[]
): FaultyImplementation<Args> & Pick<FunctionMisconception<Args>, 'variants'> {
  return { ...first, variants: others }
}

/** Runs an exercise's functions on a script: those that are given, and the reference for the others. */
export type RunWith = (implementations: Readonly<Record<string, Implementation | undefined>>) => RunScript
export type Implementation = (...args: readonly Value[]) => Value

/**
 * Turns a misconception of functions into what the grader runs.
 *
 * @param name  the exercise's first function
 */
export function toMisconception<Args extends readonly Value[]>(
  { variants = [], implementation, otherFunctions, parametrization, ...rest }: FunctionMisconception<Args>,
  name: string,
  run: RunWith,
): Misconception {
  const first: FaultyImplementation<Args> = {
    implementation,
    ...(otherFunctions && { otherFunctions }),
    ...(parametrization && { parametrization }),
  }
  const all = [
    first,
    ...variants.map((variant) => (typeof variant === 'function' ? { implementation: variant } : variant)),
  ]
  const [firstRun = run({}), ...otherRuns] = all.flatMap((faulty) => togetherAndAlone(name, faulty)).map(run)
  const stepOverrides = all.flatMap((faulty): StepOverride[] =>
    faulty.parametrization
      ? [createStepOverride(faulty.parametrization, (built) => run(implementationsByName(name, built)))]
      : [],
  )
  return {
    ...rest,
    run: firstRun,
    ...(otherRuns.length > 0 && { variants: otherRuns }),
    ...(stepOverrides.length > 0 && { stepOverrides }),
  }
}

/** Turns overridden steps into what the grader runs and combines with others. */
export function createStepOverride<Built>(
  { overrides, build }: Parametrization<Built>,
  run: (built: Built) => RunScript,
): StepOverride {
  return { base: build, overrides, run: (combined) => run(build(combined)) }
}

/** A misconception's code by function: in all functions that it affects, and in each alone. */
function togetherAndAlone<Args extends readonly Value[]>(name: string, faulty: FaultyImplementation<Args>) {
  const all = implementationsByName(name, faulty)
  const alone = Object.entries(all).map((entry) => Object.fromEntries([entry]))
  return [all, ...(alone.length > 1 ? alone : [])]
}

const implementationsByName = <Args extends readonly Value[]>(
  name: string,
  { implementation, otherFunctions = {} }: FaultyImplementation<Args>,
): Readonly<Record<string, Implementation>> => ({
  [name]: withUntypedArgs(implementation),
  ...Object.fromEntries(Object.entries(otherFunctions).map(([other, code]) => [other, withUntypedArgs(code)])),
})

const withUntypedArgs =
  <Args extends readonly Value[]>(code: (...args: Args) => Value): Implementation =>
  (...args) =>
    code(...(args as Args))
